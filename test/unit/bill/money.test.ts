// Money: exact in, exact out.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { moneyText, parseMoney } from '../../../src/bill/money.ts';

const cases: readonly [string | number, number | undefined][] = [
  ['0', 0],
  ['0.00', 0],
  ['12', 1200],
  ['12.3', 1230],
  ['1234.50', 123450],
  ['-300.00', -30000],
  ['-0.01', -1],
  ['-0.00', 0],
  ['9999999999.99', 999999999999],
  ['-9999999999.99', -999999999999],
  [12, 1200],
  [-0, 0],
  [0.29, 29],
  [1.15, 115],
  [1234.5, 123450],
  [9999999999.99, 999999999999],
  ['10000000000', undefined],
  ['1.005', undefined],
  ['1e5', undefined],
  ['1E5', undefined],
  ['+1', undefined],
  ['01', undefined],
  ['.5', undefined],
  ['5.', undefined],
  ['', undefined],
  [' 1', undefined],
  ['1\n', undefined],
  ['1 234.50', undefined],
  ['1234,50', undefined],
  ['0x10', undefined],
  ['١٢', undefined],
  [1.005, undefined],
  [0.1 + 0.2, undefined],
  [1e10, undefined],
  [1e21, undefined],
  [1e-7, undefined],
  [Number.NaN, undefined],
  [Number.POSITIVE_INFINITY, undefined],
];

for (const [input, expected] of cases) {
  test(`parseMoney(${JSON.stringify(input)}) is ${expected}`, () => {
    assert.strictEqual(parseMoney(input), expected);
  });
}

const anyMoney = fc.integer({ min: -999999999999, max: 999999999999 });

test('every amount survives being written and read, as a string and as a JSON number', () => {
  fc.assert(
    fc.property(anyMoney, (money) => {
      const text = moneyText(money);
      assert.strictEqual(parseMoney(text), money);
      assert.strictEqual(parseMoney(JSON.parse(text)), money);
    }),
  );
});

test('moneyText always has two decimals', () => {
  const texts = [0, 1, -1, 10, 99, -100, 123450].map(moneyText);
  assert.deepStrictEqual(texts, ['0.00', '0.01', '-0.01', '0.10', '0.99', '-1.00', '1234.50']);
});
