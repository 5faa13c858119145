// Carries batches from received to ended: plans, draws volumes side by side, writes the manifest.
// Every step may be cut off anywhere and is taken again at the next start; it speaks to nobody.

import { alive, type Batch, type Claim } from './batch.ts';
import { bugFault } from './blame.ts';
import type { Hands } from './crew.ts';
import { isDiskFull } from './folder.ts';
import { Progress } from './protocol.ts';
import { BatchFailed, type StepResult, type Steps } from './steps.ts';
import type { BatchStore } from './store.ts';

export interface RunnerOptions {
  readonly store: BatchStore;
  readonly crew: Hands;
  readonly steps: Steps;
  /** How long to wait before a full disk, or threads that do not start, are tried again. */
  readonly retryMs: number;
  readonly now: () => Date;
  /** For the log; gives the id under which it is found there. */
  readonly onBug: (error: unknown) => string;
  readonly onEnd?: (batch: Batch) => void;
}

/** What is to be done next, and for which batch. */
type Job =
  | { readonly kind: 'plan' | 'finish'; readonly batch: Batch }
  | {
      readonly kind: 'volume';
      readonly batch: Batch;
      readonly claim: Claim;
      readonly progress: Progress;
    };

export class Runner {
  readonly #options: RunnerOptions;
  /** Batches in work, each in its turn: a small one does not wait for a city. */
  #turns: string[] = [];
  /** Batches of which a step runs that nothing may run beside. */
  readonly #alone = new Set<string>();
  readonly #drawing = new Map<Progress, Claim>();
  /** Batches that will be tried again. */
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  #choosing: Promise<unknown> = Promise.resolve();
  #wake = Promise.withResolvers<void>();
  #isClosed = false;
  readonly #slots: Promise<void>[];

  constructor(options: RunnerOptions) {
    this.#options = options;
    this.#slots = Array.from({ length: options.crew.size }, () => this.#slot());
  }

  /** There is something to do for this batch. */
  add(id: string): void {
    if (!this.#turns.includes(id)) this.#turns.push(id);
    this.#ring();
  }

  /** Sheets drawn in volumes that are not sealed yet. */
  sheetsInWork(id: string): number {
    let count = 0;
    for (const [progress, { batch }] of this.#drawing) {
      if (batch === id) count += progress.done;
    }
    return count;
  }

  /** What is done for this batch is not wanted any more; resolves when nothing is being done. */
  async stop(id: string): Promise<void> {
    for (;;) {
      const drawn = [...this.#drawing].filter(([, { batch }]) => batch === id);
      if (drawn.length === 0 && !this.#alone.has(id)) return;
      for (const [progress] of drawn) progress.stop();
      await this.#wake.promise;
    }
  }

  /** Leaves everything so that the next start goes on with it. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const progress of this.#drawing.keys()) progress.stop();
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#ring();
    await Promise.all(this.#slots);
  }

  #ring(): void {
    this.#wake.resolve();
    this.#wake = Promise.withResolvers();
  }

  async #slot(): Promise<void> {
    while (!this.#isClosed) {
      const rung = this.#wake.promise;
      const job = await this.#next();
      if (job === undefined) await rung;
      else await this.#try(job);
    }
  }

  /** One slot chooses at a time, so that two do not choose the same. */
  #next(): Promise<Job | undefined> {
    const chosen = this.#choosing.then(() => this.#choose());
    this.#choosing = chosen.catch(() => {});
    return chosen;
  }

  async #choose(): Promise<Job | undefined> {
    const { store, onBug } = this.#options;
    for (const id of [...this.#turns]) {
      if (this.#alone.has(id) || this.#isClosed) continue;
      try {
        const batch = await store.get(id);
        if (batch === undefined || !alive.includes(batch.status)) {
          this.#turns = this.#turns.filter((other) => other !== id);
          continue;
        }
        const job = await this.#jobOf(batch);
        if (job === undefined) continue;
        this.#turns = [...this.#turns.filter((other) => other !== id), id];
        return job;
      } catch (error) {
        onBug(error);
        this.#laterOn(id);
      }
    }
    return undefined;
  }

  async #jobOf(batch: Batch): Promise<Job | undefined> {
    if (batch.status === 'receiving') return this.#aloneFor({ kind: 'plan', batch });
    const claim = await this.#claim(batch.id);
    if (claim !== undefined) {
      // Held from here on: nobody may take the volume for one that was left lying.
      const progress = new Progress();
      this.#drawing.set(progress, claim);
      return { kind: 'volume', batch, claim, progress };
    }
    return this.#isDrawing(batch.id) ? undefined : this.#aloneFor({ kind: 'finish', batch });
  }

  /**
   * The next volume. A claim that nobody here holds could not be given back, because the store had
   * no room either; with one owner of the store it is nobody's, so it is given back now.
   */
  async #claim(id: string): Promise<Claim | undefined> {
    const { store } = this.#options;
    const claim = await store.claim(id);
    if (claim !== undefined || this.#isDrawing(id)) return claim;
    const left = (await store.volumes(id)).filter(({ status }) => status === 'running');
    for (const volume of left) await store.release({ batch: id, volume });
    return left.length === 0 ? undefined : store.claim(id);
  }

  #isDrawing(id: string): boolean {
    return this.#drawing.values().some(({ batch }) => batch === id);
  }

  #aloneFor(job: Job): Job {
    this.#alone.add(job.batch.id);
    return job;
  }

