// What encoding and measuring look up for a letter, packed so that it is two look-ups. It does
// neither.

import assert from 'node:assert/strict';
import { invisibleLetter, missingLetter } from './repertoire.ts';

/** Both tables are by UTF-16 code unit; lengths are thousandths of an em. */
export interface EncodingTable {
  /** Byte (8 bits), place in `packs` (8), what a viewer steps (15); or one of the two below. */
  readonly marks: Int32Array;
  /** Class as a right letter (8 bits), as a left one (8), what the step falls short by (16). */
  readonly joins: Int32Array;
  /** Font units times a thousand; a row of `kerningStride` for each class of left letters. */
  readonly kerning: Int32Array;
  /** Parts of a thousandth in which the shortfalls and `kerning` are counted. */
  readonly unitsPerEm: number;
}

/** What `marks` says where no pack has the letter, and where nothing is printed. */
export const missingMark = 0;
export const invisibleMark = -1;

export const kerningStride = 256;

/** Lists by letter. */
interface Letters {
  readonly codes: ArrayLike<number>;
  readonly packOf: ArrayLike<number>;
  readonly advances: ArrayLike<number>;
  readonly leftClasses: ArrayLike<number>;
  readonly rightClasses: ArrayLike<number>;
}

interface Metrics {
  readonly unitsPerEm: number;
  readonly rightClasses: number;
  readonly values: readonly number[];
}

export function encodingTable(
  letterAt: Uint16Array,
  letters: Letters,
  { unitsPerEm, rightClasses, values }: Metrics,
): EncodingTable {
  const marks = new Int32Array(letterAt.length);
  const joins = new Int32Array(letterAt.length);
  letterAt.forEach((letter, unit) => {
    if (letter === missingLetter) return;
    const advance = letters.advances[letter] ?? 0;
    const step = Math.round((advance * 1000) / unitsPerEm);
    const shortfall = advance * 1000 - step * unitsPerEm;
    assert(step < 2 ** 15 && Math.abs(shortfall) < 2 ** 15, 'a letter is too wide for the table');
    const mark = (letters.codes[letter] ?? 0) | ((letters.packOf[letter] ?? 0) << 8) | (step << 16);
    marks[unit] = letter === invisibleLetter ? invisibleMark : mark;
    const left = letters.leftClasses[letter] ?? 0;
    joins[unit] = (letters.rightClasses[letter] ?? 0) | (left << 8) | (shortfall << 16);
  });
  const kerning = new Int32Array((values.length / rightClasses) * kerningStride);
  values.forEach((value, i) => {
    const row = Math.floor(i / rightClasses);
    kerning[row * kerningStride + (i % rightClasses)] = value * 1000;
  });
  return { marks, joins, kerning, unitsPerEm };
}
