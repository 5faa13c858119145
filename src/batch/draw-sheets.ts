// Some sheets of a sealed volume as files of their own, one behind the other as a ZIP wants them:
// header, PDF, header, PDF. The sheets have the numbers and marks that they have in the volume.

import { closeSync, openSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Bill } from '../bill/schema.ts';
import { drawPdf } from '../draw/pdf.ts';
import { metadataOf } from '../render/render-bill.ts';
import type { Tools } from './check-lines.ts';
import { filesIn, isGone } from './folder.ts';
import type { PlanReader } from './plan-file.ts';
import { type PrintedSheet, printSheet } from './print-sheet.ts';
import type { Progress, SheetsResult, SheetsTask } from './protocol.ts';
import { readRowAt } from './read-rows.ts';
import type { SpooledSheet } from './spooled-sheet.ts';
import { proceedTo, Stopped } from './stopped.ts';
import type { VolumePlan } from './write-plan.ts';
import { localHeader, type ZipEntry } from './zip.ts';

/** A ZIP comes back to the same volume for every few sheets, so the plan of it is kept. */
export function drawSheets(
  task: SheetsTask,
  tools: Tools,
  progress: Progress,
  plans: PlanReader,
): SheetsResult {
  try {
    const { pages } = plans.read(task.folder, task.volume);
    return new SheetDesk(task, tools).draw(printedIn(pages, task), progress);
  } catch (error) {
    // The batch was removed meanwhile, so nobody is to have its sheets.
    if (isGone(error)) throw new Stopped();
    throw error;
  }
}

class SheetDesk {
  readonly #task: SheetsTask;
  readonly #tools: Tools;
  readonly #parts: Uint8Array[] = [];
  readonly #entries: ZipEntry[] = [];

  constructor(task: SheetsTask, tools: Tools) {
    this.#task = task;
    this.#tools = tools;
  }

  draw(sheets: readonly SpooledSheet[], progress: Progress): SheetsResult {
    const spool = openSync(filesIn(this.#task.folder).spool, 'r');
    try {
      for (const [index, sheet] of sheets.entries()) {
        proceedTo(index, progress);
        this.#add(sheet, readRowAt(spool, sheet.offset, sheet.length));
      }
    } finally {
      closeSync(spool);
    }
    return { bytes: Buffer.concat(this.#parts), entries: this.#entries };
  }

  #add(sheet: SpooledSheet, text: string): void {
    const { batch, volume, options, today } = this.#task;
    const facts = { batch, volume: volume.number, options, today, reprint: false };
    const printed = printSheet(text, sheet, facts, this.#tools);
    if (!printed.ok) throw new Error('a bill that was printed cannot be drawn again');
    const pdf = this.#pdfOf(printed.value);
    const name = nameOf(sheet.sequence, volume.number, printed.value.bill);
    const entry = { name, bytes: pdf.length, crc32: crc32(pdf) };
    this.#parts.push(localHeader(entry, today), pdf);
    this.#entries.push(entry);
  }

  /** What the service gives for the bill alone, and marks. */
  #pdfOf({ bill, typeset, page }: PrintedSheet): Uint8Array {
    const { fonts, producer } = this.#tools.resources;
    return drawPdf(page, fonts, metadataOf(bill, typeset, producer));
  }
}

/** Those that were printed: who was given up at the last moment has no sheet. */
function printedIn(
  pages: VolumePlan['pages'],
  { first, last, skip }: SheetsTask,
): readonly SpooledSheet[] {
  return pages.flatMap((page) => {
    if (page.kind !== 'sheet' || page.sequence < first || page.sequence > last) return [];
    return skip.includes(page.line) ? [] : [page];
  });
}

/** In the order of printing when sorted, and found by account: `0001/00000012_000123457.pdf`. */
function nameOf(sequence: number, volume: number, { account }: Bill): string {
  const folder = String(volume).padStart(4, '0');
  // ASCII only: which letters a name may have differs between systems.
  const number = account.number.replaceAll(/[^A-Za-z0-9._-]+/g, '-');
  return `${folder}/${String(sequence).padStart(8, '0')}_${number}.pdf`;
}
