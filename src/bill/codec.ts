// How a field that comes as a text or a number is read. It knows no field; money and decimals do.

import { z } from 'zod';

/**
 * How texts are written that `read` takes: as digits.ts has it. `scaled` ones are read as
 * `scaledUnits` reads them, `kept` ones stay texts as they are, but for the sign of nothing.
 */
export interface DigitForm {
  readonly kind: 'scaled' | 'kept';
  readonly maxWhole: number;
  readonly maxDecimals: number;
}

export interface Reading<T = unknown> {
  /** The value of an input, or undefined if it cannot be read. */
  readonly read: (input: string | number) => T | undefined;
  readonly form: DigitForm;
}

/**
 * The decoding half of a zod codec: `read`, with the words for what it cannot read. The quick
 * reader calls `read` itself, for numbers, and reads texts by their form.
 */
export function decodeBy<T>(reading: Reading<T>, rule: string) {
  const decode = (input: string | number, context: z.core.ParsePayload): T => {
    const value = reading.read(input);
    if (value !== undefined) return value;
    context.issues.push({ code: 'custom', input, message: rule });
    return z.NEVER;
  };
  readings.set(decode, reading);
  return decode;
}

/** What the decoding half of a codec reads with, if `decodeBy` made it. */
export function readingOf(decode: object): Reading | undefined {
  return readings.get(decode);
}

const readings = new WeakMap<object, Reading>();
