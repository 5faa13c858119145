// Lines of a request → rows of the index, or faults. A bill is accepted only if it was typeset to
// the end: what is accepted can be printed. It writes nothing.

import { parseBillJson } from '../bill/parse.ts';
import type { Bill } from '../bill/schema.ts';
import { type Fault, failure, type Outcome, success } from '../fault.ts';
import type { Resources } from '../render/resources.ts';
import { type TypesetBill, typesetBill } from '../render/typeset-bill.ts';
import { accountIn } from './account-in.ts';
import { bugFault, deadly } from './blame.ts';
import { tryOn, type Wardrobe } from './dress.ts';
import type { BatchOptions } from './options.ts';
import type { PlanEntry } from './plan-entry.ts';
import type { CheckedLine, CheckTask, Progress } from './protocol.ts';
import { proceedTo } from './stopped.ts';

/** What a thread has for its work. */
export interface Tools {
  readonly resources: Resources;
  readonly wardrobe: Wardrobe;
  /** After each bill, so that what is kept from bill to bill stays within its memory. */
  readonly afterBill: () => void;
  /** For the log; gives the id under which an error is found there. */
  readonly report: (error: unknown) => string;
}

export function checkLines(
  { bytes, lengths, skip, today, options }: CheckTask,
  tools: Tools,
  progress: Progress,
): readonly CheckedLine[] {
  let start = 0;
  return lengths.map((length, index) => {
    const line = bytes.subarray(start, start + length);
    start += length;
    proceedTo(index, progress);
    if (skip.includes(index)) return { ok: false, faults: [deadly] };
    return checkLine(line, { ...tools, today, options });
  });
}

interface Bench extends Tools {
  readonly today: string;
  readonly options: BatchOptions;
}

/** A bug costs its own bill only. */
function checkLine(line: Uint8Array, bench: Bench): CheckedLine {
  const { wardrobe, today, options, report } = bench;
  const text = decode(line);
  if (text === undefined) return { ok: false, faults: [notUtf8] };
  try {
    const typeset = readBill(text, bench, { today });
    if (!typeset.ok) return { ok: false, ...accountIn(text), faults: typeset.faults };
    const { bill, typeset: fitted } = typeset.value;
    const dressed = tryOn(fitted.page, bill.delivery, options, wardrobe);
    if (!dressed.ok) return { ok: false, account: bill.account.number, faults: dressed.faults };
    return accepted(typeset.value, line.byteLength);
  } catch (error) {
    return { ok: false, ...accountIn(text), faults: [bugFault(report(error))] };
  }
}

export interface ReadBill {
  readonly bill: Bill;
  readonly typeset: TypesetBill;
}

/**
 * The one way from a line to a page, for the check and for the volume, which knows the `rung` that
 * the check found.
 */
export function readBill(
  text: string,
  { resources, afterBill }: Pick<Tools, 'resources' | 'afterBill'>,
  { today, rung }: { readonly today: string; readonly rung?: string | undefined },
): Outcome<ReadBill> {
  const parsed = parseBillJson(text, { today });
  if (!parsed.ok) return failure(parsed.faults);
  const typeset = typesetBill(parsed.value, resources, { rung });
  afterBill();
  if (!typeset.ok) return failure(typeset.faults);
  return success({ bill: parsed.value, typeset: typeset.value });
}

function accepted({ bill, typeset }: ReadBill, size: number): CheckedLine {
  const entry: Omit<PlanEntry, 'line'> = {
    account: bill.account.number,
    delivery: bill.delivery,
    amount: bill.totalDue,
    layout: typeset.layout.reference,
    bytes: estimateBytes(size),
    risk: {
      lines: bill.charges.reduce((count, { lines }) => count + 1 + lines.length, 0),
      longestName: longestName(bill),
      lowestDue: Math.min(...bill.charges.map(({ due }) => due)),
      rung: typeset.rung,
    },
  };
  return { ok: true, facts: JSON.stringify(entry), amount: bill.totalDue };
}

/** A page's content takes about as many bytes as its bill, compressed against indented. */
function estimateBytes(size: number): number {
  return size;
}

function longestName({ account, suppliers }: Bill): number {
  const names = [account.payer, account.address.kk, account.address.ru];
  for (const { name } of suppliers) names.push(name.kk, name.ru);
  return Math.max(...names.map((name = '') => name.length));
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(line: Uint8Array): string | undefined {
  try {
    return utf8.decode(line);
  } catch {
    return undefined;
  }
}

const notUtf8: Fault = {
  code: 'REQUEST_MALFORMED',
  message: 'The line is not valid UTF-8 (RFC 8259, 8.1). Convert it from its code page.',
};
