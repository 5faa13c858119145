// A small right bill to change one thing of, as callers send it and as the program reads it.

import assert from 'node:assert/strict';
import { moneyText, parseMoney } from '../../src/bill/money.ts';
import type { Bill, BillInput } from '../../src/bill/schema.ts';
import { parseBill } from './parse-bill.ts';

export const today = '2026-11-06';

export type ChargeInput = BillInput['charges'][number];
export type MeterInput = NonNullable<BillInput['meters']>[number];
export type HouseMeterInput = NonNullable<BillInput['houseMeters']>[number];

/**
 * Cold water by a meter and an optional intercom, of two suppliers. The totals follow the charges
 * unless they are given, so that a test may add charges without adding up.
 */
export function aBill(overrides: Partial<BillInput> = {}): BillInput {
  const charges = overrides.charges ?? [
    aCharge(),
    aCharge({
      supplier: 'osi',
      service: { kk: 'Домофон', ru: 'Домофон' },
      optional: true,
      basis: 'flat-rate',
      quantity: undefined,
      unit: undefined,
      tariff: undefined,
      meters: [],
      charged: '450.00',
    }),
  ];
  return {
    layout: 'almaty-city',
    period: '2026-10',
    issuedOn: '2026-11-05',
    printedOn: today,
    payBy: '2026-11-25',
    account: {
      number: '000123457',
      payer: 'Үлгі Тұтынушы',
      address: {
        kk: 'Алматы қ., Үлгі к-сі, 1-үй, 1-пәтер',
        ru: 'г. Алматы, ул. Үлгі, д. 1, кв. 1',
      },
      premises: 'flat',
      residents: 4,
    },
    suppliers: [
      { id: 'water', name: { kk: '«Үлгі Су» МКК', ru: 'ГКП «Үлгі Су»' } },
      { id: 'osi', name: { kk: '«Үлгі үй» МИБ', ru: 'ОСИ «Үлгі үй»' } },
    ],
    meters: [aMeter()],
    totalDue: totalOf(charges, false),
    optionalDue: totalOf(charges, true),
    ...overrides,
    charges,
  };
}

/** Cold water, 7.82 m³ at 91.96; `due` follows the other amounts unless it is given. */
export function aCharge(overrides: Partial<ChargeInput> = {}): ChargeInput {
  const charge = {
    supplier: 'water',
    service: { kk: 'Суық су', ru: 'Холодная вода' },
    basis: 'meter' as const,
    quantity: '7.82',
    unit: 'm3' as const,
    tariff: '91.96',
    openingBalance: '0.00',
    charged: '719.13',
    meters: ['C1'],
    ...overrides,
  };
  return { ...charge, due: overrides.due ?? dueOf(charge) };
}

/** A cold-water meter that counted 7.82 m³. */
export function aMeter(overrides: Partial<MeterInput> = {}): MeterInput {
  return {
    id: 'C1',
    supplier: 'water',
    service: { kk: 'Суық су', ru: 'Холодная вода' },
    serial: 'СГВ-15 № 20417733',
    previous: { value: '676.19', on: '2026-09-25' },
    current: { value: '684.01', on: '2026-10-25', source: 'consumer' },
    digits: 5,
    decimals: 2,
    verifyBy: '2031-04',
    ...overrides,
  };
}

/** The worked example of the common-house difference: 38 − 34.320 m³, of which 0.772 is ours. */
export function aHouseMeter(overrides: Partial<HouseMeterInput> = {}): HouseMeterInput {
  return {
    supplier: 'water',
    service: { kk: 'Суық су', ru: 'Холодная вода' },
    serial: 'ОДПУ-7711',
    unit: 'm3',
    previous: { value: '10400', on: '2026-09-25' },
    current: { value: '10438', on: '2026-10-25' },
    volume: '38.000',
    individualTotal: '34.320',
    difference: '3.680',
    allocation: 'by-volume',
    ownVolume: '7.200',
    share: '0.772',
    tariff: '91.96',
    charged: '70.99',
    ...overrides,
  };
}

/** The same bill as the program reads it. */
export function aParsedBill(overrides: Partial<BillInput> = {}): Bill {
  const outcome = parseBill(aBill(overrides), { today });
  assert(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
}

type Amounts = Pick<
  ChargeInput,
  'openingBalance' | 'charged' | 'recalculation' | 'penalty' | 'paid' | 'benefit'
>;

function dueOf(charge: Amounts): string {
  const added = [charge.openingBalance, charge.charged, charge.recalculation, charge.penalty];
  const taken = [charge.paid, charge.benefit];
  return moneyText(sumOf(added) - sumOf(taken));
}

function totalOf(charges: readonly ChargeInput[], optional: boolean): string {
  const counted = charges.filter((charge) => (charge.optional ?? false) === optional);
  return moneyText(sumOf(counted.map(({ due }) => moneyText(Math.max(0, tiyn(due))))));
}

function sumOf(amounts: readonly (string | number | undefined)[]): number {
  return amounts.reduce<number>((sum, amount) => sum + tiyn(amount), 0);
}

/** What is no amount counts as 0 here; the bill itself is refused for it. */
function tiyn(amount: string | number | undefined): number {
  return parseMoney(amount ?? 0) ?? 0;
}
