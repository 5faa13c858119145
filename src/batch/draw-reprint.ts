// Sheets of a finished batch once more: the same bills with the same numbers, and the mark says
// that they are a reprint. One PDF, a synced draft at the end; what was sealed is not touched.

import type { Tools } from './check-lines.ts';
import { writeDraft } from './draft.ts';
import { drawPicked } from './draw-picked.ts';
import { draftOf, filesIn } from './folder.ts';
import { readPlan } from './plan-file.ts';
import type { Progress, ReprintResult, ReprintTask } from './protocol.ts';
import { readRows } from './read-rows.ts';
import { Selection } from './selection.ts';
import type { SheetRow } from './sheet-row.ts';
import type { PickedSheet } from './spooled-sheet.ts';
import { proceedTo } from './stopped.ts';

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
  const print = { task, title: `R${task.number}`, kind: 'reprint', tools, progress } as const;
  const sealed = writeDraft(draft, (out) => drawPicked(picks, print, out));
  return { missing: 0, sequences, sealed };
}

/** Rows say whose a sheet is, the plan says where its bill is. */
function pickFrom(
  volume: ReprintTask['volumes'][number],
  { folder }: ReprintTask,
  selection: Selection,
): readonly PickedSheet[] {
  const { number } = volume;
  const wanted = new Set<number>();
  for (const { text } of readRows(filesIn(folder).rows(number))) {
    const { sequence, account }: SheetRow = JSON.parse(text);
    if (selection.has(sequence, account)) wanted.add(sequence);
  }
  if (wanted.size === 0) return [];
  return readPlan(folder, volume).pages.flatMap((page) =>
    page.kind === 'sheet' && wanted.has(page.sequence) ? [{ sheet: page, volume: number }] : [],
  );
}
