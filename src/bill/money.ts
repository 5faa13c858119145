// Money as whole tiyn: reading it, writing it and its place in a schema. It does not print money.

import { z } from 'zod';

/**
 * Whole tiyn, 1 ₸ = 100 tiyn (ISO 4217, exponent 2). A safe integer, so that sums are exact:
 * two hundred charges at the largest amount stay a thousand times below 2^53.
 */
export type Money = number;

/** At most 9 999 999 999.99 ₸: a hundred times the largest sum a page has room for. */
const moneyPattern = /^-?(?:0|[1-9]\d{0,9})(?:\.\d{1,2})?$/;

const moneyRule =
  'This must be an amount in tenge such as "1234.50" or "-300.00": at most 10 digits, then a ' +
  'point and at most 2 decimals, no spaces, no exponent.';

/**
 * The exact amount, or undefined if the text is not one. A JSON number counts by its shortest
 * decimal form, which is exact up to the largest amount.
 */
export function parseMoney(input: string | number): Money | undefined {
  const text = typeof input === 'number' ? String(input) : input;
  if (!moneyPattern.test(text)) return undefined;
  // Twelve significant digits: the product is off by less than 0.001 tiyn, so rounding is exact.
  // Adding 0 turns the -0 of "-0.00" into 0.
  return Math.round(Number(text) * 100) + 0;
}

/** The canonical decimal string, always with 2 decimals: `-300.00`. For messages and payloads. */
export function moneyText(money: Money): string {
  const digits = String(Math.abs(money)).padStart(3, '0');
  return `${money < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

// The pattern is told to readers of the schema; parseMoney tests it, once.
const moneyString = z.string().meta({ pattern: moneyPattern.source });
const moneyInput = z
  .union([moneyString, z.number()], {
    // What is missing gets the words for missing fields.
    error: ({ input }) => (input == null ? undefined : moneyRule),
  })
  .meta({ description: 'Tenge with at most 2 decimals, a string or an exact JSON number.' });

/** Any amount: a debt is positive, an overpayment negative. */
export const moneyField = z.codec(moneyInput, z.int(), {
  decode(input, context) {
    const money = parseMoney(input);
    if (money !== undefined) return money;
    context.issues.push({ code: 'custom', input, message: moneyRule });
    return z.NEVER;
  },
  encode: moneyText,
});

/** An amount that cannot be below nothing. */
export const amountField = moneyField.refine((money) => money >= 0, {
  error: 'This amount must not be negative.',
});
