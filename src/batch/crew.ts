// The batch threads as the main thread sees them: tasks wait in line, a thread that stands still
// or dies is told from one that answers. It knows no files and no bills.

import type { Bug } from '../bug.ts';
import { Threads, type ThreadsOptions } from '../worker/threads.ts';
import { defaultOptions } from './options.ts';
import { type Answer, type Order, Progress, type TaskKind, type TaskTable } from './protocol.ts';

export interface CrewOptions extends Omit<ThreadsOptions, 'workerUrl'> {
  /** A thread whose position stays the same for so long is ended. */
  readonly stallMs: number;
  readonly onBug?: (bug: Bug) => void;
  readonly onFailedStart?: (reason: string) => void;
  /** A thread ended at work, or was ended because it stood still. */
  readonly onLost?: (kind: TaskKind) => void;
  /** Tests give misbehaving ones. */
  readonly workerUrl?: URL;
}

/** `lost` is a thread that ended at `position`; `unavailable` that none can be started. */
export type CrewAnswer<T> =
  | Answer<T>
  | { readonly kind: 'lost'; readonly position: number }
  | { readonly kind: 'unavailable' };

/** What the steps of a batch need of it; tests give one without threads. */
export type Hands = Pick<Crew, 'size' | 'run'>;

interface Running {
  readonly progress: Progress;
  readonly ended: Promise<unknown>;
}

/**
 * A batch sets bill after bill, also such as climb the ladder: collected half as often, they take a
 * tenth less of the processor.
 */
const youngMemoryMb = 16;

/** Somebody waits whose lines arrive, or who takes sheets one by one; volumes do not mind. */
const isUrgent = (kind: TaskKind) => kind === 'check' || kind === 'sheets';

/**
 * After an urgent task its thread is kept free for the next one so long, or a stream of lines would
 * get a thread only between two volumes.
 */
const lingerMs = 250;

interface Waiting {
  start(): void;
  refuse(): void;
}

export class Crew {
  readonly size: number;
  readonly #threads: Threads;
  readonly #stallMs: number;
  readonly #onLost: (kind: TaskKind) => void;
  readonly #urgent: Waiting[] = [];
  readonly #patient: Waiting[] = [];
  readonly #running = new Set<Running>();
  #isClosed = false;
  #patientRunning = 0;
  #lingersUntil = 0;

  constructor(options: CrewOptions) {
    const { stallMs, onBug = () => {}, onFailedStart = () => {}, workerUrl } = options;
    this.#onLost = options.onLost ?? (() => {});
    this.size = options.threads;
    this.#stallMs = stallMs;
    const url = workerUrl ?? new URL('./thread.ts', import.meta.url);
    this.#threads = new Threads(
      { ...options, workerUrl: url, youngMemoryMb },
      {
        onIdle: () => this.#pump(),
        onStarted: () => {},
        onFailedStart: (reason) => {
          if (this.#threads.isBroken) this.#refuseAll();
          onFailedStart(reason);
        },
        onBug,
      },
    );
  }

  /** Never rejects. `progress` is the caller's to watch and to stop. */
  run<K extends TaskKind>(
    kind: K,
    task: TaskTable[K]['task'],
    progress = new Progress(),
  ): Promise<CrewAnswer<TaskTable[K]['result']>> {
    const { promise, resolve } = Promise.withResolvers<CrewAnswer<TaskTable[K]['result']>>();
    const order: Order<K> = { kind, task, progress: progress.buffer };
    const queue = isUrgent(kind) ? this.#urgent : this.#patient;
    queue.push({
      start: () => void this.#work<K>(order, progress).then(resolve),
      refuse: () => resolve({ kind: 'unavailable' }),
    });
    if (this.#threads.isBroken || this.#isClosed) this.#refuseAll();
    this.#pump();
    return promise;
  }

  /** False if threads cannot be started; why was told to `onFailedStart`. */
  async isReady(): Promise<boolean> {
    const lines = { bytes: new Uint8Array(0), lengths: [], skip: [] };
    const nothing = { ...lines, today: '', options: defaultOptions };
    return (await this.run('check', nothing)).kind === 'done';
  }

  /** What runs is asked to stop at its next bill, then the threads end. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#refuseAll();
    for (const { progress } of this.#running) progress.stop();
    await Promise.allSettled([...this.#running].map(({ ended }) => ended));
    await this.#threads.close();
  }

  #pump(): void {
    while (this.#threads.idle > 0) {
      const next = this.#urgent.shift() ?? this.#takePatient();
      if (next === undefined) return;
      next.start();
    }
  }

  #takePatient(): Waiting | undefined {
    const waitMs = this.#lingersUntil - performance.now();
    const isLast = this.#patientRunning >= this.size - 1;
    if (!isLast || waitMs <= 0 || this.#patient.length === 0) return this.#patient.shift();
    setTimeout(() => this.#pump(), waitMs + 1).unref();
    return undefined;
  }

  async #work<K extends TaskKind>(
    order: Order<K>,
    progress: Progress,
  ): Promise<CrewAnswer<TaskTable[K]['result']>> {
    const controller = new AbortController();
    let seen = progress.position;
    const watch = setInterval(() => {
      if (progress.position === seen) controller.abort();
      seen = progress.position;
    }, this.#stallMs);
    const ended = this.#threads.run(order, controller.signal);
    const running = { progress, ended };
    this.#running.add(running);
    if (!isUrgent(order.kind)) this.#patientRunning += 1;
    try {
      // A cast, because what a thread answers has no type; thread.ts gives answers of this kind.
      return (await ended) as Answer<TaskTable[K]['result']>;
    } catch {
      if (!this.#isClosed) this.#onLost(order.kind);
      return { kind: 'lost', position: progress.position };
    } finally {
      clearInterval(watch);
      this.#running.delete(running);
      if (isUrgent(order.kind)) this.#lingersUntil = performance.now() + lingerMs;
      else this.#patientRunning -= 1;
      // piscina counts the thread as idle only after this turn.
      setImmediate(() => this.#pump());
    }
  }

  #refuseAll(): void {
    const waiting = [...this.#urgent.splice(0), ...this.#patient.splice(0)];
    for (const { refuse } of waiting) refuse();
  }
}
