// What the rest of the program sees of the rendering threads: types only.

import type { RenderOutcome, RenderTask } from './protocol.ts';

/** Renders bills one at a time; HTTP receives one and tests give a fake. */
export interface Renderer {
  /**
   * Rejects only with `signal.reason`, when the caller gave up; everything else is an outcome.
   * A waiting bill is then forgotten, a running one is finished and thrown away.
   */
  render(task: RenderTask, options?: { readonly signal?: AbortSignal }): Promise<RenderOutcome>;
  /** Being busy does not count against readiness. */
  readiness(): Readiness;
  stats(): RendererStats;
  /** Finishes what was accepted, refuses the rest, ends the threads. */
  close(): Promise<void>;
}

/** The reason is a sentence for the operator. */
export type Readiness =
  | { readonly ready: true }
  | { readonly ready: false; readonly reason: string };

export interface RendererStats {
  readonly threads: number;
  readonly waiting: number;
  readonly running: number;
  /** Bills waiting and running together. */
  readonly queueLimit: number;
  /** Threads lost since the start. */
  readonly restarts: number;
}
