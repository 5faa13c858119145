// Exact arithmetic on decimal strings for the checks: scaled whole numbers, never binary fractions.

import type { Decimal } from './decimal.ts';

/** `units` × 10^-`scale`. */
export interface Exact {
  readonly units: bigint;
  readonly scale: number;
}

export function exact(decimal: Decimal): Exact {
  const point = decimal.indexOf('.');
  if (point < 0) return { units: BigInt(decimal), scale: 0 };
  const units = BigInt(decimal.slice(0, point) + decimal.slice(point + 1));
  return { units, scale: decimal.length - point - 1 };
}

export function plus(a: Exact, b: Exact): Exact {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

export function minus(a: Exact, b: Exact): Exact {
  return plus(a, { units: -b.units, scale: b.scale });
}

export function times(a: Exact, b: Exact): Exact {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** Negative, zero or positive, as a comparer. */
export function compare(a: Exact, b: Exact): number {
  const scale = Math.max(a.scale, b.scale);
  const [left, right] = [unitsAt(a, scale), unitsAt(b, scale)];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function exactText(value: Exact): string {
  if (value.scale === 0) return String(value.units);
  const digits = String(value.units < 0n ? -value.units : value.units);
  const padded = digits.padStart(value.scale + 1, '0');
  const sign = value.units < 0n ? '-' : '';
  return `${sign}${padded.slice(0, -value.scale)}.${padded.slice(-value.scale)}`;
}

function unitsAt(value: Exact, scale: number): bigint {
  return scale === value.scale ? value.units : value.units * powerOf10(scale - value.scale);
}

/** A table, since raising a bigint to a power costs more than all the rest of a comparison. */
function powerOf10(exponent: number): bigint {
  return powersOf10[exponent] ?? 10n ** BigInt(exponent);
}

const powersOf10 = Array.from({ length: 16 }, (_, exponent) => 10n ** BigInt(exponent));
