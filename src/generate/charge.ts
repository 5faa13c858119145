// The lines of a bill: what each service costs this household, and how the house's own meter is
// shared. Every sum is a product rounded once, in whole tiyn.

import { type Money, moneyText } from '../bill/money.ts';
import type { BillInput } from '../bill/schema.ts';
import { balanceOf } from './balance.ts';
import type { Chance } from './chance.ts';
import type { House } from './house.ts';
import { sharedMeter } from './house-meter.ts';
import type { Household } from './household.ts';
import type { Metered } from './meter.ts';
import { monthBefore } from './month.ts';
import { costOf, type Quantity, quantityOf, quantityText } from './quantity.ts';
import type { ServiceRecipe, Words } from './recipe.ts';
import { tiersOf } from './tier.ts';

type Charge = BillInput['charges'][number];
type HouseMeter = NonNullable<BillInput['houseMeters']>[number];

/** What the lines of one bill are made from. */
export interface Situation {
  readonly house: House;
  readonly household: Household;
  readonly metered: readonly Metered[];
  readonly words: Words;
  readonly period: string;
  readonly chance: Chance;
}

export interface Charged {
  readonly charge: Charge;
  readonly due: Money;
  readonly paid: Money;
  readonly houseMeter?: HouseMeter;
}

/** Each correction gives its reason, which takes a line: with more, crowded bills would not fit. */
const mostCorrections = 2;

export function chargesOf(situation: Situation): readonly Charged[] {
  const { house, household, chance } = situation;
  let corrections = 0;
  return house.services.flatMap((service) => {
    if (!household.crowded && !chance.happens(service.accounts)) return [];
    const measured = measure(service, situation);
    if (measured === undefined) return [];
    const mayCorrect = corrections < mostCorrections;
    const charged = chargeOf(service, measured, situation, mayCorrect);
    if (charged.charge.recalculation !== undefined) corrections += 1;
    return [charged];
  });
}

/** What is charged before balances, as the line of the table shows it. */
interface Measured {
  readonly charged: Money;
  readonly basis: Charge['basis'];
  readonly quantity?: Quantity;
  readonly tariff?: string;
  readonly meters?: readonly string[];
  readonly lines?: NonNullable<Charge['lines']>;
  readonly houseMeter?: HouseMeter;
}

/** Undefined where the service cannot be counted here: no meter, and no norm either. */
function measure(service: ServiceRecipe, situation: Situation): Measured | undefined {
  const { residents, area, heatedArea } = situation.household;
  switch (service.by) {
    case 'residents':
      return counted(service, 'residents', { units: residents, decimals: 0 });
    case 'area':
      return counted(service, 'area', { units: area, decimals: 2 });
    case 'heated':
      return counted(service, 'area', { units: heatedArea, decimals: 2 });
    case 'flat-rate': {
      const one = counted(service, 'flat-rate', { units: 1, decimals: 0 });
      return service.unit === undefined ? { charged: one.charged, basis: one.basis } : one;
    }
    case 'meter':
      return byMeter(service, situation);
    case 'house-meter': {
      const own = consumptionOf(service, situation);
      if (own === undefined) return undefined;
      const { house, period } = situation;
      const houseMeter = sharedMeter(service, own, house.meter, period);
      return {
        ...counted(service, 'house-meter', quantityOf(houseMeter.share)),
        houseMeter,
      };
    }
  }
}

function counted(
  service: ServiceRecipe,
  basis: Charge['basis'],
  quantity: Quantity,
): Measured & { readonly quantity: Quantity } {
  const { tariff } = service;
  return { charged: costOf(quantity, quantityOf(tariff)), basis, quantity, tariff };
}

function byMeter(service: ServiceRecipe, situation: Situation): Measured | undefined {
  const quantity = consumptionOf(service, situation);
  if (quantity === undefined) return undefined;
  const own = metersFor(service, situation);
  const isRead = own.every((one) => one.isRead);
  const basis = own.length === 0 ? 'norm' : isRead ? 'meter' : 'average';
  const named = basis === 'meter' && service.namesMeters ? own.map(({ meter }) => meter.id) : [];
  const tiers = tiersOf(service, quantity, situation.household.residents, situation.words);
  if (tiers === undefined) return { ...counted(service, basis, quantity), meters: named };
  return { ...tiers, basis, quantity, meters: named };
}

function metersFor({ meters }: ServiceRecipe, { metered }: Situation): readonly Metered[] {
  return metered.filter(({ kind }) => meters.includes(kind));
}

/** By the meters, or by the norm where there is none. */
function consumptionOf(service: ServiceRecipe, situation: Situation): Quantity | undefined {
  const [first, ...others] = metersFor(service, situation);
  if (first !== undefined) {
    const { units, decimals } = first.consumption;
    return {
      units: others.reduce((sum, { consumption }) => sum + consumption.units, units),
      decimals,
    };
  }
  if (service.norm === undefined) return undefined;
  const norm = quantityOf(service.norm);
  return { units: norm.units * situation.household.residents, decimals: norm.decimals };
}

function chargeOf(
  service: ServiceRecipe,
  measured: Measured,
  situation: Situation,
  mayCorrect: boolean,
): Charged {
  const { household, chance, words } = situation;
  const { charged, basis, quantity, tariff, meters = [], lines, houseMeter } = measured;
  const balance = balanceOf(charged, household, chance, mayCorrect);
  const { recalculation, penalty, benefit } = balance;
  let period = situation.period;
  for (let back = 0; back < service.monthsBack; back += 1) period = monthBefore(period);
  const charge: Charge = {
    supplier: service.supplier,
    service: service.service,
    ...(service.optional && { optional: true }),
    ...(service.monthsBack > 0 && { period }),
    basis,
    ...(quantity !== undefined && { quantity: quantityText(quantity), unit: service.unit }),
    ...(tariff !== undefined && { tariff }),
    openingBalance: moneyText(balance.openingBalance),
    charged: moneyText(charged),
    ...(recalculation !== 0 && {
      recalculation: moneyText(recalculation),
      recalculationReason: chance.pick(words.reasons),
    }),
    ...(penalty !== 0 && { penalty: moneyText(penalty) }),
    ...(benefit !== 0 && { benefit: moneyText(benefit) }),
    paid: moneyText(balance.paid),
    due: moneyText(balance.due),
    ...(meters.length > 0 && { meters: [...meters] }),
    ...(lines !== undefined && { lines }),
  };
  const sums = { due: balance.due, paid: balance.paid };
  return { charge, ...sums, ...(houseMeter !== undefined && { houseMeter }) };
}
