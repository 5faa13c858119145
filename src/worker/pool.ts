// The rendering threads as the main thread sees them: a bounded, fair queue in front, a time-out
// on every run, every failure a fault. It does not know what rendering is.

import type { Bug } from '../bug.ts';
import { type Fault, failure, type Outcome } from '../fault.ts';
import { createDrainRate } from './drain-rate.ts';
import { greetingOf, lost, outcomeOf, outcomeOfLoss, timedOut, unstarted } from './outcome.ts';
import type { Greeting, RenderOutcome, RenderTask } from './protocol.ts';
import type { Readiness, Renderer, RendererStats } from './renderer.ts';
import { Threads, type ThreadsOptions } from './threads.ts';

export interface RendererOptions extends ThreadsOptions {
  /** Bills waiting and running together. */
  readonly queueLimit: number;
  /** Applies to the run and, separately, to the wait before it. */
  readonly renderTimeoutMs: number;
  /** For the log. */
  readonly onBug?: (bug: Bug) => void;
  /** For the log: why threads could not be started. */
  readonly onFailedStart?: (reason: string) => void;
}

export interface StartingRenderer extends Renderer {
  /** What the threads said when all of them had started, or why none can be started. */
  readonly started: Promise<Outcome<Greeting>>;
}

/** Threads begin to start at once; bills may be given before they have. */
export function createRenderer(options: RendererOptions): StartingRenderer {
  return new PooledRenderer(options);
}

interface Job {
  readonly task: RenderTask;
  readonly settle: (outcome: RenderOutcome) => void;
}

/**
 * The queue is ours because piscina's does not keep order: a task with a signal that finds no
 * free thread goes to the head of its queue with `stricterFIFO` (the last come is served first)
 * and is rotated without it, and `maxQueue` does not count such tasks (piscina 5.3.2).
 */
class PooledRenderer implements StartingRenderer {
  readonly started: Promise<Outcome<Greeting>>;
  readonly #options: RendererOptions;
  readonly #report: (bug: Bug) => void;
  readonly #drainRate = createDrainRate();
  /** A Set keeps the order of arrival and forgets a job at once wherever it stands. */
  readonly #waiting = new Set<Job>();
  readonly #threads: Threads;
  #running = 0;
  #closing: PromiseWithResolvers<void> | undefined;

  constructor(options: RendererOptions) {
    this.#options = options;
    this.#report = options.onBug ?? (() => {});
    const { promise, resolve } = Promise.withResolvers<Outcome<Greeting>>();
    this.started = promise;
    this.#threads = new Threads(options, {
      onIdle: () => this.#pump(),
      onStarted: (greeting) => resolve(greetingOf(greeting)),
      onFailedStart: (reason, faults) => {
        options.onFailedStart?.(reason);
        if (!this.#threads.isBroken) return;
        this.#refuseWaiting();
        resolve(faults.length > 0 ? failure(faults) : unstarted(reason));
      },
      onBug: this.#report,
    });
  }

  render(
    task: RenderTask,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<RenderOutcome> {
    if (signal?.aborted === true) return Promise.reject(signal.reason);
    const refusal = this.#refusal();
    if (refusal !== undefined) return Promise.resolve(refusal);
    const { renderTimeoutMs } = this.#options;
    const { promise, resolve, reject } = Promise.withResolvers<RenderOutcome>();
    const job: Job = { task, settle: resolve };
    const giveUp = () => {
      this.#forget(job);
      reject(signal?.reason);
    };
    const patience = setTimeout(() => {
      if (this.#forget(job)) resolve(timedOut(renderTimeoutMs, 'waiting'));
    }, renderTimeoutMs);
    signal?.addEventListener('abort', giveUp, { once: true });
    this.#waiting.add(job);
    this.#pump();
    return promise.finally(() => {
      clearTimeout(patience);
      signal?.removeEventListener('abort', giveUp);
    });
  }

  readiness(): Readiness {
    return this.#threads.readiness;
  }

  stats(): RendererStats {
    const { threads, queueLimit } = this.#options;
    const { restarts } = this.#threads;
    const counts = { waiting: this.#waiting.size, running: this.#running };
    return { threads, queueLimit, restarts, ...counts };
  }

  async close(): Promise<void> {
    if (this.#closing === undefined) {
      this.#closing = Promise.withResolvers<void>();
      this.#settleClosing();
    }
    await this.#closing.promise;
    await this.#threads.close();
  }

  #refusal(): RenderOutcome | undefined {
    if (this.#closing !== undefined) return failure([shuttingDown]);
    if (this.#threads.isBroken) return lost('start', 'none can be started');
    const { queueLimit, threads } = this.#options;
    const count = this.#waiting.size + this.#running;
    if (count < queueLimit) return undefined;
    const retryAfterSeconds = this.#drainRate.secondsFor(count, threads);
    return failure([
      {
        code: 'QUEUE_FULL',
        message: `${count} bills are in work, which is the limit. Send the bill again later.`,
        details: { waiting: this.#waiting.size, limit: queueLimit, retryAfterSeconds },
      },
    ]);
  }

  #forget(job: Job): boolean {
    const wasWaiting = this.#waiting.delete(job);
    this.#settleClosing();
    return wasWaiting;
  }

  #pump(): void {
    for (const job of this.#waiting) {
      if (this.#threads.idle === 0) return;
      this.#waiting.delete(job);
      void this.#run(job);
    }
  }

  /**
   * The caller's signal does not reach the thread: ending it costs a new one (about a second for
   * code, fonts and layouts) to save the ten milliseconds of a bill, and would let a caller who
   * hangs up in a loop keep all threads starting. The time-out alone ends a thread.
   */
  async #run(job: Job): Promise<void> {
    const { renderTimeoutMs } = this.#options;
    // AbortSignal.timeout would keep its timer for the whole limit after each short run.
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), renderTimeoutMs);
    const startedAt = performance.now();
    this.#running += 1;
    const outcome = await this.#threads.run(job.task, controller.signal).then(
      (answer) => outcomeOf(answer, this.#report),
      (error) => {
        const timeoutMs = controller.signal.aborted ? renderTimeoutMs : undefined;
        return outcomeOfLoss(error, timeoutMs, this.#report);
      },
    );
    clearTimeout(timer);
    this.#running -= 1;
    this.#drainRate.record(performance.now() - startedAt);
    job.settle(outcome);
    this.#pump();
    this.#settleClosing();
  }

  #refuseWaiting(): void {
    for (const job of this.#waiting) job.settle(lost('start', 'none can be started'));
    this.#waiting.clear();
    this.#settleClosing();
  }

  #settleClosing(): void {
    if (this.#waiting.size === 0 && this.#running === 0) this.#closing?.resolve();
  }
}

const shuttingDown: Fault = {
  code: 'SHUTTING_DOWN',
  message: 'The service is shutting down. Send the bill again; another instance will take it.',
  details: { retryAfterSeconds: 1 },
};
