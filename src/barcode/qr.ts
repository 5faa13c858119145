// Text → QR code, versions 1 to 40 (ISO/IEC 18004). Our own, because the code stands on every
// bill and the general library takes longer for it than the whole rest of the page.

import type { Matrix } from './matrix.ts';
import { codewordsOf } from './qr-codewords.ts';
import { type Grid, gridOf } from './qr-grid.ts';
import { maskedRows } from './qr-mask.ts';
import {
  bitLengthOf,
  type CountRange,
  countRangeOf,
  cutIntoSegments,
  type Segment,
} from './qr-segment.ts';
import { blocksOf, type ErrorCorrection, largestVersion } from './qr-version.ts';

/** Tests fix the version and the mask; everyone else takes the smallest and the best. */
export interface QrChoices {
  readonly version?: number;
  readonly mask?: number;
}

/** Undefined if the bytes do not fit; bytes of a text are its UTF-8 form. */
export function encodeQr(
  bytes: Uint8Array,
  level: ErrorCorrection,
  choices: QrChoices = {},
): Matrix | undefined {
  const plan = planOf(bytes, level, choices.version ?? 1);
  if (plan === undefined) return undefined;
  const grid = gridOf(plan.version);
  place(codewordsOf(bytes, plan.segments, plan.version, level), grid);
  // Sides are odd numbers, so a light module follows each row within its words.
  const { size, words } = grid;
  return { columns: size, rows: size, words, bits: maskedRows(grid, level, choices.mask) };
}

/** Bytes that fit the largest symbol where nothing is numeric or alphanumeric. */
export function qrCapacityBytes(level: ErrorCorrection): number {
  const header = 4 + 16;
  return blocksOf(largestVersion, level).dataLength - Math.ceil(header / 8);
}

interface Plan {
  readonly version: number;
  readonly segments: readonly Segment[];
}

/** The smallest version from `least` on; the best cut depends on the width of the counts. */
function planOf(bytes: Uint8Array, level: ErrorCorrection, least: number): Plan | undefined {
  let range: CountRange | undefined;
  let segments: readonly Segment[] = [];
  let bits = 0;
  for (let version = least; version <= largestVersion; version += 1) {
    if (countRangeOf(version) !== range) {
      range = countRangeOf(version);
      segments = cutIntoSegments(bytes, range);
      bits = bitLengthOf(segments, range);
    }
    if (bits <= 8 * blocksOf(version, level).dataLength) return { version, segments };
  }
  return undefined;
}

/** Sets every bit, dark or not: codewords are as good as random, and no branch would guess them. */
function place(codewords: Uint8Array, grid: Grid): void {
  const { words, fixed, bitColumns, bitRows } = grid;
  const { rows, columns } = grid.data;
  rows.set(fixed.rows);
  columns.set(fixed.columns);
  // What is left over after the last whole codeword is light (7.7.3).
  const count = bitColumns.length & ~7;
  for (let index = 0; index < count; index += 1) {
    const bit = ((codewords[index >>> 3] ?? 0) >>> (7 - (index & 7))) & 1;
    const column = bitColumns[index] ?? 0;
    const row = bitRows[index] ?? 0;
    const inRow = row * words + (column >>> 5);
    const inColumn = column * words + (row >>> 5);
    rows[inRow] = (rows[inRow] ?? 0) | (bit << (column & 31));
    columns[inColumn] = (columns[inColumn] ?? 0) | (bit << (row & 31));
  }
}
