// Lines out of pieces, wherever the pieces are cut.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isBlank, LineSplitter } from '../../../src/batch/line-splitter.ts';

test('lines and a last one without an end', () => check('ab\ncd', ['ab', 'cd']));
test('empty lines are counted', () => check('\n\nab\n', ['', '', 'ab']));
test('a carriage return is left to the reader', () => check('ab\r\n', ['ab\r']));
test('nothing is no line', () => check('', []));
test('a line at the limit is kept, a longer one is only counted', () =>
  check('12345678\n123456789\nab\n', ['12345678', undefined, 'ab'], 8));

test('however it is cut, the lines are those of the whole', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'ң', '\n'), maxLength: 60 });
  const cuts = fc.array(fc.nat(8), { maxLength: 20 });
  fc.assert(
    fc.property(text, cuts, (whole, sizes) => {
      const expected = whole.split('\n');
      if (expected.at(-1) === '') expected.pop();
      const bytes = Buffer.from(whole);
      const pieces: Uint8Array[] = [];
      let at = 0;
      for (const size of sizes) {
        pieces.push(bytes.subarray(at, at + size));
        at += size;
      }
      assert.deepEqual(textsIn([...pieces, bytes.subarray(at)]), expected);
    }),
  );
});

test('spaces mean nothing between bills', () => {
  assert.ok(isBlank(Buffer.from(' \t\r')));
  assert.ok(!isBlank(Buffer.from(' {')));
});

function check(text: string, expected: readonly (string | undefined)[], limit?: number): void {
  assert.deepEqual(textsIn([Buffer.from(text)], limit), expected);
  assert.deepEqual(
    textsIn(
      Array.from(Buffer.from(text), (byte) => Uint8Array.of(byte)),
      limit,
    ),
    expected,
  );
}

function textsIn(pieces: readonly Uint8Array[], limit = 1000): readonly (string | undefined)[] {
  const splitter = new LineSplitter(limit);
  const lines = [...pieces.flatMap((piece) => [...splitter.push(piece)]), ...splitter.finish()];
  assert.deepEqual(
    lines.map(({ line }) => line),
    lines.map((_, index) => index + 1),
  );
  return lines.map(({ bytes }) => bytes && Buffer.from(bytes).toString());
}
