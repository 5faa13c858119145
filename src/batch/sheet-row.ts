// A row of the manifest, its text, and the hash chain over rows. Pure: what is signed here is what
// verification computes again.

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { sides } from '../impose/two-up.ts';

/** One printed bill. Its members in this order are its text, which the chain is made of. */
export const sheetRowSchema = z.strictObject({
  sequence: z.int().min(1),
  account: z.string(),
  volume: z.int().min(1),
  /** Of the volume's PDF, from 1. */
  page: z.int().min(1),
  amount: z.string(),
  /** SHA-256 of the page's content stream as it stands in the file, hexadecimal. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** Of the request. */
  line: z.int().min(1),
  copy: z.int().min(1),
  copies: z.int().min(1),
  /** Of the page, where two stand on one. */
  side: z.enum(sides).optional(),
});

export type SheetRow = Readonly<z.infer<typeof sheetRowSchema>>;

export function rowText(row: SheetRow): string {
  const { sequence, account, volume, page, amount, digest, line, copy, copies, side } = row;
  const printed = { sequence, account, volume, page, amount, digest, line, copy, copies };
  return JSON.stringify({ ...printed, side });
}

/** Each link hashes the link before and a row: nothing can be taken out, put in or moved. */
export class Chain {
  #head: string;

  /** `start` names what is chained, so that two chains of equal rows differ. */
  constructor(start: string) {
    this.#head = sha256(start);
  }

  add(text: string): void {
    this.#head = sha256(`${this.#head}\n${text}`);
  }

  get head(): string {
    return this.#head;
  }
}

export function volumeChain(batch: string, volume: number): Chain {
  return new Chain(`tolem batch ${batch} volume ${volume}`);
}

/** Over the heads of its volumes, in their order. */
export function batchChain(batch: string): Chain {
  return new Chain(`tolem batch ${batch}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
