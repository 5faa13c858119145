// Meters with their last accepted reading and their thirteen months, and common-house meters.

import type { Bill } from '../bill/schema.ts';
import type { ConsumptionHistory, HouseMeter, Meter, Reading } from '../bill/schema-meter.ts';
import type { Unit } from '../bill/unit.ts';
import { formatDecimal } from '../format/number.ts';
import { formatPeriod } from '../format/period.ts';
import { Memo } from '../layout/memo.ts';
import type { Bar } from '../typeset/block.ts';
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

/** Every month of any history, so that months stand under each other; at most thirteen. */
export type MonthAxis = readonly string[];

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
  const months: string[] = [];
  for (const history of consumptionHistory) {
    for (const { period } of history.months) if (!months.includes(period)) months.push(period);
  }
  return months.sort().slice(-monthsShown);
}

/** A year and the month it is compared with. */
const monthsShown = 13;

const bars = new Memo<string, readonly Bar[]>(32);

/**
 * Month numbers as bars without height, for a line of them above several charts. Bills of one
 * month have the same ones.
 */
export function monthBars(axis: MonthAxis): readonly Bar[] {
  const key = axis.join();
  const known = bars.get(key);
  if (known !== undefined) return known;
  const made = axis.map(
    (period, index): Bar => ({
      value: 0,
      kind: index === 0 || index === axis.length - 1 ? 'current' : 'plain',
      label: String(Number(period.slice(5))),
    }),
  );
  bars.set(key, made);
  return made;
}

function historyView({ unit, months }: ConsumptionHistory, axis: MonthAxis): HistoryView {
  const last = axis.at(-1) ?? '';
  const yearBefore = `${Number(last.slice(0, 4)) - 1}${last.slice(4)}`;
  const byPeriod = new Map<string, ConsumptionHistory['months'][number]>();
  for (const month of months) byPeriod.set(month.period, month);
  const bars = axis.map((period): Bar => {
    const month = byPeriod.get(period);
    const kind = period === last ? 'current' : period === yearBefore ? 'compared' : 'plain';
    if (month === undefined) return { value: 0, kind };
    // Heights of bars are geometry: only here a decimal becomes a float.
    const value = Number(month.quantity);
    return { value, kind, valueText: formatDecimal(month.quantity), name: formatPeriod(period) };
  });
  return {
    unit,
    current: byPeriod.get(last) ?? null,
    compared: byPeriod.get(yearBefore) ?? null,
    bars,
    axis: axisLabels(axis, bars),
  };
}

/** The year stands where the axis begins and ends, and where a year begins. */
function axisLabels(axis: MonthAxis, bars: readonly Bar[]): readonly Bar[] {
  return axis.map((period, index) => {
    const dated = index === 0 || index === axis.length - 1 || period.endsWith('-01');
    const label = dated ? formatPeriod(period) : period.slice(5);
    return { value: 0, kind: bars[index]?.kind ?? 'plain', label };
  });
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
