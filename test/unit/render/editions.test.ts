// On which rungs a bill is tried: luxuries only where it has little on it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BillInput } from '../../../src/bill/schema.ts';
import { editionsFor } from '../../../src/render/typeset-bill.ts';
import { aBill, aCharge, aHouseMeter, aMeter, aParsedBill } from '../../support/a-bill.ts';
import { aLayout } from '../../support/a-layout.ts';

const all = ['roomy', 'large', 'normal', 'tight'];
const layout = aLayout({
  settings: {
    ladder: [
      { id: 'roomy', changes: 'rows are high', upTo: { bilingual: 3, alone: 5 } },
      { id: 'large', changes: 'rows are higher', upTo: { bilingual: 4, alone: 5 } },
      { id: 'normal', changes: 'rows are as usual' },
      { id: 'tight', changes: 'rows are tight' },
    ],
  },
});

/** The small bill has two charges and a meter. */
function check(bill: Partial<BillInput>, expected: readonly string[]): void {
  const editions = editionsFor(aParsedBill(bill), layout);
  assert.deepEqual(
    editions.map(({ rung }) => rung.id),
    expected,
  );
}

const text = { kk: 'Хабар', ru: 'Сообщение' };
const noticesOf = (count: number) =>
  Array.from({ length: count }, () => ({ kind: 'info' as const, priority: 1, text }));

test('each luxury up to its own number of entries, in two languages and in one', () => {
  check({}, all);
  check({ notices: noticesOf(1) }, ['large', 'normal', 'tight']);
  check({ notices: noticesOf(2) }, ['normal', 'tight']);
  check({ notices: noticesOf(2), language: 'ru' }, all);
  check({ notices: noticesOf(3), language: 'ru' }, ['normal', 'tight']);
});

test('charges, meters and house meters are entries as well', () => {
  const more = ['large', 'normal', 'tight'];
  const another = aCharge({ openingBalance: '1.00' });
  check({ charges: [...aBill().charges, another] }, more);
  check({ meters: [aMeter(), aMeter({ id: 'C2', serial: '2' })] }, more);
  check({ houseMeters: [aHouseMeter()] }, more);
});
