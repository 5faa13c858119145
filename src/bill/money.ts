// Money as whole tiyn: reading it, writing it and its place in a schema. It does not print money.

import { z } from 'zod';
import { decodeBy } from './codec.ts';
import { decimalPattern, scaledUnits } from './digits.ts';

/**
 * Whole tiyn, 1 ₸ = 100 tiyn (ISO 4217, exponent 2). A safe integer, so that sums are exact:
 * two hundred charges at the largest amount stay forty times below 2^53.
 */
export type Money = number;

/** At most 9 999 999 999.99 ₸: a hundred times the largest sum a page has room for. */
const maxWhole = 10;
const maxDecimals = 2;
const moneyPattern = decimalPattern(maxWhole, maxDecimals);

const moneyRule =
  'This must be an amount in tenge such as "1234.50" or "-300.00": at most 10 digits, then a ' +
  'point and at most 2 decimals, no spaces, no exponent.';

/**
 * The exact amount, or undefined if the text is not one. A JSON number counts by its shortest
 * decimal form, which is exact up to the largest amount.
 */
export function parseMoney(input: string | number): Money | undefined {
  const text = typeof input === 'number' ? String(input) : input;
  return scaledUnits(text, maxWhole, maxDecimals);
}

/** The canonical decimal string, always with 2 decimals: `-300.00`. For messages and payloads. */
export function moneyText(money: Money): string {
  const digits = String(Math.abs(money)).padStart(3, '0');
  return `${money < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const moneyForm = { kind: 'scaled', maxWhole, maxDecimals } as const;
// The pattern is told to readers of the schema; parseMoney tests it, once.
const moneyString = z.string().meta({ pattern: moneyPattern });
const moneyInput = z
  .union([moneyString, z.number()], {
    // What is missing gets the words for missing fields.
    error: ({ input }) => (input == null ? undefined : moneyRule),
  })
  .meta({ description: 'Tenge with at most 2 decimals, a string or an exact JSON number.' });

/** Any amount: a debt is positive, an overpayment negative. */
export const moneyField = z.codec(moneyInput, z.int(), {
  decode: decodeBy({ read: parseMoney, form: moneyForm }, moneyRule),
  encode: moneyText,
});

/** An amount that cannot be below nothing. */
export const amountField = moneyField.refine((money) => money >= 0, {
  error: 'This amount must not be negative.',
});
