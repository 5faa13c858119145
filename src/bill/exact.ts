// Exact arithmetic on decimal strings for the checks: scaled whole numbers, never binary fractions.

import type { Decimal } from './decimal.ts';
import { unitsOf } from './digits.ts';

/**
 * A whole number: a number while it is a safe integer, which is fast, and a bigint beyond. Either
 * is exact.
 */
export type Whole = number | bigint;

/** `units` × 10^-`scale`. */
export interface Exact {
  readonly units: Whole;
  readonly scale: number;
}

export function exact(decimal: Decimal): Exact {
  const point = decimal.indexOf('.');
  const scale = point < 0 ? 0 : decimal.length - point - 1;
  if (decimal.length <= safeDigits) return { units: unitsOf(decimal), scale };
  return { units: BigInt(decimal.replace('.', '')), scale };
}

export function plus(a: Exact, b: Exact): Exact {
  const scale = Math.max(a.scale, b.scale);
  return { units: sum(unitsAt(a, scale), unitsAt(b, scale)), scale };
}

export function minus(a: Exact, b: Exact): Exact {
  const scale = Math.max(a.scale, b.scale);
  return { units: sum(unitsAt(a, scale), negated(unitsAt(b, scale))), scale };
}

export function times(a: Exact, b: Exact): Exact {
  return { units: product(a.units, b.units), scale: a.scale + b.scale };
}

/** Negative, zero or positive, as a comparer. */
export function compare(a: Exact, b: Exact): number {
  const scale = Math.max(a.scale, b.scale);
  const left = unitsAt(a, scale);
  const right = unitsAt(b, scale);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** True if the two are no further apart than `tolerance`, which is not negative. */
export function isNear(a: Exact, b: Exact, tolerance: Exact): boolean {
  const scale = Math.max(a.scale, b.scale, tolerance.scale);
  const left = unitsAt(a, scale);
  const right = unitsAt(b, scale);
  const apart = left < right ? sum(right, negated(left)) : sum(left, negated(right));
  return apart <= unitsAt(tolerance, scale);
}

export function exactText(value: Exact): string {
  const isBelow = value.units < 0;
  const digits = String(isBelow ? negated(value.units) : value.units);
  const sign = isBelow ? '-' : '';
  if (value.scale === 0) return sign + digits;
  const padded = digits.padStart(value.scale + 1, '0');
  return `${sign}${padded.slice(0, -value.scale)}.${padded.slice(-value.scale)}`;
}

/** As many digits as a safe integer can always hold: 2^53 has sixteen. */
const safeDigits = 15;

function unitsAt(value: Exact, scale: number): Whole {
  if (scale === value.scale) return value.units;
  return product(value.units, powerOf10(scale - value.scale));
}

/** A table, since raising to a power costs more than all the rest of a comparison. */
export function powerOf10(exponent: number): Whole {
  return powersOf10[exponent] ?? 10n ** BigInt(exponent);
}

const powersOf10 = Array.from({ length: safeDigits + 1 }, (_, exponent) => Number(`1e${exponent}`));

// A sum or product of whole numbers that is rounded is never below 2^53, so it is no safe integer.

function sum(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const result = a + b;
    if (Number.isSafeInteger(result)) return result;
  }
  return BigInt(a) + BigInt(b);
}

/** A number is taken from 0, as the negative of 0 is 0. */
function negated(units: Whole): Whole {
  return typeof units === 'number' ? 0 - units : -units;
}

function product(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const result = a * b;
    // -0 would be written with a sign.
    if (Number.isSafeInteger(result)) return result + 0;
  }
  return BigInt(a) * BigInt(b);
}
