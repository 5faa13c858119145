// Common-house shares within a charge: sub-lines that are on top of what the premises used.

import type { Decimal } from './decimal.ts';
import { type Exact, exact, plus } from './exact.ts';
import type { Money } from './money.ts';
import type { ReadableCharge } from './readable.ts';

/** A sum over such lines; unknown if one of them does not say its part. */
type Sum<T> = T | 'unknown' | undefined;

/** Of their charges, undefined if there are none. */
export function shareCharged(charge: ReadableCharge): Sum<Money> {
  return summed(
    charge,
    ({ charged }) => charged,
    (a, b) => a + b,
  );
}

/** Of their quantities, undefined if there are none. */
export function shareQuantity(charge: ReadableCharge): Sum<Exact> {
  return summed(charge, ({ quantity }) => read(quantity), plus);
}

type Line = NonNullable<NonNullable<ReadableCharge['lines']>[number]>;

function summed<T>(
  { lines = [] }: ReadableCharge,
  partOf: (line: Line) => T | undefined,
  add: (a: T, b: T) => T,
): Sum<T> {
  let sum: T | undefined;
  for (const line of lines) {
    if (line?.kind !== 'house-share') continue;
    const part = partOf(line);
    if (part === undefined) return 'unknown';
    sum = sum === undefined ? part : add(sum, part);
  }
  return sum;
}

function read(quantity: Decimal | undefined): Exact | undefined {
  return quantity === undefined ? undefined : exact(quantity);
}
