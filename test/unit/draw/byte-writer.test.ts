// Numbers as PDF spells them, and a buffer that grows.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ByteWriter } from '../../../src/draw/byte-writer.ts';
import { numberRoom, putWhole } from '../../../src/draw/spell.ts';

function spell(write: (out: ByteWriter) => void, capacity = 64): string {
  const out = new ByteWriter(capacity);
  write(out);
  return Buffer.from(out.copy()).toString('latin1');
}

const decimals: readonly (readonly [number, number, string])[] = [
  [0, 2, '0'],
  [-0, 2, '0'],
  [0.004, 2, '0'],
  [-0.004, 2, '0'],
  [0.005, 2, '.01'],
  [0.5, 2, '.5'],
  [-0.25, 2, '-.25'],
  [1, 2, '1'],
  [12.3, 2, '12.3'],
  [841.889764, 2, '841.89'],
  [100.01, 2, '100.01'],
  [1000.1, 2, '1000.1'],
  [20_060, 2, '20060'],
  [0.93, 3, '.93'],
  [0.296875, 6, '.296875'],
  [2.000001, 6, '2.000001'],
  [7.5, 0, '8'],
  [-4506, 0, '-4506'],
  [1_000_000, 0, '1000000'],
];

describe('decimal', () => {
  for (const [value, places, expected] of decimals) {
    it(`spells ${value} with ${places} places as ${expected}`, () => {
      assert.equal(
        spell((out) => out.decimal(value, places)),
        expected,
      );
    });
  }

  it('reads back as the rounded value, in the shortest spelling', () => {
    const value = fc.double({ min: -2000, max: 2000, noNaN: true });
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 6 }), (number, places) => {
        const text = spell((out) => out.decimal(number, places));
        assert.equal(Number(text), Math.round(number * 10 ** places) / 10 ** places + 0);
        assert.match(text, /^(0|-?(?!0)\d*(\.\d*[1-9])?)$/);
      }),
    );
  });
});

describe('putWhole', () => {
  const spelled = (value: number) => {
    const bytes = Buffer.alloc(32);
    const end = putWhole(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0, value);
    assert.ok(end <= numberRoom);
    return bytes.toString('latin1', 0, end);
  };

  it('spells any number of 32 bits, with a space after it', () => {
    const near = [0, -0, 999, 1000, -1000, 10_007, 999_999, 1_000_000, -1_000_000];
    for (const value of near) assert.equal(spelled(value), `${value} `);
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 31 - 1) }), fc.nat(30), (value, bits) => {
        assert.equal(spelled(value >> bits), `${value >> bits} `);
      }),
    );
  });

  it('refuses what is no place on paper', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 3e11]) {
      assert.throws(() => spelled(value), /cannot be written/);
    }
  });
});

describe('whole', () => {
  it('spells any number of 32 bits', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 31 - 1) }), (value) => {
        assert.equal(
          spell((out) => out.whole(value)),
          `${value}`,
        );
      }),
    );
  });
});

describe('ByteWriter', () => {
  it('refuses what is no place on paper', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 3e7]) {
      assert.throws(() => spell((out) => out.decimal(value, 2)), /cannot be written/);
    }
  });

  it('grows as needed and keeps what it has', () => {
    const text = spell((out) => {
      for (let i = 0; i < 1000; i += 1) out.text('abc');
      out.append(Buffer.from('def'));
      out.byte(0x67);
    }, 1);
    assert.equal(text, `${'abc'.repeat(1000)}defg`);
  });

  it('lends its memory by view, gives it by copy, and forgets by clear', () => {
    const out = new ByteWriter(8);
    out.text('old');
    const copy = out.copy();
    out.clear();
    out.text('new');
    assert.equal(Buffer.from(copy).toString(), 'old');
    assert.equal(Buffer.from(out.view()).toString(), 'new');
    assert.equal(copy.buffer.byteLength, 3);
  });
});
