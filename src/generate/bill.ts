// One invented bill, whole: what an account of a town owes in a month. It follows from the seed,
// the layout and the number of the bill.

import { moneyText } from '../bill/money.ts';
import type { Phrase } from '../bill/phrase.ts';
import type { BillInput } from '../bill/schema.ts';
import { Chance } from './chance.ts';
import { type Charged, chargesOf } from './charge.ts';
import type { House, Houses } from './house.ts';
import { type Household, householdOf } from './household.ts';
import { metersOf } from './meter.ts';
import { monthAfter } from './month.ts';
import type { Recipe, Words } from './recipe.ts';
import { entranceOf, filled, type Place, placeOf } from './town.ts';

export interface Town {
  /** The layout of its bills. */
  readonly layout: string;
  readonly recipe: Recipe;
  readonly words: Words;
  readonly houses: Houses;
  readonly seed: number;
  readonly period: string;
}

const billSalt = 0x42696c6c;

/** `index` counts the bills of the town, from 0. */
export function billOf(index: number, town: Town): BillInput {
  const { recipe, words, seed, period } = town;
  const chance = new Chance(seed, billSalt, index);
  const place = placeOf(index);
  const house = town.houses.at(place);
  const household = householdOf(place, recipe, words, chance);
  const metered = metersOf(recipe.meters, household, period, chance);
  const charges = chargesOf({ house, household, metered, words, period, chance });
  const used = new Set([
    ...charges.map(({ charge }) => charge.supplier),
    ...metered.map(({ meter }) => meter.supplier),
  ]);
  const account = accountNumber(index, recipe);
  const totalDue = sumOf(charges, false);
  const next = monthAfter(period);
  const houseMeters = charges.flatMap(({ houseMeter }) => houseMeter ?? []);
  return {
    layout: town.layout,
    language: chance.pick(recipe.languages),
    number: `${period.slice(2, 4)}${period.slice(5)}${account.slice(-8)}`,
    period,
    issuedOn: `${next}-05`,
    printedOn: `${next}-06`,
    payBy: `${next}-25`,
    paymentsCountedTo: `${next}-04`,
    ...lastPaymentOf(charges, period, chance),
    ...(chance.happens(0.01) && { duplicate: true }),
    account: accountOf(account, { place, house, household, town, chance }),
    ...(recipe.settlementCentre && { settlementCentre: recipe.settlementCentre }),
    suppliers: house.suppliers.filter(({ id }) => household.crowded || used.has(id)),
    charges: charges.map(({ charge }) => charge),
    ...(metered.length > 0 && {
      meters: metered.map(({ meter }) => meter),
      consumptionHistory: metered.map(({ history }) => history),
    }),
    ...(houseMeters.length > 0 && { houseMeters }),
    ...(recipe.tariffs.length > 0 && { tariffs: recipe.tariffs }),
    totalDue: moneyText(totalDue),
    ...(charges.some(({ charge }) => charge.optional) && {
      optionalDue: moneyText(sumOf(charges, true)),
    }),
    ...paymentOf(account, recipe, chance),
    ...codesOf(account, totalDue, recipe, chance),
    notices: noticesOf(used, household, recipe, chance),
    delivery: deliveryOf(place, house, chance),
  };
}

/** Unique within the town: the factor has no common divisor with a power of ten. */
function accountNumber(index: number, { accountDigits }: Recipe): string {
  const numbers = 10 ** (accountDigits - 1);
  return String((index * 7919 + 1_234_567) % numbers).padStart(accountDigits, '0');
}

interface Occupied {
  readonly place: Place;
  readonly house: House;
  readonly household: Household;
  readonly town: Town;
  readonly chance: Chance;
}

function accountOf(number: string, occupied: Occupied): BillInput['account'] {
  const { place, house, household, town } = occupied;
  const { recipe, words } = town;
  const { payer, premises, residents, area, heatedArea } = household;
  const form = place.flats === 1 ? words.houseAddress : words.flatAddress;
  const values = { city: recipe.city, street: house.address.street, house: house.address.house };
  return {
    number,
    payer,
    address: filled(form, { ...values, flat: String(place.flat + 1) }),
    premises,
    residents,
    area: hundredths(area),
    heatedArea: hundredths(heatedArea),
    ...(recipe.contract && { contract: contractOf(number) }),
  };
}

function hundredths(units: number): string {
  return (units / 100).toFixed(2);
}

function contractOf(account: string): string {
  return `2021/${account.slice(-5)}`;
}

function deliveryOf(place: Place, { address }: House, chance: Chance): BillInput['delivery'] {
  const { postcode, route, street, house } = address;
  const flat = place.flats > 1 && { entrance: entranceOf(place), flat: String(place.flat + 1) };
  const copies = chance.happens(0.002) && { copies: 2 };
  return { postcode, route, street: street.ru ?? street.kk, house, ...flat, ...copies };
}

function sumOf(charges: readonly Charged[], optional: boolean): number {
  let sum = 0;
  for (const { charge, due } of charges) {
    if ((charge.optional ?? false) === optional) sum += Math.max(0, due);
  }
  return sum;
}

function lastPaymentOf(charges: readonly Charged[], period: string, chance: Chance) {
  const paid = charges.reduce((sum, one) => sum + one.paid, 0);
  if (paid === 0) return {};
  return { lastPayment: { on: `${period}-${chance.between(10, 28)}`, amount: moneyText(paid) } };
}

function paymentOf(account: string, { payment }: Recipe, chance: Chance) {
  if (payment === undefined) return {};
  const method = chance.happens(payment.debit) ? ('debit' as const) : ('requisites' as const);
  return {
    payment: { method, purpose: filled(payment.purpose, { contract: contractOf(account) }) },
  };
}

/** A code with a sum asks for the printed total; there is none where nothing is due. */
function codesOf(account: string, totalDue: number, { codes }: Recipe, chance: Chance) {
  const usable = codes.filter(({ template }) => totalDue > 0 || !template.includes('{sum}'));
  const code = usable[chance.below(usable.length)];
  if (code === undefined) return {};
  const { template, alias, caption } = code;
  const sum = template.includes('{sum}') && { sum: moneyText(totalDue) };
  const kind = 'url-template' as const;
  const values = { alias, account, ...sum };
  return { paymentCodes: [{ kind, template, values, ...(caption && { caption }) }] };
}

function noticesOf(
  used: ReadonlySet<string>,
  { habit, crowded }: Household,
  { notices }: Recipe,
  chance: Chance,
): NonNullable<BillInput['notices']> {
  return notices.flatMap(({ supplier, kind, text, priority, share }) => {
    if (supplier !== undefined && !used.has(supplier)) return [];
    if (kind === 'debt' && habit !== 'debt') return [];
    if (!crowded && !chance.happens(share)) return [];
    const phrase: Phrase = text;
    return [{ ...(supplier !== undefined && { supplier }), kind, text: phrase, priority }];
  });
}
