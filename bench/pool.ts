// Bills through the threads without HTTP, with one thread and with two, and tasks through a thread
// that does nothing. Pools take turns.

import assert from 'node:assert/strict';
import { createRenderer, type StartingRenderer } from '../src/worker/pool.ts';
import { median } from './median.ts';
import { type Bills, folders, pdfTask, readSample, today } from './subject.ts';

export interface PoolFigures {
  /** On the clock, two bills for each thread in work at a time; medians of rounds. */
  readonly pools: readonly { readonly workers: number; readonly perSecond: number }[];
  /** To a thread that does nothing and back, one after the other; median of all, in µs. */
  readonly emptyTaskUs: number;
}

export interface PoolEffort {
  readonly rounds: number;
  readonly billsPerTurn: number;
}

export async function measurePools(effort: PoolEffort, bills: Bills): Promise<PoolFigures> {
  const empty = open(1, new URL('./empty-worker.ts', import.meta.url));
  const pools = [1, 2].map((workers) => ({
    workers,
    renderer: open(workers),
    rates: [] as number[],
  }));
  const trips: number[] = [];
  try {
    for (const { renderer } of [...pools, { renderer: empty }]) {
      assert((await renderer.started).ok, 'the threads do not start');
    }
    for (let round = -1; round < effort.rounds; round += 1) {
      for (const { workers, renderer, rates } of pools) {
        const rate = await turn(renderer, 2 * workers, bills.take(effort.billsPerTurn));
        if (round >= 0) rates.push(rate);
      }
      const times = await roundTrips(empty, bills.take(effort.billsPerTurn));
      if (round >= 0) trips.push(...times);
    }
  } finally {
    await Promise.all([empty, ...pools.map(({ renderer }) => renderer)].map((one) => one.close()));
  }
  return {
    pools: pools.map(({ workers, rates }) => ({ workers, perSecond: median(rates) })),
    emptyTaskUs: 1000 * median(trips),
  };
}

function open(threads: number, workerUrl?: URL): StartingRenderer {
  return createRenderer({
    threads,
    queueLimit: 64,
    renderTimeoutMs: 10_000,
    startTimeoutMs: 60_000,
    memoryMb: 256,
    settings: { ...folders, samples: [JSON.stringify(readSample())], today },
    ...(workerUrl && { workerUrl }),
  });
}

/** Bills a second. */
async function turn(renderer: StartingRenderer, atOnce: number, jsons: string[]): Promise<number> {
  const count = jsons.length;
  const start = performance.now();
  const lane = async () => {
    for (let json = jsons.pop(); json !== undefined; json = jsons.pop()) {
      assert((await renderer.render(pdfTask(json))).ok, 'the pool refused a bill');
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return (1000 * count) / (performance.now() - start);
}

/** Milliseconds each. */
async function roundTrips(renderer: StartingRenderer, jsons: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const json of jsons) {
    const start = performance.now();
    await renderer.render(pdfTask(json));
    times.push(performance.now() - start);
  }
  return times;
}
