// What was owed, paid and corrected on a charge; `due` follows from it, so sums are right by
// construction. All in tiyn.

import type { Money } from '../bill/money.ts';
import type { Chance } from './chance.ts';
import type { Household } from './household.ts';

export interface Balance {
  readonly openingBalance: Money;
  readonly recalculation: Money;
  readonly penalty: Money;
  readonly benefit: Money;
  readonly paid: Money;
  readonly due: Money;
}

export function balanceOf(
  charged: Money,
  household: Household,
  chance: Chance,
  mayCorrect: boolean,
): Balance {
  const { openingBalance, paid, penalty } = carried(charged, household, chance);
  const corrects = mayCorrect && chance.happens(household.crowded ? 0.3 : 0.03);
  const recalculation = corrects ? part(charged, chance.between(-25, 15)) : 0;
  const benefit = household.hasBenefit && chance.happens(0.3) ? part(charged, 25) : 0;
  const due = openingBalance + charged + recalculation + penalty - paid - benefit;
  return { openingBalance, recalculation, penalty, benefit, paid, due };
}

function carried(charged: Money, { habit }: Household, chance: Chance) {
  const before = part(charged, chance.between(85, 115));
  const settled = { openingBalance: before, paid: before, penalty: 0 };
  switch (habit) {
    case 'ordinary':
      return settled;
    case 'new':
      return { openingBalance: 0, paid: 0, penalty: 0 };
    case 'prepaid':
      return { openingBalance: -charged, paid: 0, penalty: 0 };
    case 'overpaid':
      return { openingBalance: -part(charged, chance.between(10, 300)), paid: 0, penalty: 0 };
    case 'partial': {
      const openingBalance = part(charged, chance.between(100, 220));
      return { openingBalance, paid: part(openingBalance, chance.between(20, 80)), penalty: 0 };
    }
    case 'debt': {
      // Some lines are paid even then.
      if (chance.happens(0.35)) return settled;
      const openingBalance = charged * chance.between(1, 8);
      return { openingBalance, paid: 0, penalty: part(openingBalance, chance.between(0, 3)) };
    }
  }
}

function part(money: Money, percent: number): Money {
  return Math.round((money * percent) / 100);
}
