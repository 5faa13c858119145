// Some lines through a thread, come what may: a bill that takes threads with it is found, blamed
// and left out, and the others are checked again. It writes nothing.

import type { Fault } from '../fault.ts';
import type { Reject } from './batch.ts';
import type { Hands } from './crew.ts';
import type { SplitLine } from './line-splitter.ts';
import type { BatchOptions } from './options.ts';
import type { CheckedLine } from './protocol.ts';
import type { AcceptedLine } from './spool.ts';

export interface CheckRules {
  readonly today: string;
  readonly options: BatchOptions;
  /** Longest line. */
  readonly lineBytes: number;
}

export interface CheckedChunk {
  readonly accepted: readonly AcceptedLine[];
  readonly rejects: readonly Reject[];
  /** Sum of the accepted bills. */
  readonly amount: number;
}

/** A bill that ended a thread so often is not given to another. */
export const mostStrikes = 2;

export async function checkChunk(
  lines: readonly SplitLine[],
  crew: Hands,
  rules: CheckRules,
): Promise<CheckedChunk> {
  const bodies = lines.map(({ bytes = new Uint8Array(0) }) => bytes);
  const results = await ask(bodies, crew, rules);
  const accepted: AcceptedLine[] = [];
  const rejects: Reject[] = [];
  let amount = 0;
  for (const [index, { line, bytes }] of lines.entries()) {
    const result = results[index];
    if (bytes === undefined) rejects.push({ line, faults: [tooLong(rules.lineBytes)] });
    else if (result?.ok === true) {
      accepted.push({ line, bytes, facts: result.facts });
      amount += result.amount;
    } else if (result !== undefined) {
      const { account, faults } = result;
      rejects.push({ line, ...(account !== undefined && { account }), faults });
    }
  }
  return { accepted, rejects, amount };
}

/** Until there is an answer; each repetition has one bill less to fear. */
async function ask(
  bodies: readonly Uint8Array[],
  crew: Hands,
  { today, options }: CheckRules,
): Promise<readonly CheckedLine[]> {
  const strikes = new Map<number, number>();
  let unblamed = 0;
  const lengths = bodies.map(({ byteLength }) => byteLength);
  for (;;) {
    const skip = [...strikes].flatMap(([index, count]) => (count < mostStrikes ? [] : [index]));
    // A fresh copy each time: its memory may be gone with the thread.
    const task = { bytes: Buffer.concat(bodies), lengths, skip, today, options };
    const answer = await crew.run('check', task);
    if (answer.kind === 'done') return answer.value;
    if (answer.kind !== 'lost') throw new CrewFailed(answer.kind);
    // Thread after thread that dies before its first line: the lines are not to blame.
    if (answer.position < 0 && ++unblamed === mostStrikes) throw new CrewFailed('lost');
    strikes.set(answer.position, (strikes.get(answer.position) ?? 0) + 1);
  }
}

/** No thread can be had, or the program is ending: nothing that the lines are to blame for. */
export class CrewFailed extends Error {}

function tooLong(limitBytes: number): Fault {
  const message = `The line is longer than ${limitBytes} bytes. One bill is a few thousand.`;
  return { code: 'BODY_TOO_LARGE', message, details: { limitBytes } };
}
