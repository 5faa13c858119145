// Widths of runs by table look-up. It breaks no lines and knows no language.

import assert from 'node:assert/strict';
import type { Measure } from '../typeset/measure.ts';
import type { Face, FontSet } from './face.ts';
import { invisibleLetter, missingLetter } from './repertoire.ts';

/**
 * Called with `call` where runs are walked, here and in encode.ts: `text.charCodeAt` is looked up
 * anew for each of V8's kinds of strings (flat, joined, sliced; one byte or two), which doubles the
 * time a letter takes.
 */
const { charCodeAt } = String.prototype;

/** Asking for a face that is not in fonts.json is a bug of the caller, and asserts. */
export function measureWith(fonts: FontSet): Measure {
  return {
    width: (face, size, text) => {
      const tables = faceNamed(fonts, face);
      return (advance(tables, text, 0, text.length) * size) / tables.unitsPerEm;
    },
    parted: (face, size, text, at) => {
      const tables = faceNamed(fonts, face);
      const first = advance(tables, text, 0, at);
      const all = first + advance(tables, text, at, text.length);
      const { unitsPerEm } = tables;
      return { whole: (first * size) / unitsPerEm, width: (all * size) / unitsPerEm };
    },
    missing: (face, text) => firstMissing(faceNamed(fonts, face), text),
  };
}

export function faceNamed(fonts: FontSet, name: string): Face {
  return fonts.faces.get(name) ?? assert.fail(`there is no face ${name}`);
}

/**
 * Font units, of the letters from one place up to another, the first kerned to what stands before.
 * encode.ts walks the same tables in the same way; a test holds the two together.
 */
function advance(face: Face, text: string, from: number, to: number): number {
  const { letterAt, advances, leftClasses, rightClasses, kerning, rightClassCount } = face;
  let sum = 0;
  let row = from === 0 ? 0 : (leftClasses[letterBefore(face, text, from)] ?? 0) * rightClassCount;
  for (let i = from; i < to; i += 1) {
    const letter = letterAt[charCodeAt.call(text, i)] ?? missingLetter;
    if (letter <= invisibleLetter) continue;
    sum += (advances[letter] ?? 0) + (kerning[row + (rightClasses[letter] ?? 0)] ?? 0);
    row = (leftClasses[letter] ?? 0) * rightClassCount;
  }
  return sum;
}

function letterBefore({ letterAt }: Face, text: string, place: number): number {
  for (let i = place - 1; i >= 0; i -= 1) {
    const letter = letterAt[charCodeAt.call(text, i)] ?? missingLetter;
    if (letter > invisibleLetter) return letter;
  }
  return missingLetter;
}

/** A letter outside the tables is two code units in UTF-16; its code point is read whole. */
function firstMissing(face: Face, text: string): number | undefined {
  const { length } = text;
  for (let i = 0; i < length; i += 1) {
    const letter = face.letterAt[charCodeAt.call(text, i)] ?? missingLetter;
    if (letter === missingLetter) return text.codePointAt(i);
  }
  return undefined;
}
