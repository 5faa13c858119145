// Whole numbers of a decimal place: 14,820 m³ is 14820 at three decimals. No binary fractions.

import type { Decimal } from '../bill/decimal.ts';
import type { Money } from '../bill/money.ts';

export interface Quantity {
  readonly units: number;
  readonly decimals: number;
}

/** Of a recipe: short, so exact in a double. */
export function quantityOf(text: Decimal): Quantity {
  const [whole = '', fraction = ''] = text.split('.');
  return { units: Number(whole + fraction), decimals: fraction.length };
}

export function quantityText({ units, decimals }: Quantity): Decimal {
  if (decimals === 0) return String(units);
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
  const sign = units < 0 ? '-' : '';
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Rounded to the tiyn, half up. `tariff` is in tenge. */
export function costOf({ units, decimals }: Quantity, tariff: Quantity): Money {
  return Math.round((units * tariff.units * 100) / 10 ** (decimals + tariff.decimals));
}
