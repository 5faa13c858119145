// One volume: bills from the spool to one PDF and one row a sheet, both synced drafts at the end.
// The same plan and spool give the same bytes, so a volume may be drawn again at any time.

import { closeSync, openSync } from 'node:fs';
import { parseMoney } from '../bill/money.ts';
import type { Bill } from '../bill/schema.ts';
import type { DocumentMetadata } from '../draw/metadata.ts';
import { VolumeWriter } from '../draw/volume.ts';
import type { Fault } from '../fault.ts';
import type { Resources } from '../render/resources.ts';
import type { Page } from '../typeset/page.ts';
import { accountIn, withoutMark } from './account-in.ts';
import type { Reject, SealedFile } from './batch.ts';
import { bugFault } from './blame.ts';
import type { Tools } from './check-lines.ts';
import { Draft } from './draft.ts';
import { dressSeparator } from './dress.ts';
import { draftOf, filesIn } from './folder.ts';
import { imposed, marksOf, sidesOf } from './impose-pages.ts';
import { readPlan } from './plan-file.ts';
import type { PlannedSeparator } from './plan-page.ts';
import { type PressedPage, type PressSheet, pressedPages, pressOrder } from './press-order.ts';
import { printSheet } from './print-sheet.ts';
import type { Progress, VolumeResult, VolumeTask } from './protocol.ts';
import { readRowAt } from './read-rows.ts';
import type { SpooledSheet } from './spooled-sheet.ts';
import { proceedTo } from './stopped.ts';
import { VolumeRows } from './volume-rows.ts';

/** A bill that fails and has moved others has the volume drawn anew, without it. */
export function drawVolume(task: VolumeTask, tools: Tools, progress: Progress): VolumeResult {
  let known: readonly Reject[] = [];
  for (;;) {
    const result = drawOnce({ ...task, known }, tools, progress);
    if ('sealed' in result) return result;
    known = result.rejects;
  }
}

interface Run extends VolumeTask {
  /** Bills that failed in an earlier run. */
  readonly known: readonly Reject[];
}

function drawOnce(
  run: Run,
  tools: Tools,
  progress: Progress,
): VolumeResult | Pick<VolumeResult, 'rejects'> {
  const press = new Press(run, tools);
  try {
    press.draw(progress);
    if (press.isRight) return press.finish();
    press.abandon();
    return { rejects: press.rejects };
  } catch (error) {
    press.abandon();
    throw error;
  }
}

/** Everything that is open while a volume is drawn. */
class Press {
  readonly rejects: Reject[];
  readonly #task: Run;
  readonly #tools: Tools;
  /** What is to be closed, whatever happens. */
  readonly #opened = new DisposableStack();
  readonly #spool: number;
  readonly #pdf: Draft;
  readonly #rows: VolumeRows;
  readonly #writer: VolumeWriter;
  readonly #pages: readonly PressedPage[];
  /** Pages of the plan, given up ones too. */
  readonly #planned: number;
  /** A bill failed of which an earlier copy is drawn. */
  #isTorn = false;

  constructor(task: Run, tools: Tools) {
    const { resources } = tools;
    const { folder, batch, volume, known } = task;
    const { number, attempt } = volume;
    const files = filesIn(folder);
    this.#task = task;
    this.#tools = tools;
    this.rejects = [...known];
    const plan = readPlan(folder, volume);
    const given = new Set([...task.skip, ...known.map(({ line }) => line)]);
    try {
      this.#spool = openSync(files.spool, 'r');
      this.#opened.defer(() => closeSync(this.#spool));
      this.#planned = plan.pages.length;
      this.#pages = pressedPages(plan, given, (sheet) => amountOf(this.#textOf(sheet)));
      const pdf = new Draft(draftOf(files.volume(number), attempt));
      this.#opened.defer(() => pdf.abandon());
      this.#pdf = pdf;
      this.#rows = new VolumeRows(draftOf(files.rows(number), attempt), batch, number);
      this.#opened.defer(() => this.#rows.abandon());
      const metadata = metadataOf(task, resources);
      this.#writer = new VolumeWriter(resources.fonts, metadata, (bytes) => pdf.bytes(bytes));
    } catch (error) {
      this.abandon();
      throw error;
    }
  }

