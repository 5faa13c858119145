// The check sum against its definition.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { AdlerSum } from '../../../src/draw/adler.ts';

const lengths = [0, 1, 79, 80, 81, 159, 160, 5552, 100_003];
const kinds = [() => 255, (index: number) => (index * 7 + 3) & 255];

it('is the sum of bytes and the sum of sums (RFC 1950, 8.2)', () => {
  for (const length of lengths) {
    for (const byteAt of kinds) {
      const bytes = Uint8Array.from({ length }, (_, index) => byteAt(index));
      const sum = new AdlerSum();
      sum.add(new DataView(bytes.buffer), 0, length);
      assert.equal(sum.value(), slowly(bytes), `${length}`);
    }
  }
});

it('is the same in parts, whether they are summed or were summed before', () => {
  const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => 255 - (index % 5));
  const view = new DataView(bytes.buffer);
  for (const length of lengths) {
    const [from, to] = [70_000, 70_000 + length];
    const [part, sum] = [new AdlerSum(), new AdlerSum()];
    part.restart(0);
    part.add(view, from, to);
    sum.add(view, 0, from);
    sum.addPart({ length, sum: part.sum, sums: part.sums });
    sum.add(view, to, bytes.length);
    assert.equal(sum.value(), slowly(bytes), `${length}`);
  }
});

function slowly(bytes: Uint8Array): number {
  let [sum, sums] = [1, 0];
  for (const byte of bytes) {
    sum = (sum + byte) % 65_521;
    sums = (sums + sum) % 65_521;
  }
  return sums * 65_536 + sum;
}
