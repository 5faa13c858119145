// How small pages get, how large contents may be, and what the code consists of. That everything
// comes back is in test/property/deflate.test.ts.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateSync, inflateSync } from 'node:zlib';
import { deflate, quick, thorough } from '../../../src/draw/deflate.ts';
import { blockCode, lengthSymbol } from '../../../src/draw/deflate-code.ts';
import * as trained from '../../../src/draw/deflate-lengths.ts';
import { pageContents } from '../../support/page-contents.ts';

describe('deflate', () => {
  it('gives back contents of any length', () => {
    for (const length of [0, 1, 2, 7, 8, 9, 65_535, 65_536, 65_537, 131_072, 131_073, 1_500_000]) {
      for (const effort of [quick, thorough]) {
        for (const content of [textOf(length), chanceOf(length), new Uint8Array(length)]) {
          assert.deepEqual(inflateSync(deflate(content, effort)), Buffer.from(content));
        }
      }
    }
  });

  it('finds what stood 32,768 bytes before, and leaves what stood a byte farther back', () => {
    const phrase = chanceOf(64);
    const [found = 0, left = 0] = [32_768 - 64, 32_769 - 64].map((between) => {
      const content = Buffer.concat([phrase, Buffer.alloc(between), phrase]);
      const stream = deflate(content, thorough);
      assert.deepEqual(inflateSync(stream), content);
      return stream.length;
    });
    // The phrase once more takes at least its 64 bytes, a match of it five.
    assert(left - found > 50, `${found} and ${left} bytes`);
  });

  it('is nearly as small as level 1 of zlib for the pages of all samples, thorough smaller', async () => {
    const sums = { quick: 0, thorough: 0, zlib: 0, alone: 0, bill: 0 };
    for (const { name, alone, splices, inVolume } of await pageContents()) {
      const bill = deflate(alone, quick, splices);
      assert.deepEqual(inflateSync(bill), Buffer.from(alone), name);
      sums.alone += alone.length;
      sums.bill += bill.length;
      for (const content of [alone, inVolume]) {
        const zlib = deflateSync(content, { level: 1 }).length;
        const stream = deflate(content, quick);
        assert.deepEqual(inflateSync(stream), Buffer.from(content), name);
        // Small pages pay for the code; English ones are rare among the samples.
        assert(stream.length < 1.15 * zlib, `${name} has ${stream.length} bytes`);
        sums.zlib += zlib;
        sums.quick += stream.length;
        sums.thorough += deflate(content, thorough).length;
      }
    }
    const remedy = 'run scripts/build-deflate-code.ts';
    assert(sums.quick < 1.05 * sums.zlib, `${sums.quick / sums.zlib}: ${remedy}`);
    assert(sums.thorough < 0.98 * sums.zlib, `${sums.thorough / sums.zlib}: ${remedy}`);
    assert(sums.bill < 0.42 * sums.alone, `${sums.bill / sums.alone}: ${remedy}`);
  });
});

describe('the code of content streams', () => {
  it('has bits for every symbol, and uses all of them', () => {
    assert.equal(trained.literals.length, 286);
    assert.equal(trained.distances.length, 30);
    // A code that leaves nothing over; zlib refuses others.
    for (const lengths of [trained.literals, trained.distances, trained.lengths]) {
      assert.equal(sharesOf(lengths), 1);
    }
  });

  it('refuses a code in which a symbol has none, or too long a one', () => {
    const literals = trained.literals.replace('4', '0');
    assert.throws(() => blockCode({ ...trained, literals }));
    assert.throws(() => blockCode({ ...trained, literals: trained.literals.replace('c', 'd') }));
    assert.throws(() => blockCode({ ...trained, distances: trained.distances.replace('a', 'b') }));
  });

  it('has lengths as RFC 1951 has them', () => {
    const rows = [
      [3, 257, 0],
      [10, 264, 0],
      [11, 265, 1],
      [12, 265, 1],
      [18, 268, 1],
      [19, 269, 2],
      [130, 280, 4],
      [131, 281, 5],
      [257, 284, 5],
      [258, 285, 0],
    ] as const;
    for (const [length, ...expected] of rows) assert.deepEqual(lengthSymbol(length), expected);
  });
});

function sharesOf(lengths: string): number {
  const bits = Array.from(lengths, (digit) => Number.parseInt(digit, 16));
  return bits.reduce((sum, count) => sum + (count === 0 ? 0 : 2 ** -count), 0);
}

function textOf(length: number): Uint8Array {
  const line = Buffer.from('12.5 -8.22 Td[(abc)-12(def)]TJ\n');
  return Uint8Array.from({ length }, (_, index) => line[(index * index) % line.length] ?? 0);
}

/** Bytes that look like chance, the same in every run. */
function chanceOf(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return state >>> 24;
  });
}
