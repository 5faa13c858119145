// Runs of sheets that belong to one house or one route, with what stands on their separators. It
// cuts no volumes.

import type { Money } from '../bill/money.ts';
import type { Columns, TextColumn } from './plan-columns.ts';
import { Growing } from './plan-growing.ts';
import { type GroupKind, keepsTogether, type SortOrder } from './plan-options.ts';
import type { Sheets } from './plan-sheet.ts';

export interface Group {
  readonly kind: GroupKind;
  /** As the first bill of the group spells it; all absent for bills without delivery. */
  readonly address?: GroupAddress;
  readonly firstSequence: number;
  readonly lastSequence: number;
  readonly sheetCount: number;
  readonly billCount: number;
  /** Each bill once, whatever its copies. */
  readonly amount: Money;
}

export interface GroupAddress {
  readonly postcode: string;
  /** Of a route, or of a house where the order is by route. */
  readonly route?: string;
  /** Of a house. */
  readonly street?: string;
  readonly house?: string;
}

/** Made when asked for: a town of private houses has as many houses as bills. */
export interface Groups {
  readonly count: number;
  at(index: number): Group;
  /** The index of the group that holds this sheet. */
  indexOf(sequence: number): number;
}

/** Undefined where the order does not keep the groups together. */
export function groupSheets(
  kind: GroupKind,
  sort: SortOrder,
  sheets: Sheets,
  columns: Columns,
): Groups | undefined {
  if (!keepsTogether(sort, kind) || sort === 'account' || sort === 'as-sent') return undefined;
  const starts = startsOf(sheets, keysOf(kind, sort, columns));
  const end = (index: number) => starts[index + 1] ?? sheets.entryOf.length;
  return {
    count: starts.length,
    at: (index) =>
      groupOf({ kind, sort, start: starts[index] ?? 0, end: end(index) }, sheets, columns),
    indexOf: (sequence) => lastAtMost(starts, sequence - 1),
  };
}

function keysOf(kind: GroupKind, sort: SortOrder, { address }: Columns): readonly TextColumn[] {
  const { postcode, route, street, house } = address;
  if (kind === 'route') return [postcode, route];
  return sort === 'route' ? [postcode, route, street, house] : [postcode, street, house];
}

function startsOf({ entryOf }: Sheets, keys: readonly TextColumn[]): Uint32Array {
  const starts = new Growing((size) => new Uint32Array(size));
  let before: number | undefined;
  entryOf.forEach((entry, index) => {
    const isNew = before === undefined || keys.some(({ ids }) => ids[entry] !== ids[before ?? 0]);
    if (isNew) starts.push(index);
    before = entry;
  });
  return starts.finish();
}

interface Run {
  readonly kind: GroupKind;
  readonly sort: SortOrder;
  /** Sequence − 1. */
  readonly start: number;
  readonly end: number;
}

function groupOf(run: Run, { entryOf, copyOf }: Sheets, columns: Columns): Group {
  const { kind, start, end } = run;
  let amount = 0;
  let billCount = 0;
  for (let at = start; at < end; at += 1) {
    if (copyOf[at] !== 1) continue;
    amount += columns.amounts[entryOf[at] ?? 0] ?? 0;
    billCount += 1;
  }
  const address = addressOf(run, entryOf[start] ?? 0, columns);
  return {
    kind,
    ...(address && { address }),
    firstSequence: start + 1,
    lastSequence: end,
    sheetCount: end - start,
    billCount,
    amount,
  };
}

function addressOf({ kind, sort }: Run, entry: number, columns: Columns): GroupAddress | undefined {
  const { postcode, route, street, house } = columns.address;
  const text = ({ ids, texts }: TextColumn) => texts.text(ids[entry] ?? 0) ?? '';
  if (!columns.isDelivered(entry)) return undefined;
  if (kind === 'route') return { postcode: text(postcode), route: text(route) };
  const place = { postcode: text(postcode), street: text(street), house: text(house) };
  return sort === 'route' ? { ...place, route: text(route) } : place;
}

/** Index of the last start that is not after `place`. */
function lastAtMost(starts: Uint32Array, place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
