// Bills at random for property tests: valid, with sums that add up and names that refer to what is
// there. From one line to more than a sheet holds, odder than life on purpose, and shrinking to the
// least that fails. It renders nothing; bills as they are sent come from generated.ts.

import fc from 'fast-check';
import { moneyText } from '../../src/bill/money.ts';
import type { BillInput } from '../../src/bill/schema.ts';
import { anyCode, codeOf, type DrawnCode } from './generate-code.ts';
import * as words from './words.ts';

type Charge = BillInput['charges'][number];
type Supplier = BillInput['suppliers'][number];
type Meter = NonNullable<BillInput['meters']>[number];
type History = NonNullable<BillInput['consumptionHistory']>[number];
type Notice = NonNullable<BillInput['notices']>[number];

/** Most often absent: what only some bills have. */
function sometimes<T>(value: fc.Arbitrary<T>, freq = 3): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined, freq });
}

/** Tiyn: nothing, usual sums, rarely sums that need much width. */
const tiyn = fc.oneof(
  { arbitrary: fc.constant(0), weight: 2 },
  { arbitrary: fc.integer({ min: 1, max: 2_500_000 }), weight: 6 },
  { arbitrary: fc.constantFrom(1, 99, 100, 11_111_111_100), weight: 1 },
);
const mostlyNothing = sometimes(tiyn, 2);
const signedTiyn = fc.tuple(tiyn, fc.boolean()).map(([sum, isDebt]) => (isDebt ? sum : -sum));

const decimal = fc
  .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 999 }), fc.nat(3))
  .map(([whole, part, places]) =>
    places === 0 ? String(whole) : `${whole}.${String(part).padStart(3, '0').slice(0, places)}`,
  );

const contacts = {
  name: words.company,
  logo: sometimes(words.emblem, 1),
  phones: fc.array(words.phone, { maxLength: 2 }),
  site: sometimes(words.site, 2),
  email: sometimes(words.email, 6),
};

const readingWindow = fc
  .tuple(
    fc.integer({ min: 1, max: 20 }),
    fc.integer({ min: 0, max: 11 }),
    fc.array(words.channel, { maxLength: 3 }),
  )
  .map(([fromDay, length, channels]) => ({ fromDay, toDay: fromDay + length, channels }));

const supplier = fc.record({ ...contacts, readingWindow: sometimes(readingWindow, 3) });

const line = fc.record({
  kind: fc.constantFrom('tier', 'period', 'house-share', 'of-which'),
  label: words.label,
  quantity: sometimes(decimal, 1),
  tariff: sometimes(decimal, 1),
  charged: signedTiyn,
});

const charge = fc.record({
  /** Taken modulo the number of suppliers, as is `meters` of meters. */
  supplier: fc.nat(6),
  meters: fc.uniqueArray(fc.nat(4), { maxLength: 2 }),
  service: words.service,
  optional: fc.integer({ min: 0, max: 5 }).map((draw) => draw === 0),
  period: sometimes(fc.constantFrom('2023-12', '2024-03'), 5),
  basis: fc.constantFrom('meter', 'norm', 'average', 'area', 'residents', 'flat-rate'),
  quantity: sometimes(decimal, 1),
  unit: fc.constantFrom('kWh', 'Gcal', 'm3', 'm2', 'person', 'month', 'flat'),
  tariff: sometimes(decimal, 1),
  openingBalance: fc.oneof(fc.constant(0), signedTiyn),
  charged: tiyn,
  recalculation: sometimes(signedTiyn, 4),
  recalculationReason: sometimes(words.label, 1),
  penalty: mostlyNothing,
  benefit: mostlyNothing,
  paid: mostlyNothing,
  lines: sometimes(fc.array(line, { minLength: 1, maxLength: 3 })),
});

const meter = fc.record({
  supplier: fc.nat(6),
  service: words.service,
  serial: words.serial,
  place: sometimes(words.label, 4),
  previous: decimal,
  current: sometimes(decimal, 1),
  digits: fc.integer({ min: 4, max: 6 }),
  decimals: fc.integer({ min: 0, max: 3 }),
  verifyBy: sometimes(fc.constantFrom('2031-04', '2027-12'), 1),
  history: sometimes(fc.array(decimal, { minLength: 1, maxLength: 13 }), 1),
});

const notice = fc.record({
  supplier: sometimes(fc.nat(6), 1),
  kind: fc.constantFrom('deadline', 'debt', 'tariff', 'outage', 'readings', 'legal', 'info'),
  text: words.notice,
  priority: fc.integer({ min: 1, max: 9 }),
});

/** Every bill of this kind is accepted by the schema and contradicts itself nowhere. */
export const anyBill: fc.Arbitrary<BillInput> = fc
  .record({
    language: fc.constantFrom('kk-ru', 'kk', 'ru'),
    period: fc.constantFrom('2024-01', '2025-06', '2026-10', '2026-12'),
    number: sometimes(fc.integer({ min: 1, max: 2_147_483_647 }).map(String)),
    duplicate: fc.boolean(),
    counted: fc.boolean(),
    lastPayment: sometimes(tiyn, 1),
    account: fc.integer({ min: 0, max: 999_999_999 }).map((n) => String(n).padStart(9, '0')),
    payer: words.payer,
    address: words.address,
    residents: sometimes(fc.integer({ min: 0, max: 12 }), 1),
    area: sometimes(decimal, 1),
    heatedArea: sometimes(decimal, 1),
    settlementCentre: sometimes(fc.record(contacts), 2),
    suppliers: fc.array(supplier, { minLength: 1, maxLength: 7 }),
    charges: fc.array(charge, { minLength: 1, maxLength: 26 }),
    meters: fc.array(meter, { maxLength: 5 }),
    notices: fc.array(notice, { maxLength: 6 }),
    codes: fc.array(anyCode, { maxLength: 2 }),
  })
  .map(billOf);

