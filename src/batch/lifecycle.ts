// What callers do to a batch that was taken in: cancel, resume, remove. Each leaves the store and
// the folder in agreement, whatever else is done to the batch at that moment. It draws nothing.

import { failure, type Outcome, success } from '../fault.ts';
import { alive, type Batch } from './batch.ts';
import { type BatchFiles, isDiskFull, prepareFolders, removeFiles } from './folder.ts';
import { InTurn } from './in-turn.ts';
import { diskFull } from './intake.ts';
import { unknown } from './refusals.ts';
import type { Runner } from './runner.ts';
import type { BatchStore } from './store.ts';

export interface LifecycleOptions {
  readonly store: BatchStore;
  readonly runner: Pick<Runner, 'add' | 'stop'>;
  readonly filesOf: (id: string) => BatchFiles;
  readonly now: () => Date;
  readonly onBug: (error: unknown) => string;
  readonly onEnd?: (batch: Batch) => void;
}

export class Lifecycle {
  readonly #options: LifecycleOptions;
  /** Resuming and removing take several steps each, on the same folder. */
  readonly #turns = new InTurn();

  constructor(options: LifecycleOptions) {
    this.#options = options;
  }

  /** Ends a batch that has not ended; what is sealed stays. Undefined if there is none. */
  async cancel(id: string): Promise<Batch | undefined> {
    const { store, runner, now, onEnd } = this.#options;
    const at = now().toISOString();
    const change = { status: 'cancelled', endedAt: at, pausedBy: undefined } as const;
    const entry = { batch: id, at, action: 'cancel' } as const;
    const cancelled = await store.advance(id, alive, change, entry);
    if (cancelled === undefined) return store.get(id);
    await runner.stop(id);
    onEnd?.(cancelled);
    return cancelled;
  }

  /**
   * A batch that failed goes on where it was: what it failed of may be mended. Any other stays as
   * it is. BATCH_UNKNOWN; DISK_FULL, and then it stays failed.
   */
  resume(id: string): Promise<Outcome<Batch>> {
    return this.#turns.run(id, () => this.#resume(id));
  }

  /** Everything that is known of it, and its files. */
  remove(id: string): Promise<void> {
    return this.#turns.run(id, () => this.#remove(id));
  }

  /** Removes what ended before this moment; gives how many batches that were. */
  async purge(endedBefore: Date): Promise<number> {
    const limit = endedBefore.toISOString();
    const isOld = ({ endedAt }: Batch) => endedAt !== undefined && endedAt < limit;
    const { store, onBug } = this.#options;
    let removed = 0;
    for (const { id } of (await store.list()).filter(isOld)) {
      try {
        removed += await this.#turns.run(id, async () => {
          // Removing takes time, in which others of the list may have been resumed.
          const batch = await store.get(id);
          if (batch === undefined || !isOld(batch)) return 0;
          await this.#remove(id);
          return 1;
        });
      } catch (error) {
        // One that cannot be removed must not keep the others.
        onBug(error);
      }
    }
    return removed;
  }

  /** Whether the batch was resumed after this end, so that it has another one or none. */
  async isPast({ id, endedAt }: Batch): Promise<boolean> {
    const batch = await this.#options.store.get(id);
    return batch !== undefined && batch.endedAt !== endedAt;
  }

  /** Of this end, whoever wanted to know. */
  async markTold(batch: Batch): Promise<void> {
    if (await this.isPast(batch)) return;
    await this.#options.store.advance(batch.id, [batch.status], { isTold: true });
  }

  /** Files and row, and no word of it in the audit: of what never became a batch. */
  async forget(id: string): Promise<void> {
    const { store, filesOf } = this.#options;
    await removeFiles(filesOf(id));
    await store.remove(id);
  }

  async #resume(id: string): Promise<Outcome<Batch>> {
    const { store, runner, filesOf, now } = this.#options;
    const batch = await store.get(id);
    if (batch === undefined) return failure([unknown]);
    if (batch.status !== 'failed') return success(batch);
    // Other volumes of it may still be in work. They would lose their drafts, or fail it once more.
    await runner.stop(id);
    try {
      // While it is still at its end, so that it stays there if this fails.
      await prepareFolders(filesOf(id));
      await store.pardon(id);
      const planned = batch.startedAt === undefined ? 'planned' : 'running';
      const status = batch.sheets === undefined ? 'receiving' : planned;
      const change = { status, endedAt: undefined, fault: undefined, isTold: undefined } as const;
      const entry = { batch: id, at: now().toISOString(), action: 'resume' } as const;
      const resumed = await store.advance(id, ['failed'], change, entry);
      if (resumed === undefined) return failure([unknown]);
      runner.add(id);
      return success(resumed);
    } catch (error) {
      if (isDiskFull(error)) return failure([diskFull]);
      throw error;
    }
  }

  async #remove(id: string): Promise<void> {
    const batch = await this.cancel(id);
    if (batch === undefined) return;
    const { store, runner, now } = this.#options;
    // One that failed is not cancelled, but volumes of it may still be in work.
    await runner.stop(id);
    // One that could not be removed before has its entry.
    const last = (await store.audit(id)).at(-1);
    if (last?.action !== 'remove') {
      await store.note({ batch: id, at: now().toISOString(), action: 'remove' });
    }
    await this.forget(id);
  }
}
