// The tariff table turned: order, validity, more periods than columns, nothing lost.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Bill } from '../../../src/bill/schema.ts';
import { tariffTablesView } from '../../../src/compose/view-tariffs.ts';

type Tariff = Bill['tariffs'][number];

function aTariff(service: string, group: string, from: string, more: Partial<Tariff> = {}): Tariff {
  const phrase = (kk: string) => ({ kk, ru: kk });
  return {
    service: phrase(service),
    group: phrase(group),
    unit: 'm3',
    tariff: `${from.slice(2, 4)}.00`,
    from,
    ...more,
  };
}

const view = (tariffs: readonly Tariff[], period = '2026-07') =>
  tariffTablesView({ tariffs, period }, new Map());

test('no tariffs make no table', () => {
  assert.deepEqual(view([]), []);
});

test('groups go down and periods across, by date; a group without a tariff has an empty cell', () => {
  const [table] = view([
    aTariff('су', 'халық', '2026-07-01'),
    aTariff('су', 'халық', '2025-07-01', { to: '2026-06-30' }),
    aTariff('су', 'басқа', '2026-07-01'),
    aTariff('кәріз', 'халық', '2026-07-01'),
  ]);
  assert.deepEqual(table?.periods, [
    { from: '2025-07-01', to: '2026-06-30', inForce: false },
    { from: '2026-07-01', to: null, inForce: true },
  ]);
  const shown = table.services.map(({ service, groups }) => [
    service.kk,
    ...groups.map(({ group, tariffs }) => [group.kk, ...tariffs.map(({ values }) => values)]),
  ]);
  assert.deepEqual(shown, [
    ['су', ['халық', ['25.00'], ['26.00']], ['басқа', [], ['26.00']]],
    ['кәріз', ['халық', [], ['26.00']]],
  ]);
});

test('a tariff is in force where it shares a day with the billing period', () => {
  const tariffs = [aTariff('су', 'халық', '2026-07-16', { to: '2026-09-01' })];
  const inForce = (period: string) => view(tariffs, period)[0]?.periods[0]?.inForce;
  const months = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];
  assert.deepEqual(months.map(inForce), [false, true, true, true, false]);
});

test('a tariff sent twice stands twice, and a service in two units is two services', () => {
  const [table] = view([
    aTariff('су', 'халық', '2026-07-01'),
    aTariff('су', 'халық', '2026-07-01', { tariff: '27.00' }),
    aTariff('су', 'халық', '2026-07-01', { unit: 'person' }),
  ]);
  const cells = table?.services.map(({ unit, groups }) => [unit, groups[0]?.tariffs[0]?.values]);
  assert.deepEqual(cells, [
    ['m3', ['26.00', '27.00']],
    ['person', ['26.00']],
  ]);
});

test('more periods than columns make tables that are as full as each other', () => {
  const years = ['2021', '2022', '2023', '2024', '2025', '2026'];
  const tables = view(years.map((year) => aTariff('су', 'халық', `${year}-07-01`)));
  const starts = tables.map(({ periods }) => periods.map(({ from }) => from.slice(0, 4)));
  assert.deepEqual(starts, [years.slice(0, 3), years.slice(3)]);
});
