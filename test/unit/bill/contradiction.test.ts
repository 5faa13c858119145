// The rules across fields that refuse a bill, the near misses that they let pass, and both at once.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BillInput } from '../../../src/bill/schema.ts';
import { aBill, aCharge, aHouseMeter, aMeter, today } from '../../support/a-bill.ts';
import { parseBill } from '../../support/parse-bill.ts';

interface Case {
  readonly name: string;
  readonly bill: BillInput;
  /** Pointers of the faults, all of them BILL_CONTRADICTORY; none means that the bill is right. */
  readonly refused?: readonly string[];
}

const { suppliers } = aBill();
const houseCharge = aCharge({
  service: { kk: 'Суық су, үйге ортақ қажеттілік' },
  basis: 'house-meter',
  quantity: '0.772',
  charged: '70.99',
  meters: [],
});
const shareLine = { kind: 'house-share' as const, label: { kk: 'ҮОЕА' }, charged: '70.99' };

const cases: readonly Case[] = [
  { name: 'a right bill', bill: aBill() },
  {
    name: 'due is not the sum of its row',
    bill: aBill({ charges: [aCharge({ due: '719.14' })] }),
    refused: ['/charges/0/due'],
  },
  {
    name: 'every addend counts with its sign',
    bill: aBill({
      charges: [
        aCharge({
          openingBalance: '100.00',
          recalculation: '-20.00',
          recalculationReason: { kk: 'Үзіліс' },
          penalty: '3.00',
          paid: '50.00',
          benefit: '7.13',
          due: '745.00',
        }),
      ],
    }),
  },
  {
    name: 'totalDue and optionalDue are sums of their charges',
    bill: aBill({ totalDue: '719.12', optionalDue: '450.01' }),
    refused: ['/totalDue', '/optionalDue'],
  },
  {
    name: 'an overpayment does not lower the total',
    bill: aBill({
      charges: [aCharge(), aCharge({ service: { kk: 'Су бұру' }, paid: '1000.00' })],
      totalDue: '719.13',
    }),
  },
  {
    name: 'a bill that is overpaid asks for nothing',
    bill: aBill({ charges: [aCharge({ paid: '1000.00' })], totalDue: '0.00' }),
  },
  { name: 'optionalDue may be left out', bill: aBill({ optionalDue: undefined }) },
  {
    name: 'ids are given once',
    bill: aBill({ suppliers: [...suppliers, ...suppliers], meters: [aMeter(), aMeter()] }),
    refused: ['/suppliers/2/id', '/suppliers/3/id', '/meters/1/id'],
  },
  {
    name: 'suppliers and meters that are named are there',
    bill: aBill({
      charges: [aCharge({ supplier: 'gas', meters: ['C1', 'C2'], quantity: undefined })],
      meters: [aMeter({ supplier: 'heat' })],
      houseMeters: [aHouseMeter({ supplier: 'heat' })],
      consumptionHistory: [
        { meter: 'C3', unit: 'm3', months: [{ period: '2026-10', quantity: '1' }] },
      ],
      tariffs: [
        {
          supplier: 'gas',
          service: { kk: 'Газ' },
          group: { kk: 'Халық' },
          unit: 'm3',
          tariff: '10.00',
          from: '2026-01-01',
        },
      ],
      notices: [{ supplier: 'gas', kind: 'info', text: { kk: 'Үлгі' }, priority: 5 }],
    }),
    refused: [
      '/charges/0/supplier',
      '/meters/0/supplier',
      '/houseMeters/0/supplier',
      '/tariffs/0/supplier',
      '/notices/0/supplier',
      '/consumptionHistory/0/meter',
      '/charges/0/meters/1',
    ],
  },
  {
    name: 'a charge names a meter once',
    bill: aBill({ charges: [aCharge({ meters: ['C1', 'C1'], quantity: undefined })] }),
    refused: ['/charges/0/meters/1'],
  },
  {
    name: 'several charges may share a meter, as water and sewerage do',
    bill: aBill({ charges: [aCharge(), aCharge({ service: { kk: 'Су бұру' } })] }),
  },
  {
    name: 'a meter has one history',
    bill: aBill({
      consumptionHistory: [1, 2].map(() => ({
        meter: 'C1',
        unit: 'm3' as const,
        months: [{ period: '2026-10', quantity: '7.82' }],
      })),
    }),
    refused: ['/consumptionHistory/1/meter'],
  },
  {
    name: 'a reading window does not end before it begins',
    bill: aBill({
      suppliers: suppliers.map((supplier) => ({
        ...supplier,
        readingWindow: { fromDay: 25, toDay: 20 },
      })),
    }),
    refused: ['/suppliers/0/readingWindow/toDay', '/suppliers/1/readingWindow/toDay'],
  },
  {
    name: 'a reading window of one day',
    bill: aBill({
      suppliers: suppliers.map((supplier) => ({
        ...supplier,
        readingWindow: { fromDay: 25, toDay: 25 },
      })),
    }),
  },
  {
    name: 'the equation of a house meter adds up',
    bill: aBill({ houseMeters: [aHouseMeter({ volume: '38.001', difference: '3.682' })] }),
    refused: ['/houseMeters/0/volume', '/houseMeters/0/difference'],
  },
  {
    name: 'a house meter that was replaced counts what its supplier says',
    bill: aBill({
      houseMeters: [
        aHouseMeter({ current: { value: '12.000', on: '2026-10-25' }, replaced: true }),
      ],
    }),
  },
  {
    name: 'the own volume is part of all volumes',
    bill: aBill({ houseMeters: [aHouseMeter({ allocation: 'equal', ownVolume: '34.321' })] }),
    refused: ['/houseMeters/0/ownVolume'],
  },
  {
    name: 'the own part of a key is part of the whole',
    bill: aBill({
      houseMeters: [
        aHouseMeter({
          allocation: 'by-area',
          keyOwn: '24',
          keyTotal: '12',
          share: '7.360',
          charged: '676.83',
        }),
      ],
    }),
    refused: ['/houseMeters/0/keyOwn'],
  },
  {
    name: 'a house charge is the charge of the table',
    bill: aBill({ charges: [aCharge(), houseCharge], houseMeters: [aHouseMeter()] }),
  },
  {
    name: 'or of a sub-line',
    bill: aBill({ charges: [aCharge({ lines: [shareLine] })], houseMeters: [aHouseMeter()] }),
  },
  {
    name: 'a house charge that the table contradicts',
    bill: aBill({
      charges: [aCharge({ lines: [{ ...shareLine, charged: '71.00' }] })],
      houseMeters: [aHouseMeter()],
    }),
    refused: ['/houseMeters/0/charged'],
  },
  {
    name: 'one line of the table answers for one house meter',
    bill: aBill({
      charges: [aCharge(), houseCharge],
      houseMeters: [aHouseMeter(), aHouseMeter({ serial: 'ОДПУ-2' })],
    }),
    refused: ['/houseMeters/1/charged'],
  },
  {
    name: 'a table without common-house lines is left alone',
    bill: aBill({ houseMeters: [aHouseMeter()] }),
  },
];

