// The print order of a batch: entries and options → sequence numbers, volumes, groups, proof run.
// It reads no bill, writes no file and keeps nothing; what it returns follows from its arguments.

import type { Money } from '../bill/money.ts';
import type { Warning } from '../fault.ts';
import { type Columns, readEntries } from './plan-columns.ts';
import type { PlanEntry } from './plan-entry.ts';
import { type Groups, groupSheets } from './plan-group.ts';
import { kindOf, type PlanOptions } from './plan-options.ts';
import { orderOf } from './plan-order.ts';
import { chooseProofs, type ProofRun } from './plan-proof.ts';
import { sheetsOf } from './plan-sheet.ts';
import { cutVolumes, type Volume } from './plan-volume.ts';

export interface BatchPlan {
  /** Copies counted. The sequence numbers are 1 to `sheetCount`. */
  readonly sheetCount: number;
  readonly billCount: number;
  /** Sum of the bills, each counted once whatever its copies. */
  readonly amount: Money;
  /** By sequence − 1: the index of the entry in the order it came. */
  readonly entryOf: Uint32Array;
  /** By sequence − 1: which copy of its bill the sheet is, from 1, and of how many. */
  readonly copyOf: Uint8Array;
  readonly copiesOf: Uint8Array;
  /** By index of the entry: its line in the request. */
  readonly lineOf: Uint32Array;
  readonly volumes: readonly Volume[];
  /** Runs of sheets of one house; undefined where the order does not keep houses together. */
  readonly houses: Groups | undefined;
  readonly routes: Groups | undefined;
  /** What gets a separator sheet; `planPages` puts them between the bills. */
  readonly separated: Groups | undefined;
  readonly proof: ProofRun;
  readonly warnings: readonly Warning[];
}

/**
 * Entries are read once, so they may come from a cursor; what is kept of each is some 60 bytes.
 * The same entries in the same order give the same plan, and equal keys stay as they came.
 */
export function planBatch(entries: Iterable<PlanEntry>, options: PlanOptions): BatchPlan {
  const columns = readEntries(entries, options);
  const order = orderOf(columns, options.sort);
  const sheets = sheetsOf(order, columns);
  const houses = groupSheets('house', options.sort, sheets, columns);
  const routes = groupSheets('route', options.sort, sheets, columns);
  const groups = { house: houses, route: routes };
  const breaks = kindOf(options.breakAt);
  const separators = kindOf(options.separators);
  const separated = separators && groups[separators];
  const cut = cutVolumes(sheets, columns, options, {
    breaks: breaks && groups[breaks],
    separated,
  });
  const proof = chooseProofs(columns, sheets, options.proof);
  return {
    sheetCount: sheets.entryOf.length,
    billCount: columns.count,
    amount: columns.total,
    ...sheets,
    lineOf: columns.lines,
    volumes: cut.volumes,
    houses,
    routes,
    separated,
    proof,
    warnings: [
      ...columns.repeated.warnings(columns.lines),
      ...undelivered(columns, options),
      ...proof.warnings,
      ...cut.warnings,
    ],
  };
}

/** Not a fault: a batch may hold bills that are fetched at the counter. They print last. */
function undelivered({ withoutDelivery, count }: Columns, { sort }: PlanOptions): Warning[] {
  if (withoutDelivery === 0 || sort === 'account' || sort === 'as-sent') return [];
  const message =
    `${withoutDelivery} of ${count} bills have no delivery, so they have no place in this order. ` +
    'They stand at the end as they were sent.';
  return [{ code: 'DELIVERY_MISSING', message, details: { bills: withoutDelivery } }];
}
