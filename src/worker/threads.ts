// Keeps rendering threads alive and says how many are free. It gives out no more work than it
// has free threads and knows nothing of queues, time-outs or what is rendered.

import assert from 'node:assert/strict';
import { Piscina } from 'piscina';
import type { Bug } from '../bug.ts';
import { threadEnvironment } from '../compile-cache.ts';
import type { Fault } from '../fault.ts';
import { collectLess } from './collecting.ts';
import type { WorkerSettings } from './protocol.ts';
import type { Readiness } from './renderer.ts';
import { startFaults } from './start-error.ts';

export interface ThreadsOptions {
  readonly threads: number;
  readonly memoryMb: number;
  /** Of young objects, beside `memoryMb`; 8 unless given. */
  readonly youngMemoryMb?: number;
  readonly startTimeoutMs: number;
  readonly settings: WorkerSettings;
  /** Another module with the exports of worker.ts; tests give misbehaving ones. */
  readonly workerUrl?: URL;
}

export interface ThreadsEvents {
  /** A thread may have become free. */
  onIdle(): void;
  /** All threads have started; `greeting` is what the first of them said. */
  onStarted(greeting: unknown): void;
  /** Threads could not be started; `isBroken` says whether any is left. */
  onFailedStart(reason: string, faults: readonly Fault[]): void;
  onBug(bug: Bug): void;
}

/** Threads that are started together, and how many of them are at work. */
interface Generation {
  readonly pool: Piscina;
  running: number;
}

/**
 * A bill leaves half a megabyte of short-lived objects or more; V8 itself would take 48 MB a
 * thread. See docs/decisions/0034-collecting-less.md.
 */
const youngMemoryMb = 8;

/**
 * piscina replaces a thread that dies at work, but gives up for good when a replacement dies
 * while starting, and a task given to it then waits for ever. So work goes only to threads that
 * have started, and when threads stay missing a new generation is started beside the old one,
 * which finishes what it runs.
 */
export class Threads {
  readonly #options: ThreadsOptions;
  readonly #events: ThreadsEvents;
  #current: Generation | undefined;
  #candidate: Piscina | undefined;
  /** They finish what they run; where a thread never started, piscina's close never ends. */
  readonly #retired = new Set<Piscina>();
  #starting = false;
  #closing = false;
  #failedStarts = 0;
  #reason = '';
  #restarts = 0;
  #retry: NodeJS.Timeout | undefined;

  constructor(options: ThreadsOptions, events: ThreadsEvents) {
    this.#options = options;
    this.#events = events;
    this.#renew();
  }

  /** Threads that have started and have nothing to do. */
  get idle(): number {
    return this.#current?.pool.idleThreads ?? 0;
  }

  /** Threads lost since the start, whatever the cause. */
  get restarts(): number {
    return this.#restarts;
  }

  /** Being busy does not count against readiness, nor does a thread that is being replaced. */
  get readiness(): Readiness {
    if (this.#closing) return { ready: false, reason: 'The service is shutting down.' };
    if (this.isBroken) return { ready: false, reason: this.#reason };
    if (this.#current === undefined) return { ready: false, reason: 'The threads are starting.' };
    return { ready: true };
  }

  /** One failed start may be chance and is repeated at once; two are a condition. */
  get isBroken(): boolean {
    return this.#failedStarts > 1 && this.#started() === 0;
  }

  /** Rejects as piscina does. Aborting `signal` ends the thread. Needs an idle thread. */
  async run(task: unknown, signal: AbortSignal): Promise<unknown> {
    const generation = this.#current;
    assert(generation !== undefined && generation.pool.idleThreads > 0, 'no idle thread');
    generation.running += 1;
    try {
      return await generation.pool.run(task, { signal });
    } finally {
      generation.running -= 1;
    }
  }

  /** Ends all threads, whatever they do. */
  async close(): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#retry);
    const pools = [this.#candidate, this.#current?.pool, ...this.#retired];
    await Promise.all(pools.filter((pool) => pool !== undefined).map(destroy));
  }

  #started(): number {
    return this.#current === undefined ? 0 : this.#current.pool.idleThreads + this.#current.running;
  }

  #renew(): void {
    if (this.#starting || this.#closing) return;
    this.#starting = true;
    void this.#start().finally(() => {
      this.#starting = false;
    });
  }

