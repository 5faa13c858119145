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
      return (advance(tables, text) * size) / tables.unitsPerEm;
    },
    missing: (face, text) => firstMissing(faceNamed(fonts, face), text),
  };
}

export function faceNamed(fonts: FontSet, name: string): Face {
  return fonts.faces.get(name) ?? assert.fail(`there is no face ${name}`);
}

/** Font units. encode.ts walks the same tables in the same way; a test holds the two together. */
function advance(face: Face, text: string): number {
  const { letterAt, advances, leftClasses, rightClasses, kerning, rightClassCount } = face;
  let sum = 0;
  let row = 0;
  const { length } = text;
  for (let i = 0; i < length; i += 1) {
    const letter = letterAt[charCodeAt.call(text, i)] ?? missingLetter;
    if (letter <= invisibleLetter) continue;
    sum += (advances[letter] ?? 0) + (kerning[row + (rightClasses[letter] ?? 0)] ?? 0);
    row = (leftClasses[letter] ?? 0) * rightClassCount;
  }
  return sum;
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
