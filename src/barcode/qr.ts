// Text → QR code, versions 1 to 40 (ISO/IEC 18004). Our own, because the code stands on every
// bill and the general library takes longer for it than the whole rest of the page.

import type { Matrix } from './matrix.ts';
import { codewordsOf } from './qr-codewords.ts';
import { type Grid, gridOf, isDark, type Lines, setDark } from './qr-grid.ts';
import { masked } from './qr-mask.ts';
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
  const data = placed(codewordsOf(bytes, plan.segments, plan.version, level), grid);
  return matrixOf(masked(data, grid, level, choices.mask), grid);
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

function placed(codewords: Uint8Array, grid: Grid): Lines {
  const { words, fixed, bitColumns, bitRows } = grid;
  const lines = { rows: fixed.rows.slice(), columns: fixed.columns.slice() };
  for (let index = 0; index < 8 * codewords.length; index += 1) {
    const bit = ((codewords[index >>> 3] ?? 0) >>> (7 - (index & 7))) & 1;
    if (bit === 1) setDark(lines, words, bitColumns[index] ?? 0, bitRows[index] ?? 0);
  }
  return lines;
}

function matrixOf({ rows }: Lines, { size, words }: Grid): Matrix {
  const modules = new Uint8Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (isDark(rows, words, column, row)) modules[row * size + column] = 1;
    }
  }
  return { columns: size, rows: size, modules };
}
