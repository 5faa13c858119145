// What documents begin with, held against what pdfkit writes: byte for byte.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openingOf } from '../../../src/draw/prefix.ts';
import type { Pack } from '../../../src/font/face.ts';
import { kitOpening } from '../../support/kit-opening.ts';
import { fonts } from './sample.ts';

const packs = [...fonts.faces.values()]
  .flatMap((face) => face.packs)
  .toSorted((a, b) => (a.resource < b.resource ? -1 : 1));

/** Those of the program, and such as need another spelling: brackets, and letters beyond ASCII. */
const languageTags = ['kk-KZ', 'ru-KZ', 'en-KZ', 'x-(1)\\', 'x-қ'];

/** None, one, two of the same letters, all; each alone is among them. */
const sets: readonly (readonly Pack[])[] = [
  [],
  ...packs.map((pack) => [pack]),
  packs.slice(0, 2),
  packs.filter((_, index) => index % 2 === 0),
  packs,
];

describe('an opening is what pdfkit makes of it', () => {
  for (const languageTag of languageTags) {
    it(`in ${languageTag}, whatever packs there are`, () => {
      for (const set of sets) {
        const { prefix, ...rest } = openingOf({ fonts, packs: set, languageTag });
        const { prefix: expected, ...expectedRest } = kitOpening(fonts, set, languageTag);
        assert.deepEqual(rest, expectedRest);
        assert.deepEqual(textOf(prefix.bytes), textOf(expected.bytes));
        assert.equal(prefix.id, expected.id);
      }
    });
  }
});

/** A difference is shown as text. */
function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
