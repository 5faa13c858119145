// How a field that comes as a text or a number is read. It knows no field; money and decimals do.

import { z } from 'zod';

/** The value of an input, or undefined if it cannot be read. */
export type Reading = (input: string | number) => unknown;

/**
 * The decoding half of a zod codec: `read`, with the words for what it cannot read. The quick
 * reader calls `read` itself, so a `read` must refuse every letter that a text may not hold.
 */
export function decodeBy<T>(read: (input: string | number) => T | undefined, rule: string) {
  const decode = (input: string | number, context: z.core.ParsePayload): T => {
    const value = read(input);
    if (value !== undefined) return value;
    context.issues.push({ code: 'custom', input, message: rule });
    return z.NEVER;
  };
  readings.set(decode, read);
  return decode;
}

/** What the decoding half of a codec calls, if `decodeBy` made it. */
export function readingOf(decode: object): Reading | undefined {
  return readings.get(decode);
}

const readings = new WeakMap<object, Reading>();
