// The rows of a volume while it is drawn: its file, its chain and its counts. They stand in the
// order of sequence numbers, whatever the order of drawing.

import { moneyText } from '../bill/money.ts';
import type { Bill } from '../bill/schema.ts';
import type { SealedFile, SealedVolume } from './batch.ts';
import { Draft } from './draft.ts';
import { rowText, type SheetRow, volumeChain } from './sheet-row.ts';
import type { SpooledSheet } from './spooled-sheet.ts';

/** Where a sheet was drawn. */
export type DrawnAt = Pick<SheetRow, 'page' | 'digest' | 'side'>;

export class VolumeRows {
  readonly #volume: number;
  readonly #file: Draft;
  readonly #chain;
  /** Rows of the right pile, which lies under the left one. */
  readonly #below: string[] = [];
  #sheets = 0;
  #bills = 0;
  #amount = 0;

  constructor(path: string, batch: string, volume: number) {
    this.#volume = volume;
    this.#file = new Draft(path);
    this.#chain = volumeChain(batch, volume);
  }

  add({ sequence, line, copy, copies }: SpooledSheet, bill: Bill, at: DrawnAt): void {
    const { page, digest, side } = at;
    const text = rowText({
      sequence,
      account: bill.account.number,
      volume: this.#volume,
      page,
      amount: moneyText(bill.totalDue),
      digest,
      line,
      copy,
      copies,
      side,
    });
    if (side === 'right') this.#below.push(text);
    else this.#write(text);
    this.#sheets += 1;
    if (copy !== 1) return;
    this.#bills += 1;
    this.#amount += bill.totalDue;
  }

  finish(): Omit<SealedVolume, keyof SealedFile | 'pages'> {
    for (const text of this.#below) this.#write(text);
    const rows = this.#file.finish();
    const counts = { sheets: this.#sheets, bills: this.#bills, amount: this.#amount };
    return { rows, ...counts, chain: this.#chain.head };
  }

  abandon(): void {
    this.#file.abandon();
  }

  #write(text: string): void {
    this.#file.text(`${text}\n`);
    this.#chain.add(text);
  }
}
