// A batch thread that dies at certain bills: at `DEADLY` when lines are checked, at `DEADLY-LATER`
// when volumes are drawn, at `DEADLY-ONCE` when it is drawn for the first time. All else is real.

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

function dieAt(index: number, progress: Progress): never {
  progress.position = index;
  process.exit(1);
}
