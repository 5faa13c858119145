// The check sum against its definition.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { adler32 } from '../../../src/draw/adler.ts';

it('is the sum of bytes and the sum of sums (RFC 1950, 8.2)', () => {
  for (const length of [0, 1, 79, 80, 81, 159, 160, 5552, 100_003]) {
    for (const byteAt of [() => 255, (index: number) => (index * 7 + 3) & 255]) {
      const bytes = Uint8Array.from({ length }, (_, index) => byteAt(index));
      assert.equal(adler32(new DataView(bytes.buffer), length), slowly(bytes), `${length}`);
    }
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
