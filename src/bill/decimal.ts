// Quantities, tariffs and readings: decimal strings that keep their own decimals. No arithmetic.

import { z } from 'zod';
import { decodeBy } from './codec.ts';
import { decimalPattern, decimalsOf, isNegative } from './digits.ts';

/**
 * A canonical decimal string such as `66.10` or `-3.680`: printed with the decimals it came with,
 * since a meter's decimals and a tariff's decimals are part of what they say.
 */
export type Decimal = string;

/** Twelve digits and six decimals hold any reading, tariff or area a bill shows. */
const maxWhole = 12;
const maxDecimals = 6;

const decimalRule =
  'This must be a decimal number such as "14.82": at most 12 digits without leading zeros, then ' +
  'a point and at most 6 decimals, no spaces, no exponent.';

/**
 * The canonical string, or undefined if the input is not a decimal. A JSON number becomes its
 * shortest exact string, so `26.80` arrives as `26.8`: callers who care for zeros send strings.
 */
export function parseDecimal(input: string | number): Decimal | undefined {
  const text = typeof input === 'number' ? String(input) : input;
  if (decimalsOf(text, maxWhole, maxDecimals) < 0) return undefined;
  // Of a small loss a system may make -0.000 by rounding; nothing has no sign.
  return isNegative(text) && !/[1-9]/.test(text) ? text.slice(1) : text;
}

const decimalForm = { kind: 'kept', maxWhole, maxDecimals } as const;
// The pattern is told to readers of the schema; parseDecimal tests it, once.
const decimalString = z.string().meta({ pattern: decimalPattern(maxWhole, maxDecimals) });
const decimalInput = z
  .union([decimalString, z.number()], {
    // What is missing gets the words for missing fields.
    error: ({ input }) => (input == null ? undefined : decimalRule),
  })
  .meta({ description: 'A decimal string that keeps its decimals, or a JSON number.' });

/** Any decimal: a corrected quantity or a house difference may be below nothing. */
export const signedDecimalField = z.codec(decimalInput, z.string(), {
  decode: decodeBy({ read: parseDecimal, form: decimalForm }, decimalRule),
  encode: (decimal) => decimal,
});

/** Readings, tariffs and areas. */
export const decimalField = signedDecimalField.refine((decimal) => !isNegative(decimal), {
  error: 'This number must not be negative.',
});

/** What is multiplied or divided by: a transformer ratio, the whole house's area. */
export const positiveDecimalField = decimalField.refine((decimal) => /[1-9]/.test(decimal), {
  error: 'This number must be greater than 0.',
});