type Drawn<T> = T extends fc.Arbitrary<infer Value> ? Value : never;

interface Parts {
  readonly language: 'kk-ru' | 'kk' | 'ru';
  readonly period: string;
  readonly number: string | undefined;
  readonly duplicate: boolean;
  readonly counted: boolean;
  readonly lastPayment: number | undefined;
  readonly account: string;
  readonly payer: string;
  readonly address: words.Phrase;
  readonly residents: number | undefined;
  readonly area: string | undefined;
  readonly heatedArea: string | undefined;
  readonly settlementCentre: BillInput['settlementCentre'];
  readonly suppliers: readonly Drawn<typeof supplier>[];
  readonly charges: readonly Drawn<typeof charge>[];
  readonly meters: readonly Drawn<typeof meter>[];
  readonly notices: readonly Drawn<typeof notice>[];
  readonly codes: readonly DrawnCode[];
}

function billOf(parts: Parts): BillInput {
  const { period, account, suppliers, meters } = parts;
  const charges = parts.charges.map((drawn) => chargeOf(drawn, parts));
  const totalDue = totalOf(charges, false);
  const next = monthAfter(period);
  return {
    layout: 'almaty-city',
    language: parts.language,
    number: parts.number,
    period,
    issuedOn: `${next}-05`,
    printedOn: `${next}-06`,
    payBy: `${next}-25`,
    paymentsCountedTo: parts.counted ? `${next}-04` : undefined,
    lastPayment:
      parts.lastPayment === undefined ? undefined : lastPaymentOf(parts.lastPayment, period),
    duplicate: parts.duplicate,
    account: {
      number: account,
      payer: parts.payer,
      address: parts.address,
      premises: 'flat',
      residents: parts.residents,
      area: parts.area,
      heatedArea: parts.heatedArea,
    },
    settlementCentre: parts.settlementCentre,
    suppliers: suppliers.map((drawn, index): Supplier => ({ ...drawn, id: `s${index}` })),
    charges,
    meters: meters.map((drawn, index) => meterOf(drawn, index, parts)),
    consumptionHistory: meters.flatMap((drawn, index) => historyOf(drawn, index, period)),
    totalDue: moneyText(totalDue),
    optionalDue: moneyText(totalOf(charges, true)),
    paymentCodes: parts.codes.map((drawn) => codeOf(drawn, account, totalDue)),
    notices: parts.notices.map((drawn) => noticeOf(drawn, suppliers.length)),
  };
}

function lastPaymentOf(sum: number, period: string) {
  return { on: `${period}-20`, amount: moneyText(sum) };
}

function chargeOf(drawn: Drawn<typeof charge>, { suppliers, meters }: Parts): Charge {
  const { openingBalance, charged, recalculation = 0, penalty = 0, benefit = 0, paid = 0 } = drawn;
  const due = openingBalance + charged + recalculation + penalty - paid - benefit;
  const own = meters.length === 0 ? [] : drawn.meters.map((index) => index % meters.length);
  const { quantity, unit, lines = [] } = drawn;
  return {
    ...drawn,
    supplier: `s${drawn.supplier % suppliers.length}`,
    unit: quantity === undefined ? undefined : unit,
    meters: drawn.basis === 'meter' ? [...new Set(own)].map((index) => `m${index}`) : [],
    lines: lines.map((one) => ({ ...one, charged: moneyText(one.charged) })),
    openingBalance: moneyText(openingBalance),
    charged: moneyText(charged),
    recalculation: moneyText(recalculation),
    penalty: moneyText(penalty),
    benefit: moneyText(benefit),
    paid: moneyText(paid),
    due: moneyText(due),
  };
}

function totalOf(charges: readonly Charge[], optional: boolean): number {
  return charges
    .filter((one) => (one.optional ?? false) === optional)
    .reduce((sum, { due }) => sum + Math.max(0, Math.round(Number(due) * 100)), 0);
}

function meterOf(drawn: Drawn<typeof meter>, index: number, { suppliers, period }: Parts): Meter {
  const { previous, current, history: _, ...plain } = drawn;
  const on = `${period}-25`;
  return {
    ...plain,
    id: `m${index}`,
    supplier: `s${drawn.supplier % suppliers.length}`,
    previous: { value: previous, on: `${period}-01` },
    current: current === undefined ? undefined : { value: current, on, source: 'consumer' },
  };
}

function historyOf({ history }: Drawn<typeof meter>, index: number, period: string): History[] {
  if (history === undefined) return [];
  let month = period;
  const months = history.map((quantity) => {
    const entry = { period: month, quantity };
    month = monthBefore(month);
    return entry;
  });
  return [{ meter: `m${index}`, unit: 'm3', months: months.toReversed() }];
}

function noticeOf(drawn: Drawn<typeof notice>, suppliers: number): Notice {
  const { supplier: index } = drawn;
  return { ...drawn, supplier: index === undefined ? undefined : `s${index % suppliers}` };
}

function monthAfter(period: string): string {
  const [year, month] = yearAndMonth(period);
  return month === 12 ? `${year + 1}-01` : `${year}-${twoDigits(month + 1)}`;
}

function monthBefore(period: string): string {
  const [year, month] = yearAndMonth(period);
  return month === 1 ? `${year - 1}-12` : `${year}-${twoDigits(month - 1)}`;
}

function yearAndMonth(period: string): readonly [number, number] {
  return [Number(period.slice(0, 4)), Number(period.slice(5))];
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
