// One volume: bills from the spool to one PDF and one row a sheet, both synced drafts at the end.
// The same plan and spool give the same bytes, so a volume may be drawn again at any time.

import { closeSync, openSync } from 'node:fs';
import { moneyText, parseMoney } from '../bill/money.ts';
import type { Bill } from '../bill/schema.ts';
import type { DocumentMetadata } from '../draw/metadata.ts';
import { type PageMarks, VolumeWriter } from '../draw/volume.ts';
import type { Fault } from '../fault.ts';
import type { Resources } from '../render/resources.ts';
import type { Page } from '../typeset/page.ts';
import { accountIn } from './account-in.ts';
import type { Reject, SealedFile } from './batch.ts';
import { bugFault } from './blame.ts';
import { readBill, type Tools } from './check-lines.ts';
import { Draft } from './draft.ts';
import { dressSeparator, dressSheet } from './dress.ts';
import { draftOf, filesIn } from './folder.ts';
import type { PlannedSeparator } from './plan-page.ts';
import type { Progress, VolumeResult, VolumeTask } from './protocol.ts';
import { readRowAt } from './read-rows.ts';
import { separatorOfRest } from './separator-rest.ts';
import { rowText, type SheetRow, volumeChain } from './sheet-row.ts';
import type { SpooledSheet } from './spooled-sheet.ts';
import { proceedTo } from './stopped.ts';
import type { VolumePlan } from './write-plan.ts';

/** A bill that fails behind its separator has the volume drawn anew, to count without it. */
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
    const { pages, houses } = press.plan;
    const sections = new Map(houses.map(({ page, title }) => [page, title]));
    let section: string | undefined;
    for (const [index, planned] of pages.entries()) {
      proceedTo(index, progress);
      section = sections.get(index + 1) ?? section;
      if (planned.kind === 'sheet') press.print(planned, section);
      else press.separate(planned, section);
    }
    // From here on no bill is in work: who stands still now waits for the disk.
    proceedTo(pages.length, progress);
    const hasSeparators = pages.some(({ kind }) => kind === 'separator');
    if (!hasSeparators || press.rejects.length === run.known.length) return press.finish();
    press.abandon();
    return { rejects: press.rejects };
  } catch (error) {
    press.abandon();
    throw error;
  }
}

/** Everything that is open while a volume is drawn. */
class Press {
  readonly plan: VolumePlan;
  readonly rejects: Reject[];
  readonly #task: VolumeTask;
  readonly #tools: Tools;
  readonly #spool: number;
  readonly #pdf: Draft;
  readonly #rows: Draft;
  readonly #writer: VolumeWriter;
  readonly #chain;
  readonly #skip: ReadonlySet<number>;
  #sheets = 0;
  #bills = 0;
  #amount = 0;

