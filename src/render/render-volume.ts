// Bills of many accounts to one PDF, a page each: parse → typeset → add. A bill with faults does
// not enter the volume, and holds up no other.

import { parseBillJson } from '../bill/parse.ts';
import type { Bill } from '../bill/schema.ts';
import type { DocumentMetadata } from '../draw/metadata.ts';
import type { Sink } from '../draw/pdfa-document.ts';
import { type PageMarks, VolumeWriter } from '../draw/volume.ts';
import { failure, type Outcome, success } from '../fault.ts';
import { inHandfuls } from './handful.ts';
import type { Resources } from './resources.ts';
import { type TypesetBill, typesetBill } from './typeset-bill.ts';

export interface VolumeTask {
  /** YYYY-MM-DD, for the dates that a bill may not exceed. */
  readonly today: string;
  /** Of the volume; the program adds its own name. */
  readonly metadata: Omit<DocumentMetadata, 'producer'>;
}

/** Where a bill stands in its volume. */
export interface BillPage {
  /** From 1. */
  readonly page: number;
  readonly account: string;
  readonly period: string;
  /** With revision: `<id>@<revision>`. */
  readonly layout: string;
}

export class BillVolume {
  readonly #volume: VolumeWriter;
  readonly #today: string;
  readonly #resources: Resources;

  /** `write` is given the file piece by piece, in order, while bills are added. */
  constructor({ today, metadata }: VolumeTask, resources: Resources, write: Sink) {
    const { fonts, producer } = resources;
    this.#volume = new VolumeWriter(fonts, { ...metadata, producer }, write);
    this.#today = today;
    this.#resources = resources;
  }

  /** Pages so far. */
  get length(): number {
    return this.#volume.length;
  }

  add(json: string, marks: PageMarks = {}): Outcome<BillPage> {
    return this.#draw(this.#typeset(this.#parse(json)), marks);
  }

  /** The same for each of them in a row, without marks; quicker, for the reason of handful.ts. */
  addAll(jsons: readonly string[]): readonly Outcome<BillPage>[] {
    return inHandfuls(jsons).flatMap((handful) =>
      handful
        .map((json) => this.#parse(json))
        .map((bill) => this.#typeset(bill))
        .map((page) => this.#draw(page, {})),
    );
  }

  /** Writes the rest. A volume that no bill has entered is no file: nothing was ever written. */
  finish(): void {
    if (this.length > 0) this.#volume.finish();
  }

  #parse(json: string): Outcome<Bill> {
    return parseBillJson(json, { today: this.#today });
  }

  #typeset(parsed: Outcome<Bill>): Outcome<ReadyBill> {
    if (!parsed.ok) return parsed;
    const bill = parsed.value;
    const typeset = typesetBill(bill, this.#resources);
    const warnings = [...parsed.warnings, ...typeset.warnings];
    if (!typeset.ok) return failure(typeset.faults, warnings);
    return success({ bill, typeset: typeset.value }, warnings);
  }

  #draw(ready: Outcome<ReadyBill>, marks: PageMarks): Outcome<BillPage> {
    if (!ready.ok) return ready;
    const { bill, typeset } = ready.value;
    this.#volume.add(typeset.page, marks);
    const place = { account: bill.account.number, period: bill.period };
    const layout = typeset.layout.reference;
    return success({ page: this.length, ...place, layout }, ready.warnings);
  }
}

/** A bill whose page is still to be drawn. */
interface ReadyBill {
  readonly bill: Bill;
  readonly typeset: TypesetBill;
}
