// A run of text as what a PDF viewer is told: bytes of packs and shifts between them. It writes no
// operators.

import assert from 'node:assert/strict';
import { kerningStride, missingMark } from './encode-table.ts';
import type { Face, Pack } from './face.ts';

/** Takes an encoded run, in order. */
export interface RunSink {
  /** The letters that follow are of this pack. Called before the first letter of every run. */
  usePack(pack: Pack): void;
  /** Moves the pen right by whole thousandths of an em, never 0; negative closes a gap. */
  shift(thousandths: number): void;
}

/** Where the letters go: a call for each would take longer than all the rest. */
export interface LetterBytes {
  /** Has room for the run. A sink may write here too, and replace it by a larger one. */
  bytes: Uint8Array;
  length: number;
}

/**
 * Writes the letters, tells the sink what comes between them, and returns how far a viewer's pen
 * moves, in thousandths of an em.
 *
 * Widths and shifts are whole thousandths in the PDF, advances and kerning are not. The difference
 * is carried along and paid with the next kerning, or alone once it exceeds `largestDebt`, so a
 * viewer's pen never leaves the measure by more than that and half a letter's rounding.
 * A letter without a pack is a bug: typeset asks `Measure.missing` first.
 */
export function encodeRun(face: Face, text: string, out: LetterBytes, sink: RunSink): number {
  const { marks, joins, kerning, unitsPerEm } = face.encoding;
  const limit = largestDebt * unitsPerEm;
  const { length } = text;
  let { bytes, length: at } = out;
  let row = 0;
  let current = -1;
  let pen = 0;
  /** Thousandths times `unitsPerEm`, which makes it whole. */
  let debt = 0;
  for (let i = 0; i < length; i += 1) {
    const unit = charCodeAt.call(text, i);
    const mark = marks[unit] ?? missingMark;
    if (mark <= missingMark) {
      checkInvisible(mark);
      continue;
    }
    const join = joins[unit] ?? 0;
    const kern = 1000 * (kerning[row | (join & classMask)] ?? 0);
    debt += kern;
    const pack = (mark >> 8) & 255;
    if (kern !== 0 || pack !== current || debt > limit || debt < -limit) {
      out.length = at;
      const shift = dueShift(kern, debt, unitsPerEm);
      if (shift !== 0) sink.shift(shift);
      if (pack !== current) sink.usePack(packAt(face, pack));
      ({ bytes, length: at } = out);
      pen += shift;
      debt -= shift * unitsPerEm;
      current = pack;
    }
    bytes[at] = mark;
    at += 1;
    pen += mark >> 16;
    debt += join >> 16;
    row = join & rowMask;
  }
  out.length = at;
  return pen;
}

/** The class of the left letter as the start of its row: the stride is that of `kerning`. */
const rowMask = 255 * kerningStride;
const classMask = kerningStride - 1;

/**
 * The kerning itself where the rest may stay a debt: the same letters are then spelled by the same
 * bytes wherever they stand, which compresses well.
 */
function dueShift(kern: number, debt: number, unitsPerEm: number): number {
  const limit = largestDebt * unitsPerEm;
  const own = kern === 0 ? 0 : thousandths(kern, unitsPerEm);
  const rest = debt - own * unitsPerEm;
  return rest <= limit && rest >= -limit ? own : thousandths(debt, unitsPerEm);
}

/** Halves up, as Math.round does; the sum with 0 is never a negative zero. */
function thousandths(units: number, unitsPerEm: number): number {
  return Math.floor((2 * units + unitsPerEm) / (2 * unitsPerEm)) + 0;
}

/** Called with `call`, for the reason that measure.ts gives. */
const { charCodeAt } = String.prototype;

/** Thousandths of an em: 0.007 mm at 8 pt, and what an amount of seven figures stays below. */
export const largestDebt = 2.5;

function checkInvisible(mark: number): void {
  if (mark === missingMark) assert.fail('a letter that no pack has reached the page');
}

function packAt(face: Face, index: number): Pack {
  const pack = face.packs[index];
  return pack ?? assert.fail(`${face.name} has no pack ${index}`);
}
