// How near two figures must be when one of them was rounded for printing.

import type { Decimal } from './decimal.ts';
import { compare, type Exact, exact, minus, negative } from './exact.ts';

/** True if the two are no further apart than `tolerance`. */
export function isNear(a: Exact, b: Exact, tolerance: Exact): boolean {
  return compare(absolute(minus(a, b)), absolute(tolerance)) <= 0;
}

/** Half of the last printed digit's worth: how far a rounded figure may be from the true one. */
export function halfUnit(value: Exact): Exact {
  return { units: 5, scale: value.scale + 1 };
}

/** Stated quantities are rounded to their last digit, so half a unit of it is allowed. */
export function isStated(stated: Decimal, counted: Exact): boolean {
  const quantity = exact(stated);
  return isNear(quantity, counted, halfUnit(quantity));
}

function absolute(value: Exact): Exact {
  return value.units < 0 ? negative(value) : value;
}
