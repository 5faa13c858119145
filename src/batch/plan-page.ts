// A volume page by page: the bills' sheets in their order, separators in front of their groups. It
// draws none of them.

import type { BatchPlan } from './plan.ts';
import type { Group } from './plan-group.ts';
import type { Volume } from './plan-volume.ts';

export type PlannedPage = PlannedSheet | PlannedSeparator;

export interface PlannedSheet {
  readonly kind: 'sheet';
  readonly sequence: number;
  /** Index of the entry in the order given; `line` is its line in the request. */
  readonly entry: number;
  readonly line: number;
  /** From 1, of `copies`. */
  readonly copy: number;
  readonly copies: number;
}

/** It has no sequence number: the inserter takes it out. */
export interface PlannedSeparator {
  readonly kind: 'separator';
  readonly group: Group;
  /** The sheets of the group that are in this volume. */
  readonly firstSequence: number;
  readonly lastSequence: number;
  /** The group began in the volume before. */
  readonly continued: boolean;
}

export function* planPages(plan: BatchPlan, volume: Volume): Generator<PlannedPage> {
  const { separated } = plan;
  let index = separated?.indexOf(volume.firstSequence) ?? 0;
  let group = separated?.at(index);
  for (let sequence = volume.firstSequence; sequence <= volume.lastSequence; sequence += 1) {
    if (group !== undefined && sequence >= group.firstSequence) {
      yield separatorOf(group, volume, sequence);
      index += 1;
      group = index < (separated?.count ?? 0) ? separated?.at(index) : undefined;
    }
    yield sheetOf(plan, sequence);
  }
}

/** A house of a volume and the page it begins on, counted from 1, its separator included. */
export interface PlannedHouse {
  readonly group: Group;
  readonly page: number;
}

/** For the outline of a volume; empty where the order does not keep houses together. */
export function planHouses(plan: BatchPlan, volume: Volume): readonly PlannedHouse[] {
  const { houses } = plan;
  const found: PlannedHouse[] = [];
  let next = volume.firstSequence;
  let page = 0;
  let separator = 0;
  for (const planned of planPages(plan, volume)) {
    page += 1;
    if (planned.kind === 'separator') separator = page;
    else if (houses !== undefined && planned.sequence === next) {
      const group = houses.at(houses.indexOf(next));
      found.push({ group, page: separator === page - 1 && separator > 0 ? separator : page });
      next = group.lastSequence + 1;
    }
  }
  return found;
}

function separatorOf(group: Group, volume: Volume, sequence: number): PlannedSeparator {
  return {
    kind: 'separator',
    group,
    firstSequence: sequence,
    lastSequence: Math.min(group.lastSequence, volume.lastSequence),
    continued: sequence > group.firstSequence,
  };
}

function sheetOf(plan: BatchPlan, sequence: number): PlannedSheet {
  const at = sequence - 1;
  const entry = plan.entryOf[at] ?? 0;
  return {
    kind: 'sheet',
    sequence,
    entry,
    line: plan.lineOf[entry] ?? 0,
    copy: plan.copyOf[at] ?? 1,
    copies: plan.copiesOf[at] ?? 1,
  };
}
