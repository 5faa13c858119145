// Who lives behind a bill and how they pay: what decides the size of its figures. It sets none.

import type { Chance } from './chance.ts';
import type { Recipe, Words } from './recipe.ts';
import type { Place } from './town.ts';

/**
 * `ordinary` pays each bill, `debt` none for months, `partial` some of it; `overpaid` is ahead,
 * `prepaid` to the tiyn, `new` has no balance yet.
 */
export type Habit = 'ordinary' | 'debt' | 'partial' | 'overpaid' | 'prepaid' | 'new';

export interface Household {
  readonly payer: string;
  readonly premises: 'flat' | 'house' | 'non-residential';
  /** 0 where nobody lives at present. */
  readonly residents: number;
  /** Hundredths of a square metre. */
  readonly area: number;
  readonly heatedArea: number;
  readonly habit: Habit;
  readonly hasMeters: boolean;
  readonly hasBenefit: boolean;
  /** Everything at once: the bill that climbs the fitting ladder. */
  readonly crowded: boolean;
}

/** Of a hundred accounts. */
const habits = [
  ['ordinary', 70],
  ['debt', 11],
  ['partial', 7],
  ['overpaid', 8],
  ['prepaid', 1],
  ['new', 3],
] as const;

export function householdOf(place: Place, recipe: Recipe, words: Words, chance: Chance): Household {
  const isShop = place.flats >= 36 && chance.happens(0.02);
  const area = place.flats === 1 ? chance.between(6000, 18_000) : chance.between(2800, 11_000);
  return {
    payer: payerOf(isShop, words, chance),
    premises: isShop ? 'non-residential' : place.flats === 1 ? 'house' : 'flat',
    residents: chance.happens(0.03) ? 0 : chance.pick([1, 2, 2, 3, 3, 4, 4, 5, 6]),
    area,
    heatedArea: area - chance.below(Math.floor(area / 20)),
    habit: habitOf(chance.below(100)),
    hasMeters: chance.happens(0.9),
    hasBenefit: chance.happens(0.06),
    crowded: chance.happens(recipe.crowded),
  };
}

function habitOf(draw: number): Habit {
  let rest = draw;
  for (const [habit, weight] of habits) {
    if (rest < weight) return habit;
    rest -= weight;
  }
  return 'ordinary';
}

function payerOf(isShop: boolean, words: Words, chance: Chance): string {
  if (isShop) return chance.pick(words.firms);
  if (chance.happens(0.02)) return chance.pick(words.longPayers);
  return `${chance.pick(words.surnames)} ${chance.pick(words.names)}`;
}
