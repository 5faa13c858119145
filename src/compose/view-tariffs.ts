// The tariff table turned: consumer groups down, periods of validity across. Shows, computes no
// charge from it.

import type { LocalDate } from '../bill/date.ts';
import type { Phrase } from '../bill/phrase.ts';
import type { Bill } from '../bill/schema.ts';
import type { Tariff } from '../bill/schema-charge.ts';
import type { Unit } from '../bill/unit.ts';
import { Memo } from '../layout/memo.ts';
import { evenRows } from './even-rows.ts';
import { samePhrase, saysSame } from './same.ts';
import type { Party } from './view-parties.ts';

export interface TariffTableView {
  readonly periods: readonly TariffPeriodView[];
  readonly services: readonly TariffServiceView[];
}

export interface TariffPeriodView {
  readonly from: LocalDate;
  /** Null where no end has been set. */
  readonly to: LocalDate | null;
  /** Whether it shares a day with the billing period. */
  readonly inForce: boolean;
}

export interface TariffServiceView {
  readonly service: Phrase;
  readonly supplier: Party | null;
  readonly unit: Unit;
  readonly groups: readonly TariffGroupView[];
}

export interface TariffGroupView {
  readonly group: Phrase;
  /** One per period of the table; empty where the group has none, several if sent twice. */
  readonly tariffs: readonly TariffCellView[];
}

export interface TariffCellView {
  readonly values: readonly string[];
  readonly inForce: boolean;
}

/** What one table has columns for; more periods make a second table of the same kind. */
const mostPeriods = 4;

type Asked = Pick<Bill, 'tariffs' | 'period'>;

interface Known {
  readonly bill: Asked;
  readonly suppliers: ReadonlyMap<string, Party>;
  readonly view: readonly TariffTableView[];
}

const known = new Memo<string, Known>(32);

/** A supplier has one tariff table for all: bills that bring the same one get the same object. */
export function tariffTablesView(
  { tariffs, period }: Asked,
  suppliers: ReadonlyMap<string, Party>,
): readonly TariffTableView[] {
  const [first] = tariffs;
  if (first === undefined) return [];
  const key = `${period} ${tariffs.length} ${first.service.kk} ${first.tariff}`;
  const before = known.get(key);
  const isSame = before?.suppliers === suppliers && saysSame(before.bill.tariffs, tariffs);
  if (before !== undefined && isSame) return before.view;
  const bill = { tariffs, period };
  const view = makeTables(bill, suppliers);
  known.set(key, { bill, suppliers, view });
  return view;
}

/** Services and groups in the order of the bill, periods by date; nothing sent is left out. */
function makeTables(
  bill: Asked,
  suppliers: ReadonlyMap<string, Party>,
): readonly TariffTableView[] {
  const periods = [...groupBy(bill.tariffs, periodKey).values()].map(([tariff]) => tariff);
  const ordered = periods.toSorted((a, b) => (periodKey(a) < periodKey(b) ? -1 : 1));
  return evenRows(ordered, mostPeriods).map((shown) => {
    const keys = new Set(shown.map(periodKey));
    const tariffs = bill.tariffs.filter((tariff) => keys.has(periodKey(tariff)));
    const columns = shown.map((tariff) => periodView(tariff, bill.period));
    return {
      periods: columns,
      services: [...groupBy(tariffs, serviceKey).values()].map((ofService) => ({
        service: samePhrase(ofService[0].service),
        supplier: suppliers.get(ofService[0].supplier ?? '') ?? null,
        unit: ofService[0].unit,
        groups: [...groupBy(ofService, groupKey).values()].map((ofGroup) =>
          groupView(ofGroup, columns),
        ),
      })),
    };
  });
}

/** Months compare as text; a day of the period is one from its first to its last. */
function periodView({ from, to }: Tariff, period: string): TariffPeriodView {
  const begun = from.slice(0, 7) <= period;
  const lasts = to === undefined || to.slice(0, 7) >= period;
  return { from, to: to ?? null, inForce: begun && lasts };
}

function groupView(ofGroup: Some<Tariff>, periods: readonly TariffPeriodView[]): TariffGroupView {
  const [{ group }] = ofGroup;
  return {
    group: samePhrase(group),
    tariffs: periods.map(({ from, to, inForce }) => ({
      values: ofGroup
        .filter((tariff) => tariff.from === from && (tariff.to ?? null) === to)
        .map(({ tariff }) => tariff),
      inForce,
    })),
  };
}

/** A service counted in two units stands there twice. */
const serviceKey = ({ supplier, service, unit }: Tariff) =>
  JSON.stringify([supplier, service, unit]);
const groupKey = ({ group }: Tariff) => JSON.stringify(group);
/** Without an end it comes after all that begin on the same day. */
const periodKey = ({ from, to }: Tariff) => `${from} ${to ?? 'open'}`;

type Some<T> = readonly [T, ...T[]];

/** In the order in which the keys first appear; no group is empty. */
function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, Some<T>> {
  const groups = new Map<string, Some<T>>();
  for (const one of list) {
    const key = keyOf(one);
    const [first, ...rest] = groups.get(key) ?? [];
    groups.set(key, first === undefined ? [one] : [first, ...rest, one]);
  }
  return groups;
}
