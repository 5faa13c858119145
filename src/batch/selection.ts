// Which sheets are wanted again: sequence numbers, ranges of them, accounts. Pure.

import { z } from 'zod';

/** Sheets of one reprint; who needs more prints a volume again. */
const mostSheets = 5000;

const rangeRule = 'This must be a sequence number such as 1203, or a range such as "1203-1207".';

const rangePattern = /^[1-9]\d{0,8}(?:-[1-9]\d{0,8})?$/;

/** What ends before it begins would hold none, and say nothing. */
const isForward = (text: string) => rangeOf(text).last >= rangeOf(text).first;

/** Both ends included. */
export interface SequenceRange {
  readonly first: number;
  readonly last: number;
}

const queryRule = 'a sequence number such as 1203, or a range such as 1203-1207';

/** For a query or a flag; `rangeOf` reads it. */
export const sequencesField = z
  .string(queryRule)
  .regex(rangePattern, queryRule)
  .refine(isForward, queryRule);

const rangeField = z
  .union([z.int().min(1), z.string().regex(rangePattern).refine(isForward)], {
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
    this.#sequences = numbersOf(sequences);
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

/** Cut where they are too many already: some thousand ranges may name a billion. */
function numbersOf(ranges: readonly (number | string)[]): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const range of ranges) {
    const { first, last } = rangeOf(String(range));
    for (let number = first; number <= last; number += 1) {
      if (numbers.size > mostSheets) return numbers;
      numbers.add(number);
    }
  }
  return numbers;
}

/** `1203`, or `1203-1207`. */
export function rangeOf(text: string): SequenceRange {
  const [first = 0, last = first] = text.split('-').map(Number);
  return { first, last };
}
