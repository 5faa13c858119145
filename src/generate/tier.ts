// A consumption divided into tiers, each priced and rounded on its own; their sum is the charge.

import { type Money, moneyText } from '../bill/money.ts';
import type { BillInput } from '../bill/schema.ts';
import { costOf, type Quantity, quantityOf, quantityText } from './quantity.ts';
import type { ServiceRecipe, Words } from './recipe.ts';

type Lines = NonNullable<BillInput['charges'][number]['lines']>;

/** Undefined where all of it stays in the first tier: then the line says it alone. */
export function tiersOf(
  { tariff, tiers }: ServiceRecipe,
  { units, decimals }: Quantity,
  residents: number,
  words: Words,
): { readonly charged: Money; readonly lines: Lines } | undefined {
  const steps = tiers.map(({ from }) => atDecimals(from, decimals) * Math.max(1, residents));
  if (steps[0] === undefined || units <= steps[0]) return undefined;
  let charged = 0;
  const lines: Lines = [];
  for (const [index, rate] of [tariff, ...tiers.map((tier) => tier.tariff)].entries()) {
    const from = steps[index - 1] ?? 0;
    const quantity = { units: Math.min(units, steps[index] ?? units) - from, decimals };
    if (quantity.units <= 0) break;
    const cost = costOf(quantity, quantityOf(rate));
    charged += cost;
    lines.push({
      kind: 'tier',
      label: words.tiers[index] ?? words.tiers[0],
      quantity: quantityText(quantity),
      tariff: rate,
      charged: moneyText(cost),
    });
  }
  return { charged, lines };
}

function atDecimals(text: string, decimals: number): number {
  const quantity = quantityOf(text);
  return Math.round(quantity.units * 10 ** (decimals - quantity.decimals));
}
