// Threads for a command that does one thing and ends: tasks that need each other's results for
// nothing. It has no time limits and tries nothing twice; an error of a task is its caller's.

import { Piscina } from 'piscina';
import { threadEnvironment } from '../compile-cache.ts';

/** What a module that is run here exports as `work`. */
export type Work<Task, Result> = (task: Task) => Promise<Result>;

export class TaskThreads<Task, Result> {
  readonly #pool: Piscina<Task, Result>;

  constructor(module: URL, threads: number) {
    this.#pool = new Piscina<Task, Result>({
      filename: module.href,
      name: 'work',
      minThreads: threads,
      maxThreads: threads,
      atomics: 'disabled',
      recordTiming: false,
      env: threadEnvironment(),
    });
  }

  run(task: Task): Promise<Result> {
    return this.#pool.run(task);
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }
}