for (const { name, bill, refused = [] } of cases) {
  test(name, () => {
    const outcome = parseBill(bill, { today });
    const faults = outcome.ok ? [] : outcome.faults;
    assert.deepStrictEqual(
      faults.map(({ code, pointer }) => [code, pointer]),
      refused.map((pointer) => ['BILL_CONTRADICTORY', pointer]),
    );
  });
}

test('details show the arithmetic', () => {
  const outcome = parseBill(aBill({ totalDue: '719.12', optionalDue: undefined }), { today });
  assert(!outcome.ok);
  const details = { expected: '719.13', given: '719.12', difference: '-0.01' };
  assert.deepStrictEqual(outcome.faults[0]?.details, details);
});

test('a rule runs although other fields broke the schema', () => {
  const bill = aBill({
    charges: [aCharge({ due: '1.00' }), aCharge({ charged: '1,00', due: '5.00' })],
    totalDue: '719.12',
    payBy: '31.12.2026',
    houseMeters: [aHouseMeter({ difference: '3.682', serial: '' })],
  });
  assertFaults(bill, [
    ['BILL_INVALID', '/payBy'],
    ['BILL_INVALID', '/charges/1/charged'],
    ['BILL_INVALID', '/houseMeters/0/serial'],
    ['BILL_CONTRADICTORY', '/charges/0/due'],
    // Both charges have a readable due, so the total is checked too.
    ['BILL_CONTRADICTORY', '/totalDue'],
    ['BILL_CONTRADICTORY', '/houseMeters/0/difference'],
  ]);
});

test('no rule concludes from what cannot be read', () => {
  const bill = aBill({
    suppliers: suppliers.map((supplier, i) => ({ ...supplier, id: i === 0 ? 'су' : supplier.id })),
    charges: [aCharge({ due: 'x', unit: undefined }), aCharge({ optional: true, meters: ['?'] })],
    totalDue: '5.00',
    optionalDue: '6.00',
  });
  assertFaults(bill, [
    ['BILL_INVALID', '/suppliers/0/id'],
    ['BILL_INVALID', '/charges/0/due'],
    ['BILL_INVALID', '/charges/1/meters/0'],
  ]);
});

function assertFaults(bill: BillInput, expected: readonly (readonly [string, string])[]) {
  const outcome = parseBill(bill, { today });
  assert(!outcome.ok);
  assert.deepStrictEqual(
    outcome.faults.map(({ code, pointer }) => [code, pointer]),
    expected,
  );
}
