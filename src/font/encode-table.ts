// What encoding and measuring look up for a letter, packed so that it is two look-ups. It does
// neither.

import assert from 'node:assert/strict';
import { invisibleLetter, missingLetter } from './repertoire.ts';

/** Both tables are by UTF-16 code unit; lengths are thousandths of an em. */
export interface EncodingTable {
  /** Byte (8 bits), place in `packs` (8), what a viewer steps (15); or one of the two below. */
  readonly marks: Int32Array;
  /** Class as a right letter (7 bits), as a left one (8), a bit, the step's shortfall (16). */
  readonly joins: Int32Array;
  /** Font units; a row of `kerningStride` for each class of left letters. Small, for the caches. */
  readonly kerning: Int16Array;
  /** Parts of a thousandth in which the shortfalls are counted, and `kerning` times a thousand. */
  readonly unitsPerEm: number;
}

/** What `marks` says where no pack has the letter, and where nothing is printed. */
export const missingMark = 0;
export const invisibleMark = -1;

export const kerningStride = 128;

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
    joins[unit] = (letters.rightClasses[letter] ?? 0) | (left * kerningStride) | (shortfall << 16);
  });
  assert(rightClasses <= kerningStride && values.length / rightClasses <= 256, 'too many classes');
  const kerning = new Int16Array((values.length / rightClasses) * kerningStride);
  values.forEach((value, i) => {
    const row = Math.floor(i / rightClasses);
    kerning[row * kerningStride + (i % rightClasses)] = value;
  });
  return { marks, joins, kerning, unitsPerEm };
}
