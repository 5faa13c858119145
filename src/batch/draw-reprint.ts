// Sheets of a finished batch once more: the same bills with the same numbers, and the mark says
// that they are a reprint. One PDF, a synced draft at the end; what was sealed is not touched.

import { closeSync, openSync } from 'node:fs';
import { VolumeWriter } from '../draw/volume.ts';
import type { Tools } from './check-lines.ts';
import { type Draft, writeDraft } from './draft.ts';
import { draftOf, filesIn } from './folder.ts';
import { printSheet } from './print-sheet.ts';
import type { Progress, ReprintResult, ReprintTask } from './protocol.ts';
import { readRowAt, readRows } from './read-rows.ts';
import { Selection } from './selection.ts';
import type { SheetRow } from './sheet-row.ts';
import { proceedTo } from './stopped.ts';
import type { SpooledSheet, VolumePlan } from './write-plan.ts';

interface Pick {
  readonly sheet: SpooledSheet;
  readonly volume: number;
}

export function drawReprint(task: ReprintTask, tools: Tools, progress: Progress): ReprintResult {
  const selection = new Selection(task.request);
  const picks = task.volumes.flatMap((volume, index) => {
    // The thread lives, however many volumes are searched.
    proceedTo(index, progress);
    return pickFrom(volume, task, selection);
  });
  const sequences = picks.map(({ sheet }) => sheet.sequence);
  const { missing } = selection;
  if (missing > 0 || task.isDry) return { missing, sequences };
  const draft = draftOf(filesIn(task.folder).reprint(task.number));
  const sealed = writeDraft(draft, (out) => drawPicks(picks, { task, tools, progress }, out));
  return { missing: 0, sequences, sealed };
}

/** Rows say whose a sheet is, the plan says where its bill is. */
function pickFrom(
  { number, planAt }: ReprintTask['volumes'][number],
  { folder }: ReprintTask,
  selection: Selection,
): readonly Pick[] {
  const files = filesIn(folder);
  const wanted = new Set<number>();
  for (const { text } of readRows(files.rows(number))) {
    const { sequence, account }: SheetRow = JSON.parse(text);
    if (selection.has(sequence, account)) wanted.add(sequence);
  }
  if (wanted.size === 0) return [];
  const file = openSync(files.plan, 'r');
  try {
    const plan: VolumePlan = JSON.parse(readRowAt(file, planAt.offset, planAt.length));
    return plan.pages.flatMap((page) =>
      page.kind === 'sheet' && wanted.has(page.sequence) ? [{ sheet: page, volume: number }] : [],
    );
  } finally {
    closeSync(file);
  }
}

interface Desk {
  readonly task: ReprintTask;
  readonly tools: Tools;
  readonly progress: Progress;
}

function drawPicks(picks: readonly Pick[], desk: Desk, out: Draft): void {
  const { task, tools, progress } = desk;
  const { fonts, producer } = tools.resources;
  const metadata = {
    title: `tolem ${task.batch}, R${task.number}`,
    languageTag: 'kk-KZ',
    createdOn: task.today,
    producer,
  };
  const writer = new VolumeWriter(fonts, metadata, (bytes) => out.bytes(bytes));
  const spool = openSync(filesIn(task.folder).spool, 'r');
  try {
    for (const [index, pick] of picks.entries()) {
      proceedTo(index, progress);
      const text = readRowAt(spool, pick.sheet.offset, pick.sheet.length);
      writer.add(pageOf(text, pick, desk), { label: String(pick.sheet.sequence) });
    }
  } finally {
    closeSync(spool);
  }
  writer.finish();
}

function pageOf(text: string, { sheet, volume }: Pick, { task, tools }: Desk) {
  const { batch, options, today } = task;
  const printed = printSheet(text, sheet, { batch, volume, options, today, reprint: true }, tools);
  // It was printed once, so layouts or program must have changed since.
  if (!printed.ok) throw new Error('a bill that was printed cannot be printed again');
  return printed.value.page;
}
