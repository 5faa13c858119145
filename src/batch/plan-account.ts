// Whether an account has two bills in a batch, which may be meant and is more often a mistake. It
// keeps sixteen bytes a bill and no account.

import type { Warning } from '../fault.ts';
import type { PlanEntry } from './plan-entry.ts';
import { Growing } from './plan-growing.ts';

/** Accounts whose lines are named, and lines of each; there may be as many as bills. */
const mostNamed = 10;

/**
 * Accounts are known by 64 bits of their letters: among a million different ones, two are taken for
 * one once in 37 million batches.
 */
export class AccountRegister {
  private readonly halves = new Growing((size) => new Uint32Array(size));

  /** Layouts are of different settlement centres, whose account numbers have nothing in common. */
  note({ layout, account: number }: Pick<PlanEntry, 'layout' | 'account'>): void {
    const account = `${layout.split('@', 1)[0]} ${number}`;
    let [high, low] = [0xdead_beef, 0x41c6_ce57];
    for (let at = 0; at < account.length; at += 1) {
      const letter = account.charCodeAt(at);
      high = Math.imul(high ^ letter, 0x9e37_79b1);
      low = Math.imul(low ^ letter, 0x5f35_6495);
    }
    // MurmurHash3's way of mixing: each bit of the letters reaches each bit of the result.
    high =
      Math.imul(high ^ (high >>> 16), 0x85eb_ca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2_ae35);
    low = Math.imul(low ^ (low >>> 16), 0x85eb_ca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2_ae35);
    this.halves.push(high >>> 0);
    this.halves.push(low >>> 0);
  }

  /** `lines` are those of the request, in the order of the notes. */
  warnings(lines: Uint32Array): readonly Warning[] {
    const marks = new BigUint64Array(this.halves.finish().buffer);
    const repeated = repeatedIn(marks);
    if (repeated.length === 0) return [];
    const named = linesOf(marks, repeated, lines).map((group) => group.join(' and '));
    const message =
      `${repeated.length} accounts have more than one bill in this batch, the first of them in ` +
      `the lines ${named.join('; ')}. All are printed.`;
    const details = { accounts: repeated.length, lines: named };
    return [{ code: 'ACCOUNT_REPEATED', message, details }];
  }
}

/** Each mark that comes more than once, in order. */
function repeatedIn(marks: BigUint64Array): BigUint64Array {
  const sorted = marks.slice().sort();
  let count = 0;
  for (let at = 1; at < sorted.length; at += 1) {
    const mark = sorted[at] ?? 0n;
    const isNew = count === 0 || sorted[count - 1] !== mark;
    if (mark !== sorted[at - 1] || !isNew) continue;
    // What stands there was looked at already.
    sorted[count] = mark;
    count += 1;
  }
  return sorted.subarray(0, count);
}

/** Of the accounts that come first. */
function linesOf(
  marks: BigUint64Array,
  repeated: BigUint64Array,
  lines: Uint32Array,
): readonly (readonly number[])[] {
  const named = new Map<bigint, number[]>();
  marks.forEach((mark, index) => {
    const group = named.get(mark);
    if (group === undefined) {
      if (named.size < mostNamed && holds(repeated, mark)) named.set(mark, [lines[index] ?? 0]);
    } else if (group.length < mostNamed) group.push(lines[index] ?? 0);
  });
  return [...named.values()];
}

function holds(sorted: BigUint64Array, mark: bigint): boolean {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = sorted[middle] ?? 0n;
    if (found === mark) return true;
    if (found < mark) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
