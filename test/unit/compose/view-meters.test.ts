// Histories as bars with values and months, and which house meters share something out.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { viewBill } from '../../../src/compose/view.ts';
import { aHouseMeter, aParsedBill, type HouseMeterInput } from '../../support/a-bill.ts';

/** `period quantity` of each month → `axis label: value above the bar` of each bar. */
function checkBars(months: readonly string[], expected: readonly string[]): void {
  const history = months.map((month) => {
    const [period = '', quantity = ''] = month.split(' ');
    return { period, quantity };
  });
  const bill = aParsedBill({
    consumptionHistory: [{ meter: 'C1', unit: 'm3', months: history }],
  });
  const [meter] = viewBill(bill, undefined).view.metersWithHistory;
  const bars = meter?.history?.bars ?? [];
  const labels = meter?.history?.axis.map(({ label, kind }) => `${kind} ${label}`) ?? [];
  assert.deepEqual(
    labels.map((label, index) => `${label}: ${bars[index]?.valueText}`),
    expected,
  );
}

test('bars carry their values, the axis its year at both ends and in January', () => {
  checkBars(['2026-10 7.82'], ['current 10.2026: 7,82']);
  checkBars(
    ['2025-11 1204.5', '2025-12 0', '2026-01 3.00', '2026-02 4', '2026-10 7.82'],
    [
      'plain 11.2025: 1\u00a0204,5',
      'plain 12: 0',
      'plain 01.2026: 3,00',
      'plain 02: 4',
      'current 10.2026: 7,82',
    ],
  );
  checkBars(['2025-10 8.00', '2026-10 7.82'], ['compared 10.2025: 8,00', 'current 10.2026: 7,82']);
});

test('meters without a history have no chart', () => {
  const { view } = viewBill(aParsedBill(), undefined);
  assert.equal(view.meters.length, 1);
  assert.deepEqual(view.metersWithHistory, []);
});

test('a house meter shares nothing where the difference is not above zero', () => {
  const check = (overrides: Partial<HouseMeterInput>, expected: boolean): void => {
    const bill = aParsedBill({ houseMeters: [aHouseMeter(overrides)] });
    const [house] = viewBill(bill, undefined).view.houseMeters;
    assert.equal(house?.shared, expected);
  };
  const less = {
    volume: '30.000',
    difference: '-4.320',
    current: { value: '10430', on: '2026-10-25' },
  };
  check({}, true);
  check({ ...less, share: '0', charged: '0' }, false);
  check({ ...less, share: '-0.906', charged: '-83.32' }, true);
  check({ individualTotal: '38.000', difference: '0.000', share: '0.000', charged: '0.00' }, false);
});
