// How near two figures must be when one of them was rounded for printing.

import type { Decimal } from './decimal.ts';
import { type Exact, exact, isNear } from './exact.ts';

/** Half of the last printed digit's worth: how far a rounded figure may be from the true one. */
export function halfUnit(value: Exact): Exact {
  return { units: 5, scale: value.scale + 1 };
}

/** Stated quantities are rounded to their last digit, so half a unit of it is allowed. */
export function isStated(stated: Decimal, counted: Exact): boolean {
  const quantity = exact(stated);
  return isNear(quantity, counted, halfUnit(quantity));
}
