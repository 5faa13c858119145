// How fast the queue empties, measured, so that a refused caller learns when to come again.
// It reads no clock: whoever runs the work says how long it took.

/** Until something is measured: a slow bill on a cold thread. */
const firstGuessMs = 50;

/** Weight of the newest duration: about the last twenty bills count. */
const newest = 0.1;

export interface DrainRate {
  record(durationMs: number): void;
  /** Whole seconds until `waiting` tasks are done by `threads` threads; 1 to 60. */
  secondsFor(waiting: number, threads: number): number;
}

export function createDrainRate(): DrainRate {
  let meanMs = firstGuessMs;
  return {
    record(durationMs) {
      meanMs += newest * (durationMs - meanMs);
    },
    secondsFor(waiting, threads) {
      const seconds = Math.ceil((waiting * meanMs) / threads / 1000);
      return Math.min(60, Math.max(1, seconds));
    },
  };
}
