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
  const digits = String(Math.abs(money)).padStart(3, '0');
  const point = digits.length - 2;
  return signed(money < 0, `${grouped(digits.slice(0, point))},${digits.slice(point)}`);
}

/** `54 048,85 ₸`, the sign (U+20B8) after a no-break space. */
export function formatMoneyWithSign(money: Money): string {
  return `${formatMoney(money)}${nbsp}₸`;
}

/** Readings, quantities and tariffs keep the decimals they came with: `8 590`, `14,820`. */
export function formatDecimal(decimal: Decimal): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  assert(parts !== null, 'A decimal is digits with at most one point.');
  const [, sign, integer = '', fraction] = parts;
  const figure = grouped(integer) + (fraction === undefined ? '' : `,${fraction}`);
  return signed(sign === '-', figure);
}

function signed(isNegative: boolean, figure: string): string {
  return isNegative ? minus + figure : figure;
}

/** Groups of three from the right, from four digits on. */
function grouped(digits: string): string {
  let start = digits.length % 3 || 3;
  let figure = digits.slice(0, start);
  for (; start < digits.length; start += 3) figure += nbsp + digits.slice(start, start + 3);
  return figure;
}
