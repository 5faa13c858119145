// Meters with their readings and thirteen months of history, all of one consumption.

import type { BillInput } from '../bill/schema.ts';
import type { Chance } from './chance.ts';
import type { Household } from './household.ts';
import { monthBefore } from './month.ts';
import { type Quantity, quantityText } from './quantity.ts';
import type { MeterRecipe } from './recipe.ts';

type Meter = NonNullable<BillInput['meters']>[number];
type History = NonNullable<BillInput['consumptionHistory']>[number];

export interface Metered {
  readonly kind: string;
  readonly meter: Meter;
  readonly history: History;
  readonly consumption: Quantity;
  /** False where the month is charged by the average of the months before. */
  readonly isRead: boolean;
}

export function metersOf(
  recipes: readonly MeterRecipe[],
  household: Household,
  period: string,
  chance: Chance,
): readonly Metered[] {
  if (!household.hasMeters) return [];
  const isRead = chance.happens(0.94);
  return recipes.flatMap((recipe) => {
    const count = household.crowded ? Math.max(...recipe.counts) : chance.pick(recipe.counts);
    return Array.from({ length: count }, (_, index) => {
      const id = `${recipe.kind}${index + 1}`;
      return meterOf({ recipe, id, index, count, isRead }, household, period, chance);
    });
  });
}

interface Draft {
  readonly recipe: MeterRecipe;
  readonly id: string;
  readonly index: number;
  /** Of its kind. */
  readonly count: number;
  readonly isRead: boolean;
}

function meterOf(
  { recipe, id, index, count, isRead }: Draft,
  { residents }: Household,
  period: string,
  chance: Chance,
): Metered {
  const { kind, supplier, service, unit, digits, decimals, places, serials } = recipe;
  const usual = Math.max(1, Math.round((recipe.monthly * residents) / count));
  const used = residents === 0 ? 0 : chance.between(Math.ceil(usual * 0.6), Math.ceil(usual * 1.4));
  // Nine tenths of what the meter can show: it does not roll over this month.
  const before = chance.below(Math.floor(0.9 * 10 ** (digits + decimals)) - used);
  const place = places[index];
  const reading = (units: number) => quantityText({ units, decimals });
  const meter: Meter = {
    id,
    supplier,
    service,
    serial: chance.pick(serials).replace(/#/g, () => String(chance.below(10))),
    ...(place !== undefined && count > 1 && { place }),
    previous: { value: reading(before), on: `${monthBefore(period)}-25` },
    ...(isRead && {
      current: { value: reading(before + used), on: `${period}-25`, source: sourceOf(chance) },
    }),
    digits,
    decimals,
    unit,
    verifyBy: verifyByOf(period, chance),
  };
  const history = historyOf({ meter: id, unit, decimals, usual, used }, period, chance);
  return { kind, meter, history, consumption: { units: used, decimals }, isRead };
}

function sourceOf(chance: Chance): 'consumer' | 'supplier' | 'estimated' {
  return chance.pick(['consumer', 'consumer', 'consumer', 'consumer', 'supplier', 'estimated']);
}

/** This month at the earliest: an overdue verification is a warning. */
function verifyByOf(period: string, chance: Chance): string {
  const year = Number(period.slice(0, 4)) + chance.below(7);
  const month = chance.between(Number(period.slice(5)), 12);
  return `${year}-${String(month).padStart(2, '0')}`;
}

interface HistoryDraft {
  readonly meter: string;
  readonly unit: MeterRecipe['unit'];
  readonly decimals: number;
  readonly usual: number;
  readonly used: number;
}

/** The last bar is what the bill charges; the others go up and down about the usual. */
function historyOf(draft: HistoryDraft, period: string, chance: Chance): History {
  const { meter, unit, decimals, usual, used } = draft;
  const months = [{ period, quantity: quantityText({ units: used, decimals }) }];
  let month = period;
  for (let back = 1; back <= 12; back += 1) {
    month = monthBefore(month);
    const units = Math.round((usual * chance.between(55, 150)) / 100);
    months.push({ period: month, quantity: quantityText({ units, decimals }) });
  }
  return { meter, unit, months: months.reverse() };
}
