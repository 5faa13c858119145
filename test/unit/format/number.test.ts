// Figures: groups, decimals, minus, currency sign, IBAN.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatIban } from '../../../src/format/identifier.ts';
import { formatDecimal, formatMoney, formatMoneyWithSign } from '../../../src/format/number.ts';

/** `_` stands for the no-break space, so that cases can be read. */
function shown(text: string): string {
  return text.replaceAll('\u00a0', '_');
}

test('money has groups of three, a comma and two decimals', () => {
  const check = (money: number, expected: string): void =>
    assert.equal(shown(formatMoney(money)), expected);
  check(0, '0,00');
  check(-0, '0,00');
  check(1, '0,01');
  check(99, '0,99');
  check(100, '1,00');
  check(99_999, '999,99');
  check(100_000, '1_000,00');
  check(2_606_786, '26_067,86');
  check(-135_373, '\u22121_353,73');
  check(-5, '\u22120,05');
  check(11_111_111_100, '111_111_111,00');
  check(999_999_999_999, '9_999_999_999,99');
  assert.equal(shown(formatMoneyWithSign(5_404_885)), '54_048,85_₸');
  assert.throws(() => formatMoney(0.5), /whole tiyn/);
  assert.throws(() => formatMoney(Number.NaN), /whole tiyn/);
});

test('decimals keep the decimals they came with', () => {
  const check = (decimal: string, expected: string): void =>
    assert.equal(shown(formatDecimal(decimal)), expected);
  check('0', '0');
  check('209', '209');
  check('8590', '8_590');
  check('66.10', '66,10');
  check('0.0000', '0,0000');
  check('-3.680', '\u22123,680');
  check('123456789.120', '123_456_789,120');
  for (const wrong of ['', '1,5', '1e3', '.5', '5.', ' 1']) {
    assert.throws(() => formatDecimal(wrong), /A decimal is/);
  }
});

test('figures read back as what was printed', () => {
  const read = (figure: string): string =>
    figure.replaceAll('\u00a0', '').replace(',', '.').replace('\u2212', '-');
  fc.assert(
    fc.property(fc.maxSafeInteger(), (money) => {
      const text = read(formatMoney(money));
      assert.equal(BigInt(text.replace('.', '')), BigInt(money));
      assert.equal(formatDecimal(text), formatMoney(money));
    }),
  );
});

test('an IBAN stands in groups of four that no line parts', () => {
  assert.equal(shown(formatIban('KZ099999999999999999')), 'KZ09_9999_9999_9999_9999');
  assert.equal(shown(formatIban('KZ86125KZT5004100100')), 'KZ86_125K_ZT50_0410_0100');
});
