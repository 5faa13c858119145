// The plan of a batch as a file with a row for each volume: what it draws, and where each bill is
// in the spool. A thread that draws a volume reads one row and needs nothing else of the plan.

import type { Warning } from '../fault.ts';
import type { NewVolume } from './batch.ts';
import { type Draft, writeDraft } from './draft.ts';
import { draftOf, filesIn } from './folder.ts';
import { Places } from './places.ts';
import { type BatchPlan, planBatch } from './plan.ts';
import type { PlanEntry } from './plan-entry.ts';
import type { GroupAddress } from './plan-group.ts';
import { type PlannedSeparator, planHouses, planPages } from './plan-page.ts';
import type { ProofPick } from './plan-proof.ts';
import type { Risk } from './plan-risk.ts';
import type { Volume as CutVolume } from './plan-volume.ts';
import type { PlanResult, PlanTask, Progress } from './protocol.ts';
import { readRows } from './read-rows.ts';
import type { PickedSheet, SpooledSheet } from './spooled-sheet.ts';
import { proceedTo } from './stopped.ts';

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
  const plan = planBatch(entriesIn(files.index, places, progress), options);
  const draft = draftOf(files.plan);
  const volumes: NewVolume[] = [];
  writeDraft(draft, (out) => {
    for (const volume of plan.volumes) {
      volumes.push(writeVolume(volume, plan, places, out));
      proceedTo(plan.billCount + volumes.length, progress);
    }
  });
  const proof = plan.proof.picks.map((pick) => pickedOf(pick, plan, places));
  return { volumes, sheets: plan.sheetCount, warnings: firstOf(plan.warnings), proof, draft };
}

/** What `Spool.append` wrote: `[line, offset, length, facts]`. */
function* entriesIn(path: string, places: Places, progress: Progress): Generator<PlanEntry> {
  let index = 0;
  for (const { text } of readRows(path)) {
    const [line, offset, length, facts]: [number, number, number, Omit<PlanEntry, 'line'>] =
      JSON.parse(text);
    places.push({ offset, length, rung: facts.risk.rung });
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

function pickedOf({ sequence, entry, line, risks }: ProofPick, plan: BatchPlan, places: Places) {
  const copies = plan.copiesOf[sequence - 1] ?? 1;
  const sheet = { kind: 'sheet', sequence, line, copy: 1, copies, ...places.at(entry) } as const;
  const volume = plan.volumes.find(({ lastSequence }) => sequence <= lastSequence)?.number ?? 0;
  const shown = risks.length === 0 ? '' : `: ${risks.map(riskText).join(', ')}`;
  return { sheet, volume, bookmark: `${sequence}${shown}` } satisfies PickedSheet;
}

function riskText({ kind, rung }: Risk): string {
  return rung === undefined ? kind : `${kind} ${rung}`;
}

/** A city may have as many large houses; who reads warnings reads no thousand. */
const mostWarnings = 50;

function firstOf(warnings: readonly Warning[]): readonly Warning[] {
  const left = warnings.length - mostWarnings;
  if (left <= 0) return warnings;
  const message = `${left} more warnings are not told.`;
  const omitted = { code: 'WARNINGS_OMITTED', message, details: { warnings: left } };
  return [...warnings.slice(0, mostWarnings), omitted];
}
