// The plan of a batch as a file with a row for each volume: what it draws, and where each bill is
// in the spool. A thread that draws a volume reads one row and needs nothing else of the plan.

import type { NewVolume } from './batch.ts';
import { type Draft, writeDraft } from './draft.ts';
import { draftOf, filesIn } from './folder.ts';
import { type BatchPlan, planBatch } from './plan.ts';
import type { PlanEntry } from './plan-entry.ts';
import type { GroupAddress } from './plan-group.ts';
import { Growing } from './plan-growing.ts';
import { type PlannedSeparator, type PlannedSheet, planHouses, planPages } from './plan-page.ts';
import type { Volume as CutVolume } from './plan-volume.ts';
import type { PlanResult, PlanTask, Progress } from './protocol.ts';
import { readRows } from './read-rows.ts';
import { proceedTo } from './stopped.ts';

/** A sheet of a volume and where its bill is in the spool. */
export interface SpooledSheet extends Omit<PlannedSheet, 'entry'> {
  readonly offset: number;
  readonly length: number;
}

export interface VolumePlan {
  readonly number: number;
  readonly pages: readonly (SpooledSheet | PlannedSeparator)[];
  /** For the outline: the pages on which houses begin, from 1. */
  readonly houses: readonly { readonly page: number; readonly title: string }[];
}

/**
 * The plan is a draft when this returns: the main thread gives it its name. Progress shows that the
 * thread lives, however many rows there are.
 */
export function writePlan({ folder, options }: PlanTask, progress: Progress): PlanResult {
  const files = filesIn(folder);
  const places = new Places();
  const plan = planBatch(entriesIn(files.index, places, progress), { ...options, proof: 0 });
  const draft = draftOf(files.plan);
  const volumes: NewVolume[] = [];
  writeDraft(draft, (out) => {
    for (const volume of plan.volumes) {
      volumes.push(writeVolume(volume, plan, places, out));
      proceedTo(plan.billCount + volumes.length, progress);
    }
  });
  return { volumes, sheets: plan.sheetCount, draft };
}

/** By index of the entry. */
class Places {
  private readonly growing = {
    offsets: new Growing((size) => new Float64Array(size)),
    lengths: new Growing((size) => new Uint32Array(size)),
  };
  private finished: { offsets: Float64Array; lengths: Uint32Array } | undefined;

  push(offset: number, length: number): void {
    this.growing.offsets.push(offset);
    this.growing.lengths.push(length);
  }

  at(entry: number): { readonly offset: number; readonly length: number } {
    const { offsets, lengths } = this.growing;
    this.finished ??= { offsets: offsets.finish(), lengths: lengths.finish() };
    const offset = this.finished.offsets[entry];
    const length = this.finished.lengths[entry];
    if (offset === undefined || length === undefined) throw new RangeError('no such entry');
    return { offset, length };
  }
}

/** What `indexRow` in intake.ts wrote: `[line, offset, length, facts]`. */
function* entriesIn(path: string, places: Places, progress: Progress): Generator<PlanEntry> {
  let index = 0;
  for (const { text } of readRows(path)) {
    const [line, offset, length, facts]: [number, number, number, Omit<PlanEntry, 'line'>] =
      JSON.parse(text);
    places.push(offset, length);
    proceedTo(index, progress);
    index += 1;
    yield { ...facts, line };
  }
}

function writeVolume(volume: CutVolume, plan: BatchPlan, places: Places, out: Draft): NewVolume {
  const { number, firstSequence, sheetCount: sheets } = volume;
  const pages: VolumePlan['pages'][number][] = [];
  for (const page of planPages(plan, volume)) {
    if (page.kind === 'separator') pages.push(page);
    else {
      const { entry, ...sheet } = page;
      pages.push({ ...sheet, ...places.at(entry) });
    }
  }
  const houses = planHouses(plan, volume).map(({ group: { address }, page }) => ({
    page,
    title: titleOf(address),
  }));
  const row: VolumePlan = { number, pages, houses };
  const offset = out.length;
  out.text(`${JSON.stringify(row)}\n`);
  return { number, firstSequence, sheets, planAt: { offset, length: out.length - offset - 1 } };
}

function titleOf(address: GroupAddress | undefined): string {
  if (address === undefined) return '-';
  return [address.street, address.house].filter((part) => part !== undefined).join(', ');
}
