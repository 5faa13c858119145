// A stream of lines → accepted bills in the spool, and rejects. Lines are checked in threads while
// more arrive; only so many are in memory, and the sender waits for the rest.

import { createHash } from 'node:crypto';
import { type Fault, failure, type Outcome, success } from '../fault.ts';
import type { Received } from './batch.ts';
import { type CheckedChunk, type CheckRules, checkChunk } from './check-chunk.ts';
import type { Hands } from './crew.ts';
import { type BatchFiles, isDiskFull } from './folder.ts';
import { isBlank, LineSplitter, type SplitLine } from './line-splitter.ts';
import type { BatchOptions } from './options.ts';
import { Spool } from './spool.ts';

export interface IntakeLimits {
  /** Of one bill. */
  readonly lineBytes: number;
  /** Of the whole, after decompression. */
  readonly bytes: number;
  readonly bills: number;
}

export interface IntakeRules {
  readonly limits: IntakeLimits;
  readonly today: string;
  readonly options: BatchOptions;
}

/** Lines that go to a thread together: enough to hide the hand-over, few enough to share out. */
const chunkLines = 32;
const chunkBytes = 262_144;

/**
 * Everything or nothing: a fault, or an error of the source, leaves no sealed file behind. Throws
 * what the source throws, which is a caller who is gone.
 */
export async function receive(
  source: AsyncIterable<Uint8Array>,
  files: BatchFiles,
  crew: Hands,
  rules: IntakeRules,
): Promise<Outcome<Received>> {
  const spool = await Spool.open(files);
  const intake = new Intake(spool, crew, rules);
  try {
    const fault = await intake.read(source);
    if (fault !== undefined) {
      await spool.abandon();
      return failure([fault]);
    }
    await spool.seal();
    return success(intake.received());
  } catch (error) {
    await intake.settle();
    await spool.abandon();
    if (isDiskFull(error)) return failure([diskFull]);
    throw error;
  }
}

class Intake {
  readonly #spool: Spool;
  readonly #crew: Hands;
  readonly #limits: IntakeLimits;
  readonly #rules: CheckRules;
  readonly #hash = createHash('sha256');
  readonly #splitter: LineSplitter;
  readonly #pending: Promise<CheckedChunk>[] = [];
  #chunk: SplitLine[] = [];
  #chunkSize = 0;
  #bytes = 0;
  #accepted = 0;
  #rejected = 0;
  #amount = 0;
  #lines = 0;

  constructor(spool: Spool, crew: Hands, rules: IntakeRules) {
    const { limits, today, options } = rules;
    this.#spool = spool;
    this.#crew = crew;
    this.#limits = limits;
    this.#rules = { today, options, lineBytes: limits.lineBytes };
    this.#splitter = new LineSplitter(limits.lineBytes);
  }

  async read(source: AsyncIterable<Uint8Array>): Promise<Fault | undefined> {
    for await (const piece of source) {
      this.#hash.update(piece);
      this.#bytes += piece.byteLength;
      if (this.#bytes > this.#limits.bytes) return this.#tooMany('bytes', this.#limits.bytes);
      for (const line of this.#splitter.push(piece)) await this.#take(line);
      if (this.#lines > this.#limits.bills) return this.#tooMany('bills', this.#limits.bills);
    }
    for (const line of this.#splitter.finish()) await this.#take(line);
    if (this.#lines > this.#limits.bills) return this.#tooMany('bills', this.#limits.bills);
    this.#dispatch();
    while (this.#pending.length > 0) await this.#write();
    return this.#lines === 0 ? nothingSent : undefined;
  }

  /** Waits for what threads still do; their results are dropped. */
  async settle(): Promise<void> {
    await Promise.allSettled(this.#pending);
  }

  received(): Received {
    return {
      digest: this.#hash.digest('hex'),
      bytes: this.#bytes,
      accepted: this.#accepted,
      rejected: this.#rejected,
      amount: this.#amount,
    };
  }

  async #take(line: SplitLine): Promise<void> {
    if (line.bytes !== undefined && isBlank(line.bytes)) return;
    this.#lines += 1;
    this.#chunk.push(line);
    this.#chunkSize += line.bytes?.byteLength ?? 0;
    if (this.#chunk.length < chunkLines && this.#chunkSize < chunkBytes) return;
    this.#dispatch();
    // Two chunks a thread: one in work and one in hand.
    if (this.#pending.length >= 2 * this.#crew.size) await this.#write();
  }

  #dispatch(): void {
    if (this.#chunk.length === 0) return;
    const checked = checkChunk(this.#chunk, this.#crew, this.#rules);
    // It may fail while the sender is waited for; who takes it from the row sees that.
    checked.catch(() => {});
    this.#pending.push(checked);
    this.#chunk = [];
    this.#chunkSize = 0;
  }

  async #write(): Promise<void> {
    const checked = await this.#pending.shift();
    if (checked === undefined) return;
    this.#accepted += checked.accepted.length;
    this.#rejected += checked.rejects.length;
    this.#amount += checked.amount;
    await this.#spool.append(checked.accepted, checked.rejects);
  }

  async #tooMany(what: 'bytes' | 'bills', limit: number): Promise<Fault> {
    await this.settle();
    const message = `A batch has at most ${limit} ${what}. Send it in parts.`;
    return { code: 'BODY_TOO_LARGE', message, details: { what, limit } };
  }
}

const nothingSent: Fault = {
  code: 'REQUEST_MALFORMED',
  message: 'The batch holds no bill. Send one bill a line, as JSON.',
};

export const diskFull: Fault = {
  code: 'DISK_FULL',
  message: 'There is no room for this batch now. Send it again when there is.',
  details: { retryAfterSeconds: 60 },
};
