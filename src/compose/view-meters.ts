// Meters with their last accepted reading and their thirteen months, and common-house meters.

import type { Bill } from '../bill/schema.ts';
import type { ConsumptionHistory, HouseMeter, Meter, Reading } from '../bill/schema-meter.ts';
import type { Unit } from '../bill/unit.ts';
import { formatDecimal } from '../format/number.ts';
import { formatPeriod } from '../format/period.ts';
import { Memo } from '../layout/memo.ts';
import type { Bar } from '../typeset/leaf-block.ts';
import { samePhrase } from './same.ts';
import type { OrNull } from './view-null.ts';
import type { Party } from './view-parties.ts';

type MeterFields = OrNull<
  Omit<Meter, 'supplier'>,
  'place' | 'current' | 'unit' | 'consumption' | 'ratio' | 'losses' | 'verifyBy'
>;

export interface MeterView extends MeterFields {
  readonly supplier: Party | null;
  readonly lastReading: Reading;
  readonly history: HistoryView | null;
}

/** `current` is the last month, `compared` the same month a year before, if it is there. */
export interface HistoryView {
  readonly unit: Unit;
  /** One per month of the axis that all charts of the bill share. */
  readonly bars: readonly Bar[];
  /** The same months as bars without height: `10.2025`, `11`, `12`, `01.2026`, `02` … */
  readonly axis: readonly Bar[];
  readonly current: { readonly period: string; readonly quantity: string } | null;
  readonly compared: { readonly period: string; readonly quantity: string } | null;
}

/**
 * Every month of any history, so that months stand under each other; at most thirteen. The bills of
 * one month have the same one.
 */
export interface MonthAxis {
  readonly months: readonly Month[];
  /** Month numbers as bars without height, for a line of them above several charts. */
  readonly numbers: readonly Bar[];
  readonly labels: readonly Bar[];
  readonly last: string;
  /** The month that the last one is compared with. */
  readonly yearBefore: string;
}

interface Month {
  readonly period: string;
  readonly kind: Bar['kind'];
  /** `10.2026` */
  readonly name: string;
}

export function metersView(
  bill: Bill,
  suppliers: ReadonlyMap<string, Party>,
  axis: MonthAxis,
): readonly MeterView[] {
  const { meters, consumptionHistory } = bill;
  return meters.map((meter) => {
    // A bill has a handful of either.
    const history = consumptionHistory.findLast((one) => one.meter === meter.id);
    return {
      id: meter.id,
      supplier: suppliers.get(meter.supplier) ?? null,
      service: samePhrase(meter.service),
      serial: meter.serial,
      place: meter.place === undefined ? null : samePhrase(meter.place),
      previous: meter.previous,
      current: meter.current ?? null,
      digits: meter.digits,
      decimals: meter.decimals,
      unit: meter.unit ?? null,
      consumption: meter.consumption ?? null,
      ratio: meter.ratio ?? null,
      losses: meter.losses ?? null,
      verifyBy: meter.verifyBy ?? null,
      rollover: meter.rollover,
      replaced: meter.replaced,
      lastReading: meter.current ?? meter.previous,
      history: history === undefined ? null : historyView(history, axis),
    };
  });
}

export function monthAxis({ consumptionHistory }: Bill): MonthAxis {
  if (isLatest(consumptionHistory)) return latest;
  const periods: string[] = [];
  for (const history of consumptionHistory) {
    for (const { period } of history.months) if (!periods.includes(period)) periods.push(period);
  }
  const shown = periods.sort().slice(-monthsShown);
  const key = shown.join();
  const known = axes.get(key);
  latest = known ?? axisOf(shown);
  if (known === undefined) axes.set(key, latest);
  return latest;
}

/** Of the bill before, which nearly always is of the same months. */
let latest: MonthAxis = axisOf([]);

/** Whether each history has these months and no others. */
function isLatest(histories: Bill['consumptionHistory']): boolean {
  for (let i = 0; i < histories.length; i += 1) {
    const history = histories[i];
    if (history === undefined || !isWhole(history.months, latest)) return false;
  }
  return histories.length > 0 || latest.months.length === 0;
}

/** A year and the month it is compared with. */
const monthsShown = 13;

const axes = new Memo<string, MonthAxis>(32);

function axisOf(periods: readonly string[]): MonthAxis {
  const last = periods.at(-1) ?? '';
  const yearBefore = `${Number(last.slice(0, 4)) - 1}${last.slice(4)}`;
  const months = periods.map((period): Month => {
    const kind = period === last ? 'current' : period === yearBefore ? 'compared' : 'plain';
    return { period, kind, name: formatPeriod(period) };
  });
  const isEnd = (index: number) => index === 0 || index === periods.length - 1;
  return {
    months,
    numbers: periods.map((period, index): Bar => {
      const label = String(Number(period.slice(5)));
      return { value: 0, kind: isEnd(index) ? 'current' : 'plain', label };
    }),
    // The year stands where the axis begins and ends, and where a year begins.
    labels: months.map(({ period, kind, name }, index): Bar => {
      const dated = isEnd(index) || period.endsWith('-01');
      return { value: 0, kind, label: dated ? name : period.slice(5) };
    }),
    last,
    yearBefore,
  };
}

function historyView({ unit, months }: ConsumptionHistory, axis: MonthAxis): HistoryView {
  const whole = isWhole(months, axis);
  const bars: Bar[] = [];
  for (let index = 0; index < axis.months.length; index += 1) {
    const shown = axis.months[index];
    if (shown === undefined) continue;
    const month = whole ? months[index] : monthOf(months, shown.period);
    bars.push(month === undefined ? { value: 0, kind: shown.kind } : barOf(month, shown));
  }
  return {
    unit,
    current: monthOf(months, axis.last) ?? null,
    compared: monthOf(months, axis.yearBefore) ?? null,
    bars,
    axis: axis.labels,
  };
}

type HistoryMonths = ConsumptionHistory['months'];

/** Nearly always it is: then no month has to be looked for. */
function isWhole(months: HistoryMonths, axis: MonthAxis): boolean {
  if (months.length !== axis.months.length) return false;
  for (let index = 0; index < months.length; index += 1) {
    if (months[index]?.period !== axis.months[index]?.period) return false;
  }
  return true;
}

function monthOf(months: HistoryMonths, period: string): HistoryMonths[number] | undefined {
  for (let index = months.length - 1; index >= 0; index -= 1) {
    if (months[index]?.period === period) return months[index];
  }
  return undefined;
}

/** Heights of bars are geometry: only here a decimal becomes a float. */
function barOf({ quantity }: HistoryMonths[number], { kind, name }: Month): Bar {
  return { value: Number(quantity), kind, valueText: formatDecimal(quantity), name };
}

type HouseMeterFields = OrNull<Omit<HouseMeter, 'supplier'>, 'unit' | 'keyOwn' | 'keyTotal'>;

export interface HouseMeterView extends HouseMeterFields {
  readonly supplier: Party | null;
  /** Whether anything is shared out: without a difference there is nothing to share. */
  readonly shared: boolean;
}

export function houseMetersView(
  bill: Bill,
  suppliers: ReadonlyMap<string, Party>,
): readonly HouseMeterView[] {
  return bill.houseMeters.map((meter) => ({
    ...meter,
    service: samePhrase(meter.service),
    unit: meter.unit ?? null,
    keyOwn: meter.keyOwn ?? null,
    keyTotal: meter.keyTotal ?? null,
    supplier: suppliers.get(meter.supplier) ?? null,
    shared: Number(meter.difference) > 0 || Number(meter.share) !== 0 || meter.charged !== 0,
  }));
}
