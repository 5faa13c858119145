// A batch thread that dies at certain bills: at `DEADLY` when lines are checked, at `DEADLY-LATER`
// when a volume or a proof is drawn, at `DEADLY-ONCE` when a volume is drawn for the first time.
// All else is real.

import { openSync } from 'node:fs';
import { filesIn } from '../../../src/batch/folder.ts';
import { type Order, Progress, type TaskKind } from '../../../src/batch/protocol.ts';
import { readRowAt } from '../../../src/batch/read-rows.ts';
import { render as real } from '../../../src/batch/thread.ts';
import type { VolumePlan } from '../../../src/batch/write-plan.ts';

export { greet } from '../../../src/batch/thread.ts';

export function render(order: Order<TaskKind>): unknown {
  const progress = new Progress(order.progress);
  if (isKind(order, 'check')) dieAtLine(order, progress);
  if (isKind(order, 'volume')) dieAtSheet(order, progress);
  if (isKind(order, 'proof')) dieAtProof(order, progress);
  return real(order);
}

function isKind<K extends TaskKind>(order: Order<TaskKind>, kind: K): order is Order<K> {
  return order.kind === kind;
}

function dieAtLine({ task }: Order<'check'>, progress: Progress): void {
  let start = 0;
  for (const [index, length] of task.lengths.entries()) {
    const text = Buffer.from(task.bytes.subarray(start, start + length)).toString();
    start += length;
    if (text.includes('"DEADLY"') && !task.skip.includes(index)) dieAt(index, progress);
  }
}

function dieAtSheet({ task }: Order<'volume'>, progress: Progress): void {
  const files = filesIn(task.folder);
  const { offset, length } = task.volume.planAt;
  const plan: VolumePlan = JSON.parse(readRowAt(openSync(files.plan, 'r'), offset, length));
  const spool = openSync(files.spool, 'r');
  for (const [index, page] of plan.pages.entries()) {
    if (page.kind !== 'sheet' || task.skip.includes(page.line)) continue;
    const text = readRowAt(spool, page.offset, page.length);
    if (text.includes('"DEADLY-LATER"')) dieAt(index, progress);
    if (text.includes('"DEADLY-ONCE"') && task.volume.attempt === 1) dieAt(index, progress);
  }
}

function dieAtProof({ task }: Order<'proof'>, progress: Progress): void {
  const spool = openSync(filesIn(task.folder).spool, 'r');
  for (const [index, { sheet }] of task.sheets.entries()) {
    const text = readRowAt(spool, sheet.offset, sheet.length);
    if (text.includes('"DEADLY-LATER"')) dieAt(index, progress);
  }
}

function dieAt(index: number, progress: Progress): never {
  progress.position = index;
  process.exit(1);
}