  constructor(task: Run, tools: Tools) {
    const { resources } = tools;
    const { folder, batch, volume, known } = task;
    const files = filesIn(folder);
    this.#task = task;
    this.#tools = tools;
    this.plan = planOf(task);
    this.rejects = [...known];
    this.#skip = new Set([...task.skip, ...known.map(({ line }) => line)]);
    this.#chain = volumeChain(batch, volume.number);
    this.#spool = openSync(files.spool, 'r');
    this.#pdf = new Draft(draftOf(files.volume(volume.number), volume.attempt));
    this.#rows = new Draft(draftOf(files.rows(volume.number), volume.attempt));
    this.#writer = new VolumeWriter(resources.fonts, metadataOf(task, resources), (bytes) =>
      this.#pdf.bytes(bytes),
    );
  }

  print(sheet: SpooledSheet, section: string | undefined): void {
    if (this.#skip.has(sheet.line)) return;
    const text = readRowAt(this.#spool, sheet.offset, sheet.length);
    const read = this.#read(text, sheet);
    if ('faults' in read) {
      if (sheet.copy === 1) {
        this.rejects.push({ line: sheet.line, ...accountIn(text), faults: read.faults });
      }
      return;
    }
    const digest = this.#writer.add(read.page, marksOf(String(sheet.sequence), section));
    this.#note(sheet, read.bill, digest);
  }

  /** It has no label and no row: it is taken out before the sheets are folded. */
  separate(planned: PlannedSeparator, section: string | undefined): void {
    const { batch, volume } = this.#task;
    const place = { batch, volume: volume.number };
    const rest = this.#restOf(planned);
    if (rest === undefined) return;
    const dressed = dressSeparator(rest, place, this.#tools.wardrobe);
    // Every bill of the group was tried on with it.
    if (!dressed.ok) throw new Error('a separator cannot be set');
    this.#writer.add(dressed.value, marksOf(undefined, section));
  }

  #restOf(planned: PlannedSeparator): PlannedSeparator | undefined {
    if (this.#skip.size === 0) return planned;
    const sheets = this.plan.pages.filter((page) => page.kind === 'sheet');
    const isAbsent = ({ line }: SpooledSheet) => this.#skip.has(line);
    return separatorOfRest(planned, sheets, isAbsent, ({ offset, length }) => {
      const { totalDue } = JSON.parse(readRowAt(this.#spool, offset, length));
      return parseMoney(totalDue) ?? 0;
    });
  }

  finish(): VolumeResult {
    if (this.#writer.length > 0) this.#writer.finish();
    const pdf: SealedFile = this.#pdf.finish();
    const rows = this.#rows.finish();
    closeSync(this.#spool);
    const counts = { sheets: this.#sheets, bills: this.#bills, amount: this.#amount };
    const pages = this.#writer.length;
    const sealed = { ...pdf, rows, pages, ...counts, chain: this.#chain.head };
    return { sealed, rejects: this.rejects };
  }

  abandon(): void {
    for (const draft of [this.#pdf, this.#rows]) draft.abandon();
    closeSync(this.#spool);
  }

  /** It passed the check, so a fault here means that layouts or program changed since. */
  #read(text: string, sheet: SpooledSheet): Printable | { readonly faults: readonly Fault[] } {
    const { wardrobe, report } = this.#tools;
    const { batch, volume, today, options } = this.#task;
    try {
      const read = readBill(text, this.#tools, { today, rung: sheet.rung });
      if (!read.ok) return { faults: read.faults };
      const { bill, typeset } = read.value;
      const { sequence, copy, copies } = sheet;
      const numbers = { sequence, copy, copies, volume: volume.number };
      const facts = { batch, ...numbers, reprint: false };
      const dressed = dressSheet(typeset.page, facts, options, wardrobe);
      return dressed.ok ? { bill, page: dressed.value } : { faults: dressed.faults };
    } catch (error) {
      return { faults: [bugFault(report(error))] };
    }
  }

  #note(sheet: SpooledSheet, bill: Bill, digest: string): void {
    const { sequence, line, copy, copies } = sheet;
    const row: SheetRow = {
      sequence,
      account: bill.account.number,
      volume: this.#task.volume.number,
      page: this.#writer.length,
      amount: moneyText(bill.totalDue),
      digest,
      line,
      copy,
      copies,
    };
    const text = rowText(row);
    this.#rows.text(`${text}\n`);
    this.#chain.add(text);
    this.#sheets += 1;
    if (copy !== 1) return;
    this.#bills += 1;
    this.#amount += bill.totalDue;
  }
}

function planOf({ folder, volume }: VolumeTask): VolumePlan {
  const file = openSync(filesIn(folder).plan, 'r');
  try {
    return JSON.parse(readRowAt(file, volume.planAt.offset, volume.planAt.length));
  } finally {
    closeSync(file);
  }
}

function marksOf(label: string | undefined, section: string | undefined): PageMarks {
  return { ...(label !== undefined && { label }), ...(section !== undefined && { section }) };
}

interface Printable {
  readonly bill: Bill;
  readonly page: Page;
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
