// What people see of a batch: a bar that moves, where there is a terminal, and news otherwise.

import { type Batch, hasEnded } from '../batch/batch.ts';
import type { Batches } from '../batch/batches.ts';
import type { BatchProgress } from '../batch/pace.ts';
import type { Surroundings } from './command.ts';

/** Looked at so often; people see no more. */
const periodMs = 250;
const barCells = 24;

export class ProgressLine {
  readonly #surroundings: Surroundings;
  #isShown = false;
  #isPaused = false;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** Hands the bytes on and tells how many there were. */
  async *watchIntake(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    let toldAt = 0;
    for await (const piece of source) {
      yield piece;
      bytes += piece.byteLength;
      if (performance.now() - toldAt < periodMs) continue;
      toldAt = performance.now();
      this.#show(`reading: ${Math.floor(bytes / 1_000_000)} MB`);
    }
  }

  /** Resolves when the batch has ended. */
  async watchRun(batches: Batches, id: string): Promise<Batch> {
    for (;;) {
      const batch = await batches.get(id);
      if (batch === undefined) throw new RangeError('the batch is gone');
      if (hasEnded(batch)) return batch;
      this.#tell(batch, await batches.progress(batch));
      await new Promise((resolve) => setTimeout(resolve, periodMs));
    }
  }

  end(): void {
    if (this.#isShown) this.#surroundings.progress?.('');
  }

  #tell({ sheets, pausedBy }: Batch, { done, secondsLeft }: BatchProgress): void {
    if (pausedBy !== undefined && !this.#isPaused) {
      this.#surroundings.err('The disk is full. It goes on when there is room.');
    }
    this.#isPaused = pausedBy !== undefined;
    if (sheets === undefined || sheets === 0) {
      this.#show('planning');
      return;
    }
    const filled = Math.floor((barCells * done) / sheets);
    const bar = '#'.repeat(filled).padEnd(barCells, '.');
    const left = secondsLeft === undefined ? '' : `, ${secondsLeft} s left`;
    this.#show(`[${bar}] ${done} of ${sheets} sheets${left}`);
  }

  #show(line: string): void {
    this.#isShown = true;
    this.#surroundings.progress?.(line);
  }
}
