// Which sheets are wanted again: sequence numbers, ranges of them, accounts. Pure.

import { z } from 'zod';

/** Sheets of one reprint; who needs more prints a volume again. */
const mostSheets = 5000;

const rangeRule = 'This must be a sequence number such as 1203, or a range such as "1203-1207".';

const rangePattern = /^[1-9]\d{0,8}(?:-[1-9]\d{0,8})?$/;

/** Both ends included. */
export interface SequenceRange {
  readonly first: number;
  readonly last: number;
}

/** For a query or a flag; `rangeOf` reads it. */
export const sequencesField = z
  .string()
  .regex(rangePattern, 'a sequence number such as 1203, or a range such as 1203-1207');

const rangeField = z
  .union([z.int().min(1), z.string().regex(rangePattern)], {
    error: rangeRule,
  })
  .meta({ description: 'A sequence number, or two with a dash between.' });

export const reprintRequestSchema = z
  .strictObject({
    sequences: z.array(rangeField).max(mostSheets).default([]),
    accounts: z.array(z.string().min(1).max(32)).max(mostSheets).default([]),
    reason: z.string().min(1).max(200).meta({ description: 'For the audit; names nobody.' }),
  })
  .meta({ id: 'ReprintRequest', description: 'Which sheets to print again, and why.' });

export type ReprintRequest = Readonly<z.output<typeof reprintRequestSchema>>;

/** A selection ready to be asked; it remembers what was not found. */
export class Selection {
  readonly #sequences: ReadonlySet<number>;
  readonly #accounts: ReadonlySet<string>;
  readonly #found = new Set<number | string>();

  constructor({ sequences, accounts }: Pick<ReprintRequest, 'sequences' | 'accounts'>) {
    this.#sequences = new Set(sequences.flatMap(numbersIn));
    this.#accounts = new Set(accounts);
  }

  /** More than may be printed at once, or nothing at all. */
  get isUnusable(): boolean {
    const count = this.#sequences.size + this.#accounts.size;
    return count === 0 || count > mostSheets;
  }

  has(sequence: number, account: string): boolean {
    const isNamed = this.#sequences.has(sequence);
    const isTheirs = this.#accounts.has(account);
    if (isNamed) this.#found.add(sequence);
    if (isTheirs) this.#found.add(account);
    return isNamed || isTheirs;
  }

  /** How many of what was named was never met. */
  get missing(): number {
    return this.#sequences.size + this.#accounts.size - this.#found.size;
  }
}

/** A range that is far too long is cut where it is too long already. */
function numbersIn(range: number | string): readonly number[] {
  const { first, last } = rangeOf(String(range));
  const count = Math.max(0, Math.min(last - first, mostSheets) + 1);
  return Array.from({ length: count }, (_, index) => first + index);
}

/** `1203`, or `1203-1207`; what ends before it begins holds none. */
export function rangeOf(text: string): SequenceRange {
  const [first = 0, last = first] = text.split('-').map(Number);
  return { first, last };
}