  async #try(job: Job): Promise<void> {
    const { id } = job.batch;
    try {
      await this.#do(job);
    } catch (error) {
      if (isDiskFull(error)) await this.#pause(id);
      else await this.#fail(job.batch, error);
    } finally {
      if (job.kind === 'volume') this.#drawing.delete(job.progress);
      else this.#alone.delete(id);
      this.#ring();
    }
  }

  async #do(job: Job): Promise<void> {
    const { steps, onEnd } = this.#options;
    if (job.kind === 'plan') return this.#settle(job.batch, await steps.plan(job.batch));
    if (job.kind === 'volume') {
      return this.#settle(job.batch, await steps.draw(job.batch, job.claim, job.progress));
    }
    const ended = await steps.finish(job.batch);
    if (typeof ended === 'string') return this.#settle(job.batch, ended);
    onEnd?.(ended);
  }

  async #settle({ id, pausedBy }: Batch, result: StepResult): Promise<void> {
    if (result === 'disk-full') await this.#pause(id);
    if (result === 'later') this.#laterOn(id);
    if (result === 'done' && pausedBy !== undefined) {
      await this.#options.store.advance(id, alive, { pausedBy: undefined });
    }
  }

  /** The state is told if the store has room for it; the pause is kept in any case. */
  async #pause(id: string): Promise<void> {
    const change = { pausedBy: 'disk-full' } as const;
    await this.#options.store.advance(id, alive, change).catch(() => {});
    this.#laterOn(id);
  }

  async #fail(batch: Batch, error: unknown): Promise<void> {
    const { store, now, onBug, onEnd } = this.#options;
    const fault = error instanceof BatchFailed ? error.fault : bugFault(onBug(error));
    const ended = { status: 'failed', endedAt: now().toISOString(), fault } as const;
    const change = { ...ended, pausedBy: undefined };
    try {
      const failed = await store.advance(batch.id, alive, change);
      if (failed !== undefined) onEnd?.(failed);
    } catch {
      // The store itself fails: nothing can be said, and the next start finds the batch alive.
      this.#laterOn(batch.id);
    }
  }

  #laterOn(id: string): void {
    this.#turns = this.#turns.filter((other) => other !== id);
    if (this.#waiting.has(id) || this.#isClosed) return;
    const again = () => {
      this.#waiting.delete(id);
      this.add(id);
    };
    this.#waiting.set(id, setTimeout(again, this.#options.retryMs));
  }
}
