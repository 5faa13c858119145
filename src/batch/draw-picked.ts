// Some sheets of a batch in one PDF, in the order given: a reprint, a proof. What was sealed is not
// touched; which sheets they are is decided elsewhere.

import { closeSync, openSync } from 'node:fs';
import { VolumeWriter } from '../draw/volume.ts';
import type { Tools } from './check-lines.ts';
import type { Draft } from './draft.ts';
import { filesIn } from './folder.ts';
import type { BatchOptions } from './options.ts';
import { printSheet } from './print-sheet.ts';
import type { Progress } from './protocol.ts';
import { readRowAt } from './read-rows.ts';
import type { PickedSheet } from './spooled-sheet.ts';
import { proceedTo } from './stopped.ts';

export interface PickedPrint {
  readonly task: {
    readonly folder: string;
    readonly batch: string;
    readonly options: BatchOptions;
    readonly today: string;
  };
  /** Of the document, behind the name of the batch. */
  readonly title: string;
  readonly kind: 'reprint' | 'proof';
  readonly tools: Tools;
  readonly progress: Progress;
}

/** How many pages there are. A bill that cannot be drawn any more ends a reprint, not a proof. */
export function drawPicked(sheets: readonly PickedSheet[], print: PickedPrint, out: Draft): number {
  const { task, tools, progress } = print;
  const { fonts, producer } = tools.resources;
  const title = `tolem ${task.batch}, ${print.title}`;
  const metadata = { title, languageTag: 'kk-KZ', createdOn: task.today, producer };
  const writer = new VolumeWriter(fonts, metadata, (bytes) => out.bytes(bytes));
  const spool = openSync(filesIn(task.folder).spool, 'r');
  try {
    for (const [index, picked] of sheets.entries()) {
      proceedTo(index, progress);
      const text = readRowAt(spool, picked.sheet.offset, picked.sheet.length);
      const page = pageOf(text, picked, print);
      if (page === undefined) continue;
      const { sheet, bookmark } = picked;
      const label = String(sheet.sequence);
      writer.add(page, { label, ...(bookmark !== undefined && { bookmark }) });
    }
    // From here on no bill is in work: who stands still now waits for the disk.
    proceedTo(sheets.length, progress);
  } finally {
    closeSync(spool);
  }
  if (writer.length > 0) writer.finish();
  return writer.length;
}

function pageOf(text: string, { sheet, volume }: PickedSheet, { task, kind, tools }: PickedPrint) {
  const { batch, options, today } = task;
  const about = { batch, volume, options, today };
  const facts = { ...about, reprint: kind === 'reprint', proof: kind === 'proof' };
  const printed = printSheet(text, sheet, facts, tools);
  if (printed.ok) return printed.value.page;
  if (kind === 'proof') return undefined;
  // It was printed once, so layouts or program must have changed since.
  throw new Error('a bill that was printed cannot be printed again');
}
