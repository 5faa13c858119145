// Start-up and memory of a fresh process on one thread. Processes run one after the other.

import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { endWithUs } from './child.ts';
import { median } from './median.ts';

export interface StartFigures {
  /** From the start of the process to the first finished bill, imports and all. */
  readonly startMs: number;
  /** The same where no compiled code is kept, as at the very first start. */
  readonly firstStartMs: number;
  /** Peak after many bills, in MB of 1024². */
  readonly processRssMb: number;
}

export interface StartEffort {
  readonly starts: number;
  /** Bills for the peak of memory. */
  readonly bills: number;
}

export async function measureStart({ starts, bills }: StartEffort): Promise<StartFigures> {
  // Also fills the cache of compiled code.
  const { processRssMb } = await runAlone(bills);
  const startsMs: number[] = [];
  const firstStartsMs: number[] = [];
  for (let i = 0; i < starts; i += 1) {
    startsMs.push((await runAlone(1)).startMs);
    firstStartsMs.push((await runAlone(1, withoutCache)).startMs);
  }
  return { startMs: median(startsMs), firstStartMs: median(firstStartsMs), processRssMb };
}

const withoutCache = { NODE_DISABLE_COMPILE_CACHE: '1' };

type Run = Pick<StartFigures, 'startMs' | 'processRssMb'>;

async function runAlone(bills: number, environment: NodeJS.ProcessEnv = {}): Promise<Run> {
  const start = performance.now();
  const env = { ...process.env, ...environment };
  const file = join(import.meta.dirname, 'alone.ts');
  const child = endWithUs(fork(file, [String(bills)], { env }));
  let startMs = Number.NaN;
  let processRssMb = Number.NaN;
  child.on('message', (message) => {
    if (message === 'first') startMs = performance.now() - start;
    if (typeof message === 'number') processRssMb = message;
  });
  const [code] = await once(child, 'exit');
  assert.equal(code, 0, 'the process that renders alone failed');
  return { startMs, processRssMb };
}
