// A run of text as what a PDF viewer is told: bytes of packs and shifts between them. It writes no
// operators.

import assert from 'node:assert/strict';
import { type Face, invisibleLetter, missingLetter, type Pack } from './face.ts';

/** Takes an encoded run, in order. */
export interface RunSink {
  /** The letters that follow are of this pack. Called before the first letter of every run. */
  usePack(pack: Pack): void;
  letter(code: number): void;
  /** Moves the pen right by whole thousandths of an em; negative closes a gap. */
  shift(thousandths: number): void;
}

/**
 * Feeds the sink, and returns how far a viewer's pen moves, in thousandths of an em.
 *
 * Widths and shifts are whole thousandths in the PDF, advances and kerning are not. The difference
 * is carried along and paid with the next kerning, or alone once it exceeds `largestDebt`, so a
 * viewer's pen never leaves the measure by more than that and half a letter's rounding.
 * A letter without a pack is a bug: typeset asks `Measure.missing` first.
 */
export function encodeRun(face: Face, text: string, sink: RunSink): number {
  const { letterAt, packOf, codes, steps, shortfalls, leftClasses, rightClasses } = face;
  const { kerning, rightClassCount } = face;
  const scale = 1000 / face.unitsPerEm;
  let row = 0;
  let current = -1;
  let pen = 0;
  let debt = 0;
  const { length } = text;
  for (let i = 0; i < length; i += 1) {
    const letter = letterAt[charCodeAt.call(text, i)] ?? missingLetter;
    if (letter === invisibleLetter) continue;
    if (letter === missingLetter) assert.fail('a letter that no pack has reached the page');
    const kern = kerning[row + (rightClasses[letter] ?? 0)] ?? 0;
    debt += kern * scale;
    if (kern !== 0 || debt > largestDebt || debt < -largestDebt) {
      const shift = Math.round(debt);
      sink.shift(shift);
      pen += shift;
      debt -= shift;
    }
    const pack = packOf[letter] ?? 0;
    if (pack !== current) sink.usePack(packAt(face, pack));
    current = pack;
    sink.letter(codes[letter] ?? 0);
    pen += steps[letter] ?? 0;
    debt += shortfalls[letter] ?? 0;
    row = (leftClasses[letter] ?? 0) * rightClassCount;
  }
  return pen;
}

/** Called with `call`, for the reason that measure.ts gives. */
const { charCodeAt } = String.prototype;

/** Thousandths of an em: 0.007 mm at 8 pt, and what an amount of seven figures stays below. */
export const largestDebt = 2.5;

function packAt(face: Face, index: number): Pack {
  const pack = face.packs[index];
  return pack ?? assert.fail(`${face.name} has no pack ${index}`);
}
