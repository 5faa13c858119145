// Figures as bills print them: `26 067,86`. One form for all three languages, English included,
// because the figures of a bill stand once for all its languages.

import assert from 'node:assert/strict';
import type { Decimal } from '../bill/decimal.ts';
import type { Money } from '../bill/money.ts';

/** U+00A0 joins what a line must not part: groups of digits, a figure and its unit. */
export const nbsp = '\u00a0';

/** U+2212: as wide as a figure, where the hyphen is a third of that and easily overlooked. */
export const minus = '\u2212';

/** Always two decimals, no currency: `26 067,86`, `−1 353,73`. */
export function formatMoney(money: Money): string {
  assert(Number.isSafeInteger(money), 'Money is whole tiyn.');
  const size = Math.abs(money);
  const tiyn = size % 100;
  const figure = `${groupedNumber((size - tiyn) / 100)},${pairs[tiyn]}`;
  return money < 0 ? minus + figure : figure;
}

/** `54 048,85 ₸`, the sign (U+20B8) after a no-break space. */
export function formatMoneyWithSign(money: Money): string {
  return `${formatMoney(money)}${nbsp}₸`;
}

/** Readings, quantities and tariffs keep the decimals they came with: `8 590`, `14,820`. */
export function formatDecimal(decimal: Decimal): string {
  assert(decimalShape.test(decimal), 'A decimal is digits with at most one point.');
  const isNegative = decimal.startsWith('-');
  const point = decimal.indexOf('.');
  const integer = decimal.slice(isNegative ? 1 : 0, point < 0 ? decimal.length : point);
  const figure = point < 0 ? grouped(integer) : `${grouped(integer)},${decimal.slice(point + 1)}`;
  return isNegative ? minus + figure : figure;
}

const decimalShape = /^-?\d+(?:\.\d+)?$/;

/** `00` to `99`. */
const pairs = Array.from({ length: 100 }, (_, index) => String(index).padStart(2, '0'));

/** The same as `grouped` for what is a number already. */
function groupedNumber(number: number): string {
  if (number < 1000) return String(number);
  if (number >= 1_000_000) return grouped(String(number));
  const rest = number % 1000;
  const zeros = rest < 10 ? '00' : rest < 100 ? '0' : '';
  return `${(number - rest) / 1000}${nbsp}${zeros}${rest}`;
}

/** Groups of three from the right, from four digits on. */
function grouped(digits: string): string {
  if (digits.length <= 3) return digits;
  let start = digits.length % 3 || 3;
  let figure = digits.slice(0, start);
  for (; start < digits.length; start += 3) figure += nbsp + digits.slice(start, start + 3);
  return figure;
}
