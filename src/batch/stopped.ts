// Ends a task that was asked to stop, from any depth. It leaves its thread never.

import type { Progress } from './protocol.ts';

export class Stopped extends Error {}

/** Says which bill is next, and ends here if nobody wants it any more. */
export function proceedTo(index: number, progress: Progress, done = index): void {
  if (progress.isStopped) throw new Stopped();
  progress.position = index;
  progress.done = done;
}
