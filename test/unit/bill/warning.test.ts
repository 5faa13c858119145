// Every warning a bill can get: one bill that earns it, and no other warning with it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BillInput } from '../../../src/bill/schema.ts';
import { type BillWarningCode, billWarningTable } from '../../../src/bill/warning.ts';
import { aBill, aCharge, aHouseMeter, aMeter, today } from '../../support/a-bill.ts';
import { parseBill } from '../../support/parse-bill.ts';

interface Case {
  readonly pointer: string;
  readonly bill: BillInput;
}

const months = [
  { period: '2026-09', quantity: '5.60' },
  { period: '2026-10', quantity: '7.82' },
];

function withHistory(changed: Partial<{ period: string; quantity: string }>[]): BillInput {
  const history = months.map((month, i) => ({ ...month, ...changed[i] }));
  return aBill({ consumptionHistory: [{ meter: 'C1', unit: 'm3', months: history }] });
}

function withCharge(overrides: Parameters<typeof aCharge>[0]): BillInput {
  return aBill({ charges: [aCharge(overrides)] });
}

const label = { kk: '1-деңгей' };

const cases: Readonly<Record<BillWarningCode, Case>> = {
  CHARGE_REPEATED: {
    pointer: '/charges/1',
    bill: aBill({ charges: [aCharge(), aCharge({ charged: '0.00', quantity: undefined })] }),
  },
  CODE_ACCOUNT_DIFFERS: {
    pointer: '/paymentCodes/0',
    bill: aBill({
      paymentCodes: [
        {
          kind: 'url-template',
          template: 'https://pay.example/{account}',
          values: { account: '000123458' },
        },
      ],
    }),
  },
  DATES_OUT_OF_ORDER: {
    pointer: '/paymentsCountedTo',
    bill: aBill({
      paymentsCountedTo: '2026-11-01',
      lastPayment: { on: '2026-11-02', amount: '10.00' },
    }),
  },
  HISTORY_DIFFERS: {
    pointer: '/consumptionHistory/0/months/1/quantity',
    bill: withHistory([{}, { quantity: '7.83' }]),
  },
  HISTORY_ENDS_ELSEWHERE: {
    pointer: '/consumptionHistory/0/months/1/period',
    bill: withHistory([{ period: '2026-08' }, { period: '2026-09' }]),
  },
  HISTORY_OUT_OF_ORDER: {
    pointer: '/consumptionHistory/0/months/1/period',
    bill: withHistory([{ period: '2026-10' }]),
  },
  HOUSE_CHARGE_DIFFERS: {
    pointer: '/houseMeters/0/charged',
    bill: aBill({ houseMeters: [aHouseMeter({ charged: '71.10' })] }),
  },
  HOUSE_SHARE_DIFFERS: {
    pointer: '/houseMeters/0/share',
    bill: aBill({ houseMeters: [aHouseMeter({ share: '0.774', charged: '71.18' })] }),
  },
  HOUSE_SHARE_UNFOUNDED: {
    pointer: '/houseMeters/0/share',
    bill: aBill({ houseMeters: [aHouseMeter({ individualTotal: '38.000', difference: '0.000' })] }),
  },
  LATIN_IN_CYRILLIC_WORD: {
    pointer: '/notices/0/text/kk',
    bill: aBill({ notices: [{ kind: 'info', text: { kk: 'Тәртiбі' }, priority: 5 }] }),
  },
  LETTERS_LOST: {
    pointer: '/notices/0/text/ru',
    bill: aBill({ notices: [{ kind: 'info', text: { kk: 'Үлгі', ru: '?лгі' }, priority: 5 }] }),
  },
  METER_CONSUMPTION_DIFFERS: {
    pointer: '/charges/0/quantity',
    bill: withCharge({ quantity: '7.83', charged: '720.05' }),
  },
  METER_SHOWS_TOO_LITTLE: {
    pointer: '/meters/0/previous/value',
    bill: aBill({ meters: [aMeter({ decimals: 1, current: undefined })] }),
  },
  METER_VERIFICATION_OVERDUE: {
    pointer: '/meters/0/verifyBy',
    bill: aBill({ meters: [aMeter({ verifyBy: '2026-09' })] }),
  },
  METER_WENT_BACK: {
    pointer: '/meters/0/current/value',
    bill: aBill({
      charges: [aCharge({ meters: [] })],
      meters: [aMeter({ current: { value: '676.18', on: '2026-10-25', source: 'consumer' } })],
    }),
  },
  OF_WHICH_EXCEEDS_CHARGE: {
    pointer: '/charges/0/lines',
    bill: withCharge({ lines: [{ kind: 'of-which', label, charged: '719.14' }] }),
  },
  PAY_BY_PASSED: { pointer: '/payBy', bill: aBill({ payBy: '2026-11-05' }) },
  PERIOD_IN_FUTURE: { pointer: '/charges/0/period', bill: withCharge({ period: '2026-11' }) },
  PERSON_NUMBER_SHOWN: {
    pointer: '/account/payer',
    bill: aBill({ account: { ...aBill().account, payer: 'ЖСН 900101300126' } }),
  },
  QUANTITY_TARIFF_DIFFERS: {
    pointer: '/charges/0/charged',
    bill: withCharge({ charged: '719.60' }),
  },
  QUANTITY_WITHOUT_UNIT: { pointer: '/charges/0/quantity', bill: withCharge({ unit: undefined }) },
  RECALCULATION_WITHOUT_REASON: {
    pointer: '/charges/0/recalculation',
    bill: withCharge({ recalculation: '-0.01' }),
  },
  SUBLINES_DIFFER: {
    pointer: '/charges/0/lines',
    bill: withCharge({
      lines: [
        { kind: 'tier', label, charged: '700.00' },
        { kind: 'tier', label, charged: '19.12' },
      ],
    }),
  },
};

for (const [code, { pointer, bill }] of Object.entries(cases)) {
  test(`${code} points at ${pointer}`, () => {
    const outcome = parseBill(bill, { today });
    assert(outcome.ok, JSON.stringify(outcome));
    const found = outcome.warnings.map((warning) => [warning.code, warning.pointer]);
    assert.deepStrictEqual(found, [[code, pointer]]);
  });
}

test('every code of the table has a case', () => {
  assert.deepStrictEqual(Object.keys(cases).sort(), Object.keys(billWarningTable).sort());
});

test('a right bill gets none', () => {
  const outcome = parseBill(
    aBill({
      houseMeters: [aHouseMeter()],
      consumptionHistory: [{ meter: 'C1', unit: 'm3', months }],
    }),
    { today },
  );
  assert(outcome.ok, JSON.stringify(outcome));
  assert.deepStrictEqual(outcome.warnings, []);
});
