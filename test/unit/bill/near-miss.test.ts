// Bills that come close to a warning: those that must not get one, and second ways to earn one.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BillInput } from '../../../src/bill/schema.ts';
import { aBill, aCharge, aMeter, today } from '../../support/a-bill.ts';
import { parseBill } from '../../support/parse-bill.ts';
import { testWarnings, type WarningCase } from '../../support/warnings.ts';

const label = { kk: 'Үлгі' };
const { account, suppliers } = aBill();
const read = (value: string) => ({ value, on: '2026-10-25', source: 'consumer' as const });

function withMeters(
  quantity: string,
  meters: BillInput['meters'],
  charge: Parameters<typeof aCharge>[0] = {},
): BillInput {
  const ids = meters?.map(({ id }) => id) ?? [];
  const charges = [aCharge({ quantity, tariff: undefined, meters: ids, ...charge })];
  return aBill({ charges, meters });
}

const line = (kind: 'tier' | 'period' | 'house-share' | 'of-which', charged: string) => ({
  kind,
  label,
  charged,
});

/** Two that add up to the charge. */
const tiers = (first: string, second: string) => [
  { ...line('tier', '700.00'), quantity: first },
  { ...line('tier', '19.13'), quantity: second },
];

const cases: readonly WarningCase[] = [
  ['a rounded quantity', withMeters('7.8', [aMeter()])],
  ['half a unit off', withMeters('7.825', [aMeter({ current: read('684.0145'), decimals: 4 })])],
  [
    'two meters of one charge',
    withMeters('14.82', [
      aMeter(),
      aMeter({
        id: 'C2',
        previous: { value: '310.20', on: '2026-09-25' },
        current: read('317.20'),
      }),
    ]),
  ],
  ['a ratio and losses', withMeters('316', [aMeter({ ratio: '40', losses: '3.2' })])],
  [
    'past the highest number',
    withMeters('16', [
      aMeter({
        previous: { value: '99990', on: '2026-09-25' },
        current: read('6'),
        rollover: true,
      }),
    ]),
  ],
  ['a replaced meter', withMeters('5', [aMeter({ current: read('3'), replaced: true })])],
  ['a meter without a reading', withMeters('5', [aMeter({ current: undefined })])],
  [
    'a quantity with the house share in it',
    withMeters('8.592', [aMeter()], {
      lines: [{ ...line('house-share', '70.99'), quantity: '0.772' }],
    }),
  ],
  ['a quantity by norm', withMeters('5', [aMeter()], { basis: 'norm' })],
  [
    'a charge with the house share on top',
    aBill({
      charges: [aCharge({ charged: '790.12', lines: [line('house-share', '70.99')] })],
    }),
  ],
  [
    'a charge of which the house share is a part',
    aBill({ charges: [aCharge({ lines: [line('house-share', '70.99')] })] }),
  ],
  [
    'a charge that no house share explains',
    aBill({
      charges: [aCharge({ charged: '9790.12', lines: [line('house-share', '70.99')] })],
    }),
    'QUANTITY_TARIFF_DIFFERS /charges/0/charged',
  ],
  [
    'a replaced meter that says what it counted',
    withMeters('5', [aMeter({ current: read('3'), replaced: true, consumption: '5' })]),
  ],
  [
    'a replaced meter that says something else',
    withMeters('20', [aMeter({ current: read('3'), replaced: true, consumption: '10' })]),
    'METER_CONSUMPTION_DIFFERS /charges/0/quantity',
  ],
  [
    'zeros after the last decimal of a meter',
    aBill({
      charges: [aCharge({ meters: [] })],
      meters: [
        aMeter({
          decimals: 0,
          previous: { value: '676.00', on: '2026-09-25' },
          current: read('684.000'),
        }),
      ],
    }),
  ],
  [
    'tiers that add up',
    aBill({
      charges: [aCharge({ lines: [line('tier', '700.00'), line('tier', '19.13')] })],
    }),
  ],
  [
    'tiers that add up with the share',
    aBill({
      charges: [aCharge({ lines: [line('tier', '700.00'), line('house-share', '19.13')] })],
    }),
  ],
  ['tiers of the quantity', aBill({ charges: [aCharge({ lines: tiers('7.000', '0.820') })] })],
  [
    'tiers of the quantity without the share in it',
    aBill({
      charges: [
        aCharge({
          lines: [
            ...tiers('7.000', '0.048'),
            { ...line('house-share', '70.99'), quantity: '0.772' },
          ],
        }),
      ],
    }),
  ],
  [
    'tiers of another quantity',
    aBill({ charges: [aCharge({ lines: tiers('7.000', '0.720') })] }),
    'SUBLINES_DIFFER /charges/0/lines',
  ],
  [
    'tiers within periods',
    aBill({
      charges: [aCharge({ lines: [line('tier', '700.00'), line('period', '1.00')] })],
    }),
  ],
  [
    'a part named without splitting',
    aBill({
      charges: [aCharge({ lines: [line('of-which', '719.13')] })],
    }),
  ],
  ['a duplicate printed late', aBill({ duplicate: true, printedOn: '2027-02-01' })],
  ['paid by the day of printing', aBill({ payBy: today })],
  ['heat of the month before', aBill({ charges: [aCharge({ period: '2026-09' })] })],
  ['a verification due this month', aBill({ meters: [aMeter({ verifyBy: '2026-10' })] })],
  [
    'leading zeros dropped by the bank',
    aBill({
      paymentCodes: [
        {
          kind: 'url-template',
          template: 'https://a.example/{account}',
          values: { account: '123457' },
        },
      ],
    }),
  ],
  [
    'the same service of another period',
    aBill({
      charges: [aCharge(), aCharge({ period: '2026-09', meters: [], quantity: undefined })],
    }),
  ],
  ['a twelve-digit bill number', aBill({ number: '261000004711' })],
  [
    'a period after the print date',
    aBill({ period: '2026-12', payBy: '2026-12-25' }),
    'PERIOD_IN_FUTURE /period',
  ],
  [
    'a stated consumption',
    aBill({ meters: [aMeter({ consumption: '7.80' })] }),
    'METER_CONSUMPTION_DIFFERS /meters/0/consumption',
  ],
  [
    'a reading of six digits',
    withMeters('7.82', [
      aMeter({ previous: { value: '99992.18', on: '2026-09-25' }, current: read('100000.00') }),
    ]),
    'METER_SHOWS_TOO_LITTLE /meters/0/current/value',
  ],
  [
    'a sub-line that is no product',
    aBill({
      charges: [
        aCharge({ lines: [{ ...line('of-which', '10.00'), quantity: '1.0', tariff: '5.00' }] }),
      ],
    }),
    'QUANTITY_TARIFF_DIFFERS /charges/0/lines/0/charged',
  ],
  [
    'readings after the bill was formed, and in the wrong order',
    aBill({
      meters: [
        aMeter({
          previous: { value: '676.19', on: '2026-11-07' },
          current: { value: '684.01', on: '2026-11-06', source: 'consumer' },
        }),
      ],
    }),
    'DATES_OUT_OF_ORDER /meters/0/current/on',
    'DATES_OUT_OF_ORDER /issuedOn',
  ],
  ['formed after printing', aBill({ issuedOn: '2026-11-07' }), 'DATES_OUT_OF_ORDER /printedOn'],
  [
    'to be paid before the period',
    aBill({ payBy: '2026-09-30', duplicate: true }),
    'DATES_OUT_OF_ORDER /payBy',
  ],
  [
    'a tariff that ends before it begins',
    aBill({
      tariffs: [
        {
          service: label,
          group: label,
          unit: 'm3',
          tariff: '1.00',
          from: '2026-02-01',
          to: '2026-01-31',
        },
      ],
    }),
    'DATES_OUT_OF_ORDER /tariffs/0/to',
  ],
  [
    'a personal number in place of a name, and one in place of a BIN',
    aBill({
      account: { ...account, payer: '900101300126' },
      suppliers: suppliers.map((supplier) => ({ ...supplier, bin: '900101300126' })),
    }),
    'PERSON_NUMBER_SHOWN /account/payer',
    'PERSON_NUMBER_SHOWN /suppliers/0/bin',
    'PERSON_NUMBER_SHOWN /suppliers/1/bin',
  ],
];

testWarnings(cases);

test('details of a consumption show what was counted', () => {
  const outcome = parseBill(withMeters('7.83', [aMeter()]), { today });
  assert(outcome.ok);
  assert.deepStrictEqual(outcome.warnings[0]?.details, { counted: '7.82', given: '7.83' });
});
