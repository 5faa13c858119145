// How fast batches go in this process, for estimates. It prints nothing.

import type { Batch } from './batch.ts';

export interface BatchProgress {
  /** Sheets drawn. */
  readonly done: number;
  /** Absent until something was measured. */
  readonly secondsLeft?: number;
}

interface Start {
  readonly atMs: number;
  readonly done: number;
}

export class Pace {
  readonly #starts = new Map<string, Start>();
  readonly #nowMs: () => number;

  constructor(nowMs: () => number = () => performance.now()) {
    this.#nowMs = nowMs;
  }

  /** Of a batch that has ended. */
  forget(id: string): void {
    this.#starts.delete(id);
  }

  /** How many batches it knows. */
  get size(): number {
    return this.#starts.size;
  }

  /** From the sheets that were drawn since it was first asked, as if it went on like that. */
  secondsLeft({ id, sheets }: Pick<Batch, 'id' | 'sheets'>, done: number): number | undefined {
    if (sheets === undefined) return undefined;
    const start = this.#starts.get(id);
    if (start === undefined) {
      this.#starts.set(id, { atMs: this.#nowMs(), done });
      return undefined;
    }
    const drawn = done - start.done;
    if (drawn <= 0) return undefined;
    const seconds = (this.#nowMs() - start.atMs) / 1000;
    return Math.ceil((seconds * (sheets - done)) / drawn);
  }
}