  draw(progress: Progress): void {
    let done = 0;
    for (const pages of pressOrder(this.#pages, this.#task.options.twoUp)) {
      const drawn = pages.flatMap((page) => {
        if (page === undefined) return [];
        proceedTo(page.index, progress, done);
        done += 1;
        return this.#draw(page) ?? [];
      });
      this.#lay(pages, drawn);
    }
    // From here on no bill is in work: who stands still now waits for the disk.
    proceedTo(this.#planned, progress);
  }

  /** Whether what is drawn is what it should be without the bills that failed. */
  get isRight(): boolean {
    const { known, options } = this.#task;
    if (this.rejects.length === known.length) return true;
    const hasSeparators = this.#pages.some(({ planned }) => planned.kind === 'separator');
    return options.twoUp === undefined && !hasSeparators && !this.#isTorn;
  }

  finish(): VolumeResult {
    if (this.#writer.length > 0) this.#writer.finish();
    const pdf: SealedFile = this.#pdf.finish();
    const rows = this.#rows.finish();
    this.abandon();
    const sealed = { ...pdf, ...rows, pages: this.#writer.length };
    return { sealed, rejects: this.rejects };
  }

  /** Closes what is open; drafts that are finished stay as they are. */
  abandon(): void {
    this.#opened.dispose();
  }

  /** One page of the PDF, unless nothing of it could be drawn. */
  #lay(pages: PressSheet, drawn: readonly Drawn[]): void {
    const [first, second] = drawn;
    if (first === undefined) return;
    const { twoUp } = this.#task.options;
    const digest = this.#writer.add(
      imposed(twoUp, first.page, second?.page),
      marksOf(twoUp, pages),
    );
    const page = this.#writer.length;
    for (const [index, { printed }] of drawn.entries()) {
      if (printed === undefined) continue;
      this.#rows.add(printed.sheet, printed.bill, { page, digest, side: sidesOf(twoUp)[index] });
    }
  }

  #draw({ planned }: PressedPage): Drawn | undefined {
    return planned.kind === 'sheet' ? this.#print(planned) : this.#separate(planned);
  }

  #print(sheet: SpooledSheet): Drawn | undefined {
    const text = this.#textOf(sheet);
    const drawn = this.#read(text, sheet);
    if (!('faults' in drawn)) return drawn;
    const { line } = sheet;
    if (!this.rejects.some((reject) => reject.line === line)) {
      this.rejects.push({ line, ...accountIn(text), faults: drawn.faults });
      this.#isTorn ||= sheet.copy > 1;
    }
    return undefined;
  }

  /** It has no label and no row: it is taken out before the sheets are folded. */
  #separate(planned: PlannedSeparator): Drawn {
    const { batch, volume, options } = this.#task;
    const place = { batch, volume: volume.number };
    const dressed = dressSeparator(planned, place, options, this.#tools.wardrobe);
    // Every bill of the group was tried on with it.
    if (!dressed.ok) throw new Error('a separator cannot be set');
    return { page: dressed.value };
  }

  #read(text: string, sheet: SpooledSheet): Drawn | { readonly faults: readonly Fault[] } {
    const { batch, volume, today, options } = this.#task;
    const facts = { batch, volume: volume.number, options, today, reprint: false };
    try {
      const printed = printSheet(text, sheet, facts, this.#tools);
      if (!printed.ok) return { faults: printed.faults };
      const { bill, page } = printed.value;
      return { page, printed: { sheet, bill } };
    } catch (error) {
      return { faults: [bugFault(this.#tools.report(error))] };
    }
  }

  #textOf({ offset, length }: SpooledSheet): string {
    return readRowAt(this.#spool, offset, length);
  }
}

interface Drawn {
  readonly page: Page;
  /** Unless it is a separator. */
  readonly printed?: { readonly sheet: SpooledSheet; readonly bill: Bill };
}

function amountOf(text: string): number {
  return parseMoney(JSON.parse(withoutMark(text)).totalDue) ?? 0;
}

/** Names batch and volume, and nobody. The date is the batch's, so it does not move. */
function metadataOf(task: VolumeTask, { producer }: Resources): DocumentMetadata {
  const { batch, volume, today } = task;
  return {
    title: `tolem ${batch}, ${volume.number}`,
    languageTag: 'kk-KZ',
    createdOn: today,
    producer,
  };
}
