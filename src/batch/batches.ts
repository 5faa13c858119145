// All batches of one folder: takes them in, goes on with those of an earlier run, says how they
// are. The one thing that HTTP and the command line see of this folder.

import { failure, type Outcome, success } from '../fault.ts';
import { type Batch, type BatchEvent, hasEnded, type Volume } from './batch.ts';
import { CrewFailed } from './check-chunk.ts';
import type { Hands } from './crew.ts';
import type { Reach } from './failpoint.ts';
import {
  type BatchFiles,
  filesIn,
  isDiskFull,
  isGone,
  prepareFolders,
  removeFiles,
} from './folder.ts';
import { diskFull, type IntakeLimits, receive } from './intake.ts';
import { Lifecycle } from './lifecycle.ts';
import type { BatchOptions } from './options.ts';
import { type BatchProgress, Pace } from './pace.ts';
import { inFlight, noThreads, removed, retriedBefore } from './refusals.ts';
import { Reprints } from './reprints.ts';
import { acceptedIn } from './retried-lines.ts';
import { Runner } from './runner.ts';
import { SheetFiles } from './sheet-files.ts';
import { Steps } from './steps.ts';
import type { BatchStore, PagePlace } from './store.ts';

export interface BatchesOptions {
  readonly store: BatchStore;
  readonly crew: Hands;
  readonly limits: IntakeLimits;
  /** Where the files of a batch are. */
  readonly folderOf: (id: string) => string;
  readonly now: () => Date;
  /** See RunnerOptions. */
  readonly retryMs: number;
  readonly onBug: (error: unknown) => string;
  readonly onEnd?: (batch: Batch) => void;
  readonly reach?: Reach;
}

/** Corrected lines of a batch that has ended. */
export interface Retry {
  readonly of: string;
  /** As many as were rejected: more would be new bills. */
  readonly mostBills: number;
}

export interface Submission {
  readonly id: string;
  readonly key?: string;
  readonly retry?: Retry;
  readonly options: BatchOptions;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Decompressed; an error of it ends the intake as if there had been none. */
  readonly source: AsyncIterable<Uint8Array>;
}

export class Batches {
  readonly #options: BatchesOptions;
  readonly #runner: Runner;
  readonly #pace = new Pace();
  /** What callers do to a batch that was taken in. */
  readonly lifecycle: Lifecycle;
  /** Sheets of finished batches once more. */
  readonly reprints: Reprints;
  /** Sheets of finished batches as files of their own. */
  readonly sheetFiles: SheetFiles;

