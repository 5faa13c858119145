// Whether a charge is quantity × tariff, as far as printed figures can tell.

import type { Decimal } from './decimal.ts';
import { type Exact, exact, isNear, plus, times } from './exact.ts';
import type { Money } from './money.ts';
import { halfUnit } from './tolerance.ts';

/**
 * Printed quantities are rounded while charges are not, so half a unit of the quantity's last digit
 * times the tariff is allowed, and one tiyn for the rounding of the charge itself.
 */
export function isProduct(charged: Money, quantity: Decimal, tariff: Decimal): boolean {
  const count = exact(quantity);
  const rate = exact(tariff);
  const product = times(count, rate);
  if (isNear(tenge(charged), product, oneTiyn)) return true;
  return isNear(tenge(charged), product, plus(times(halfUnit(count), rate), oneTiyn));
}

function tenge(money: Money): Exact {
  return { units: money, scale: 2 };
}

const oneTiyn = tenge(1);