  async #start(): Promise<void> {
    const pool = this.#open();
    this.#candidate = pool;
    // piscina gives each of the first threads one of these, so each answer proves one thread.
    const signal = AbortSignal.timeout(this.#options.startTimeoutMs);
    const answers = await Promise.allSettled(
      pool.threads.map(() => pool.run(undefined, { name: 'greet', signal })),
    );
    const failed = answers.find((answer) => answer.status === 'rejected');
    if (this.#closing) return;
    if (failed === undefined) {
      const [greeting] = answers.map((answer) => answer.status === 'fulfilled' && answer.value);
      this.#adopt(pool);
      this.#events.onStarted(greeting);
      return;
    }
    await destroy(pool);
    this.#onFailedStart(signal.aborted, failed.reason);
  }

  #open(): Piscina {
    const { threads, memoryMb, settings, workerUrl } = this.#options;
    collectLess();
    const pool = new Piscina({
      filename: (workerUrl ?? new URL('./worker.ts', import.meta.url)).href,
      name: 'render',
      minThreads: threads,
      maxThreads: threads,
      concurrentTasksPerWorker: 1,
      // 'sync' blocks the loop of a waiting thread, so that its log lines and timers stand
      // still, and costs more here: 115 against 95 µs for an empty task.
      atomics: 'disabled',
      recordTiming: false,
      // Buffers are not counted; the time-out and the memory limit of the container bound them.
      resourceLimits: {
        maxOldGenerationSizeMb: memoryMb,
        maxYoungGenerationSizeMb: this.#options.youngMemoryMb ?? youngMemoryMb,
        stackSizeMb: 4,
      },
      workerData: settings,
      env: threadEnvironment(),
    });
    pool.on('message', (message) => {
      if (isBug(message)) this.#events.onBug(message);
    });
    // Without a listener a thread that dies while idle would end the process.
    pool.on('error', (error) => {
      this.#reason = `A thread failed: ${textOf(error)}`;
    });
    return pool;
  }

  #adopt(pool: Piscina): void {
    const old = this.#current;
    this.#current = { pool, running: 0 };
    this.#failedStarts = 0;
    // At the event itself piscina does not yet count the new thread as idle.
    pool.on('workerCreate', () => queueMicrotask(() => this.#events.onIdle()));
    pool.on('workerDestroy', () => this.#onLost(pool));
    if (old !== undefined) this.#retire(old.pool);
    this.#events.onIdle();
  }

  #retire(pool: Piscina): void {
    this.#retired.add(pool);
    void pool.close().then(() => this.#retired.delete(pool));
  }

  #onLost(pool: Piscina): void {
    if (this.#closing || this.#current?.pool !== pool) return;
    this.#restarts += 1;
    // piscina replaces a thread right after this event, or never.
    queueMicrotask(() => this.#renewIf(pool, pool.threads.length));
    const { startTimeoutMs } = this.#options;
    setTimeout(() => this.#renewIf(pool, this.#started()), startTimeoutMs).unref();
  }

  #renewIf(pool: Piscina, present: number): void {
    if (this.#current?.pool === pool && present < this.#options.threads) this.#renew();
  }

  #onFailedStart(isLate: boolean, error: unknown): void {
    this.#failedStarts += 1;
    this.#reason = isLate
      ? `The threads did not start within ${this.#options.startTimeoutMs} ms.`
      : `The threads do not start: ${textOf(error)}`;
    this.#events.onFailedStart(this.#reason, startFaults(error));
    // At once, then after 0.2, 0.4 … 25.6 s: a mended layout or a freed disk ends the outage.
    const waitMs = this.#failedStarts === 1 ? 0 : 100 * 2 ** Math.min(this.#failedStarts - 1, 8);
    this.#retry = setTimeout(() => this.#renew(), waitMs).unref();
  }
}

/**
 * Ends the threads of a pool, also those that would come: for a thread that exits late, or a task
 * that is aborted late, piscina starts another one even then, unless it wants none (5.3.2).
 */
async function destroy(pool: Piscina): Promise<void> {
  pool.options.minThreads = 0;
  await pool.destroy();
}

function isBug(message: unknown): message is Bug {
  return typeof message === 'object' && message !== null && 'correlationId' in message;
}

// A starting thread has seen no bill, so its message holds nothing personal.
function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