  private constructor(options: BatchesOptions) {
    const { reach = () => {} } = options;
    const onEnd = (batch: Batch) => {
      this.#pace.forget(batch.id);
      options.onEnd?.(batch);
    };
    this.#options = { ...options, reach, onEnd };
    this.reprints = new Reprints(options);
    this.sheetFiles = new SheetFiles(options);
    this.#runner = new Runner({ ...options, onEnd, steps: new Steps({ ...options, reach }) });
    const filesOf = (id: string) => this.files(id);
    this.lifecycle = new Lifecycle({ ...options, onEnd, runner: this.#runner, filesOf });
  }

  /** Goes on with what an earlier process left: what it had received is kept, the rest is not. */
  static async open(options: BatchesOptions): Promise<Batches> {
    const batches = new Batches(options);
    await options.store.releaseAll();
    for (const batch of (await options.store.list()).toReversed()) {
      try {
        await batches.#takeUp(batch);
      } catch (error) {
        // A folder that cannot be written is one batch's; the others go on.
        options.onBug(error);
      }
    }
    return batches;
  }

  /** Resolves when the lines are safe; throws what the source throws. */
  async submit(submission: Submission): Promise<Outcome<Batch>> {
    const { store, now } = this.#options;
    const { id, key, retry, options, today } = submission;
    const createdAt = now().toISOString();
    const names = { id, ...(key !== undefined && { key }), ...(retry && { retryOf: retry.of }) };
    const begun = { ...names, options, today, createdAt };
    const batch: Batch = { ...begun, status: 'receiving', lateRejects: 0 };
    try {
      if (!(await store.begin(batch))) return failure([inFlight]);
    } catch (error) {
      if (isDiskFull(error)) return failure([diskFull]);
      throw error;
    }
    try {
      const received = await this.#receive(submission);
      if (received.ok) return success(received.value);
      await this.#giveUp(id);
      return received;
    } catch (error) {
      const isRemoved = (await store.get(id)) === undefined;
      await this.#giveUp(id);
      // Its folder went with it.
      if (isRemoved && isGone(error)) return failure([removed]);
      if (error instanceof CrewFailed) return failure([noThreads]);
      if (isDiskFull(error)) return failure([diskFull]);
      throw error;
    }
  }

  get(id: string): Promise<Batch | undefined> {
    return this.#options.store.get(id);
  }

  byKey(key: string): Promise<Batch | undefined> {
    return this.#options.store.byKey(key);
  }

  /** The newest first. */
  list(): Promise<readonly Batch[]> {
    return this.#options.store.list();
  }

  /** Some of the list: those after a place, or the first. */
  page(limit: number, after?: PagePlace): Promise<readonly Batch[]> {
    return this.#options.store.page(limit, after);
  }

  volumes(id: string): Promise<readonly Volume[]> {
    return this.#options.store.volumes(id);
  }

  /** What happened after the event `after`, the oldest first. */
  events(id: string, after: number): Promise<readonly BatchEvent[]> {
    return this.#options.store.events(id, after);
  }

  /** Sheets that are drawn, those of volumes in work included, and how long the rest will take. */
  async progress(batch: Batch): Promise<BatchProgress> {
    const sealed = (await this.volumes(batch.id)).map((volume) => volume.sealed?.sheets ?? 0);
    const sum = sealed.reduce((total, sheets) => total + sheets, 0);
    const done = sum + this.#runner.sheetsInWork(batch.id);
    // Asked for once more after its end, it must not be remembered again.
    const secondsLeft = hasEnded(batch) ? undefined : this.#pace.secondsLeft(batch, done);
    return secondsLeft === undefined ? { done } : { done, secondsLeft };
  }

  /** The files of a batch, whether or not they are there yet. */
  files(id: string): BatchFiles {
    return filesIn(this.#options.folderOf(id));
  }

  /** What runs is left where it is; the next process goes on. The crew is not closed with it. */
  async close(): Promise<void> {
    await this.#runner.close();
    await this.#options.store.close();
  }

  async #receive({ id, source, today, options, retry }: Submission): Promise<Outcome<Batch>> {
    const { store, crew, limits, folderOf, reach = () => {} } = this.#options;
    const files = filesIn(folderOf(id));
    await prepareFolders(files);
    const bills = Math.min(limits.bills, retry?.mostBills ?? limits.bills);
    const rules = { limits: { ...limits, bills }, today, options };
    const received = await receive(source, files, crew, rules);
    if (!received.ok) return received;
    reach('spooled');
    const taken = retry && (await store.takeRejects(retry.of, id, await acceptedIn(files.index)));
    if (taken !== undefined && taken.length > 0) return failure([retriedBefore(taken)]);
    const batch = await store.advance(id, ['receiving'], { received: received.value });
    reach('accepted');
    if (batch === undefined) {
      // Cancelled meanwhile: the same key must find that, and not print it after all.
      const ended = await store.advance(id, ['cancelled'], { received: received.value });
      return ended === undefined ? failure([removed]) : success(ended);
    }
    this.#runner.add(id);
    return success(batch);
  }

  /** Of an earlier process: what was not received whole is nothing. */
  async #takeUp(batch: Batch): Promise<void> {
    if (batch.received !== undefined) {
      if (hasEnded(batch)) return;
      await prepareFolders(this.files(batch.id));
      this.#runner.add(batch.id);
    } else if (hasEnded(batch)) await removeFiles(this.files(batch.id));
    else await this.lifecycle.forget(batch.id);
  }

  /** What arrived in part. A batch that was cancelled meanwhile stays known, so that its key is. */
  async #giveUp(id: string): Promise<void> {
    const batch = await this.#options.store.get(id);
    if (batch?.status === 'cancelled') await removeFiles(this.files(id));
    else await this.lifecycle.forget(id);
  }
}
