// The fields of everything a template sees, by the heading of docs/layouts.md that describes it. It
// reads them from real views, as types are gone when a test runs.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseBillJson } from '../../src/bill/parse.ts';
import { type BillView, viewBill } from '../../src/compose/view.ts';
import { root, today, unwrap } from './case.ts';

export function viewTables(): readonly (readonly [string, readonly string[]])[] {
  const views = readViews();
  return Object.entries(described).map(([title, pick]) => {
    const keys = views.flatMap(pick).flatMap((one) => Object.keys(one));
    return [title, [...new Set(keys)]];
  });
}

const described: Readonly<Record<string, (view: BillView) => readonly object[]>> = {
  'The bill': (view) => [view],
  'An account': ({ account }) => [account],
  'A party': ({ parties }) => parties,
  'A charge': chargesOf,
  'Readings of a charge': readingsOf,
  'A sub-line': (view) => chargesOf(view).flatMap(({ lines }) => lines),
  'A meter': ({ meters }) => meters,
  'A history': ({ meters }) => meters.flatMap(({ history }) => history ?? []),
  'A bar': ({ months }) => months,
  'A reading window': ({ windows }) => windows,
  'A house meter': ({ houseMeters }) => houseMeters,
  'A tariff table': ({ tariffTables }) => tariffTables,
  'A period of tariffs': ({ tariffTables }) => tariffTables.flatMap(({ periods }) => periods),
  'A service of a tariff table': servicesOf,
  'A group of a tariff table': (view) => servicesOf(view).flatMap(({ groups }) => groups),
  'A code': ({ codes }) => codes,
  'A notice': ({ notices }) => notices,
};

function chargesOf({ obligatory, optional }: BillView): BillView['obligatory'] {
  return [...obligatory, ...optional];
}

/** Without the fields of a meter that are there and that their type does not promise. */
function readingsOf(view: BillView): readonly object[] {
  const readings: readonly object[] = chargesOf(view).flatMap((charge) => charge.readings);
  const hidden = ['id', 'supplier', 'service', 'verifyBy'];
  return readings.map((one) =>
    Object.fromEntries(Object.entries(one).filter(([key]) => !hidden.includes(key))),
  );
}

function servicesOf({ tariffTables }: BillView): BillView['tariffTables'][number]['services'] {
  return tariffTables.flatMap(({ services }) => services);
}

/** Every sample, with a tariff table, which few of them have. */
function readViews(): readonly BillView[] {
  const folder = join(root, 'samples');
  const service = { kk: 'Суық су', ru: 'Холодная вода' };
  const group = { kk: 'Тұрғындар', ru: 'Население' };
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path) => {
      const sample = JSON.parse(readFileSync(join(folder, path), 'utf8'));
      const [{ id: supplier }] = sample.suppliers;
      const validity = { from: '2026-01-01', to: '2026-12-31' };
      const tariffs = [{ supplier, service, group, unit: 'm3', tariff: '91.96', ...validity }];
      const json = JSON.stringify({ ...sample, tariffs });
      return viewBill(unwrap(parseBillJson(json, { today })), undefined).view;
    });
}
