// Text strings, dates and numbers as PDF spells them.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { pdfDate, pdfNumber, pdfText } from '../../../src/draw/pdf-text.ts';

const cases: readonly (readonly [string, string])[] = [
  ['', '()'],
  ['tolem 0.1.0', '(tolem 0.1.0)'],
  ['a (b) \\ c', '(a \\(b\\) \\\\ c)'],
  ['Қ', '(\xfe\xff\x04\x9a)'],
  // U+0428, U+0429, U+045C and U+040D have bytes that mean something else in a string.
  ['ШЩќЍ', '(\xfe\xff\x04\\(\x04\\)\x04\\\\\x04\\r)'],
  ['a\nб', '(\xfe\xff\x00a\x00\\n\x041)'],
];

for (const [text, expected] of cases) {
  it(`spells ${JSON.stringify(text)}`, () => assert.equal(pdfText(text), expected));
}

it('spells a date in UTC', () => {
  assert.equal(pdfDate(new Date(Date.UTC(2026, 10, 6))), '(D:20261106000000Z)');
});

it('spells a number without an exponent, to a millionth', () => {
  const numbers = [595.275591, 1 / 3, -0.0000004, 0.000001, 1e20];
  const expected = ['595.275591', '0.333333', '0', '0.000001', '100000000000000000000'];
  assert.deepEqual(numbers.map(pdfNumber).map(String), expected);
  assert.throws(() => pdfNumber(Number.NaN), /NaN cannot be written/);
  assert.throws(() => pdfNumber(1e21), /cannot be written/);
});
