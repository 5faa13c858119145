// Decimal strings and exact arithmetic on them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseDecimal } from '../../../src/bill/decimal.ts';
import { decimalPattern, decimalsOf, scaledUnits, unitsOf } from '../../../src/bill/digits.ts';
import {
  compare,
  type Exact,
  exact,
  exactText,
  isNear,
  minus,
  plus,
  times,
} from '../../../src/bill/exact.ts';
import { isProduct } from '../../../src/bill/product.ts';
import { halfUnit } from '../../../src/bill/tolerance.ts';

const cases: readonly [string | number, string | undefined][] = [
  ['0', '0'],
  ['66.10', '66.10'],
  ['-3.680', '-3.680'],
  ['-0.000', '0.000'],
  ['-0', '0'],
  ['-0.001', '-0.001'],
  ['999999999999.999999', '999999999999.999999'],
  [66.1, '66.1'],
  [209, '209'],
  [0.000001, '0.000001'],
  [1e-7, undefined],
  [1e21, undefined],
  ['007', undefined],
  ['1e3', undefined],
  ['1.', undefined],
  ['.1', undefined],
  ['1,5', undefined],
  ['0.1234567', undefined],
  ['1000000000000', undefined],
  ['', undefined],
];

for (const [input, expected] of cases) {
  test(`parseDecimal(${JSON.stringify(input)}) is ${expected}`, () => {
    assert.strictEqual(parseDecimal(input), expected);
  });
}

test('the loop over the letters and the expression in the schema agree', () => {
  const letters = fc.constantFrom(...'0011259.-+e ٣');
  const anyText = fc.array(letters, { maxLength: 9 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }), check),
    { numRuns: 5000 },
  );
  function check(text: string, maxWhole: number, maxDecimals: number): void {
    const isRight = new RegExp(decimalPattern(maxWhole, maxDecimals)).test(text);
    const decimals = decimalsOf(text, maxWhole, maxDecimals);
    assert.strictEqual(decimals, isRight ? (text.split('.')[1] ?? '').length : -1, text);
    if (isRight) assert.strictEqual(unitsOf(text), Number(text.replace('.', '')) + 0);
    const scaled = isRight ? unitsOf(text) * 10 ** (maxDecimals - decimals) : undefined;
    assert.strictEqual(scaledUnits(text, maxWhole, maxDecimals), scaled);
  }
});

/** Short ones, and those of up to eighteen digits, which are no safe integers. */
const anyDecimal = fc
  .tuple(
    fc.oneof(
      fc.bigInt({ min: -999_999n, max: 999_999n }),
      fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n }),
    ),
    fc.integer({ min: 0, max: 6 }),
  )
  .map(([units, scale]) => exactText({ units, scale }));

test('a decimal survives being read and written, zeros included', () => {
  fc.assert(fc.property(anyDecimal, (text) => exactText(exact(text)) === text));
});

test('sums, differences and products agree with whole numbers of millionths', () => {
  const millionths = (text: string) => {
    const [whole = '', decimals = ''] = text.split('.');
    return BigInt(whole + decimals.padEnd(6, '0'));
  };
  const atScale = ({ units, scale: own }: Exact, scale: number) =>
    BigInt(units) * 10n ** BigInt(scale - own);
  fc.assert(
    fc.property(anyDecimal, anyDecimal, (left, right) => {
      const [a, b] = [exact(left), exact(right)];
      const [x, y] = [millionths(left), millionths(right)];
      assert.strictEqual(atScale(plus(a, b), 6), x + y);
      assert.strictEqual(atScale(minus(a, b), 6), x - y);
      assert.strictEqual(atScale(times(a, b), 12), x * y);
      assert.strictEqual(compare(a, b), x < y ? -1 : x > y ? 1 : 0);
    }),
  );
});

test('scales beyond the table of powers are exact too', () => {
  const tiny = { units: 1n, scale: 30 };
  assert.strictEqual(compare(plus(exact('1'), tiny), exact('1')), 1);
});

test('half a unit of the last digit keeps the digits of the text', () => {
  const halves = ['209', '14.82', '4.580'].map((text) => exactText(halfUnit(exact(text))));
  assert.deepStrictEqual(halves, ['0.5', '0.005', '0.0005']);
});

test('isNear counts the tolerance in, on both sides', () => {
  const [value, tolerance] = [exact('1.00'), exact('0.01')];
  const near = ['0.98', '0.99', '1.01', '1.02'].map((text) =>
    isNear(exact(text), value, tolerance),
  );
  assert.deepStrictEqual(near, [false, true, true, false]);
});

/** Charged in tiyn, quantity, tariff; from bills whose arithmetic is known. */
const products: readonly [number, string, string, boolean][] = [
  [366377, '209', '17.53', true],
  [38176, '14.82', '25.76', true],
  [221216, '4', '553.04', true],
  // Printed quantity 4.58, counted 4.577: the charge is right and must not be warned about.
  [109697, '4.58', '239.67', true],
  [109696, '4.580', '239.67', false],
  [109576, '4.58', '239.67', false],
  [-38176, '-14.82', '25.76', true],
  [38176, '-14.82', '25.76', false],
  [0, '0', '25.76', true],
  // Half a unit at 1.00 is 0.50, and one tiyn for rounding.
  [151, '1', '1.00', true],
  [152, '1', '1.00', false],
];

for (const [charged, quantity, tariff, expected] of products) {
  test(`${charged} tiyn is ${expected ? '' : 'not '}${quantity} × ${tariff}`, () => {
    assert.strictEqual(isProduct(charged, quantity, tariff), expected);
  });
}
