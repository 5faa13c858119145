// Meters with their last accepted reading and their thirteen months, and common-house meters.

import type { Bill } from '../bill/schema.ts';
import type { ConsumptionHistory, HouseMeter, Meter, Reading } from '../bill/schema-meter.ts';
import type { Unit } from '../bill/unit.ts';
import { formatDecimal } from '../format/number.ts';
import { formatPeriod } from '../format/period.ts';
import type { Bar } from '../typeset/block.ts';
import { type OrNull, orNull } from './view-null.ts';
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

export function metersView(bill: Bill, suppliers: ReadonlyMap<string, Party>): MeterView[] {
  const histories = new Map(bill.consumptionHistory.map((history) => [history.meter, history]));
  const axis = monthAxis(bill);
  const nullable = [
    'place',
    'current',
    'unit',
    'consumption',
    'ratio',
    'losses',
    'verifyBy',
  ] as const;
  return bill.meters.map((meter) => {
    const history = histories.get(meter.id);
    return {
      ...orNull(meter, nullable),
      supplier: suppliers.get(meter.supplier) ?? null,
      lastReading: meter.current ?? meter.previous,
      history: history === undefined ? null : historyView(history, axis),
    };
  });
}

/** Month numbers as bars without height, for a line of them above several charts. */
export function monthBars(bill: Bill): readonly Bar[] {
  const axis = monthAxis(bill);
  return axis.map((period, index) => ({
    value: 0,
    kind: index === 0 || index === axis.length - 1 ? 'current' : 'plain',
    label: String(Number(period.slice(5))),
  }));
}

/** Every month of any history, so that months stand under each other; at most thirteen. */
function monthAxis(bill: Bill): readonly string[] {
  const months = new Set(
    bill.consumptionHistory.flatMap((history) => history.months.map(({ period }) => period)),
  );
  return [...months].toSorted().slice(-monthsShown);
}

/** A year and the month it is compared with. */
const monthsShown = 13;

function historyView({ unit, months }: ConsumptionHistory, axis: readonly string[]): HistoryView {
  const last = axis.at(-1) ?? '';
  const current = months.find(({ period }) => period === last) ?? null;
  const compared = months.find(({ period }) => isYearBefore(period, last)) ?? null;
  const bars = axis.map((period): Bar => {
    const month = months.find((one) => one.period === period);
    const kind = period === last ? 'current' : isYearBefore(period, last) ? 'compared' : 'plain';
    // Heights of bars are geometry: only here a decimal becomes a float.
    const value = Number(month?.quantity ?? 0);
    return { value, kind, ...(month ? { valueText: formatDecimal(month.quantity) } : {}) };
  });
  return { unit, current, compared, bars, axis: axisLabels(axis, bars) };
}

/** The year stands where the axis begins and ends, and where a year begins. */
function axisLabels(axis: readonly string[], bars: readonly Bar[]): readonly Bar[] {
  return axis.map((period, index) => {
    const dated = index === 0 || index === axis.length - 1 || period.endsWith('-01');
    const label = dated ? formatPeriod(period) : period.slice(5);
    return { value: 0, kind: bars[index]?.kind ?? 'plain', label };
  });
}

function isYearBefore(period: string, of: string): boolean {
  return period === `${Number(of.slice(0, 4)) - 1}${of.slice(4)}`;
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
): HouseMeterView[] {
  return bill.houseMeters.map((meter) => ({
    ...orNull(meter, ['unit', 'keyOwn', 'keyTotal']),
    supplier: suppliers.get(meter.supplier) ?? null,
    shared: Number(meter.difference) > 0 || Number(meter.share) !== 0 || meter.charged !== 0,
  }));
}
