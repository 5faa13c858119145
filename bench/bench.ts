// Entry of `npm run bench`: what is measured, how hard, and how it is printed. Figures go to
// standard output, progress to standard error.

import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type LayoutEffort, measureLayouts } from './layouts.ts';
import { type LoadEffort, measureLoad } from './load.ts';
import { measurePools, type PoolEffort } from './pool.ts';
import { profilePipeline } from './profile.ts';
import { measureAlone, type SingleEffort } from './single.ts';
import { measureStart, type StartEffort } from './start.ts';
import { openBills, openResources, sampleFile, seed } from './subject.ts';
import { type Figures, figureTable, longTable, type Machine, profileTable } from './table.ts';
import { measureVolumeAlone, type VolumeEffort } from './volume.ts';

const usage = `npm run bench -- [--json] [--quick] [--profile | --long]

  --json     prints one JSON object instead of a table
  --quick    a few seconds: shows that it works; its figures are noise
  --profile  writes out/bench.cpuprofile and lists who spent the time, instead of measuring
  --long     writes a volume of 50,000 pages instead, and says how much memory that took`;

interface Effort {
  readonly single: SingleEffort;
  readonly start: StartEffort;
  readonly load: LoadEffort;
  readonly pools: PoolEffort;
  readonly layouts: LayoutEffort;
  readonly volume: VolumeEffort;
  readonly longVolume: VolumeEffort;
  /** Bills for the profile. */
  readonly profile: number;
}

const connections = [1, 2, 8];

/** Two minutes on two cores, somewhat more where others keep them busy. */
const full: Effort = {
  single: {
    turns: { bills: 150, archives: 40, naive: 5 },
    warmUp: { rounds: 14, ms: 40_000 },
    measured: { rounds: 11, ms: 30_000 },
  },
  start: { starts: 3, bills: 800 },
  load: {
    connections,
    warmUp: { requests: 6000, ms: 30_000 },
    rounds: 6,
    requestsPerTurn: 500,
    turnMs: 1200,
  },
  pools: { rounds: 6, billsPerTurn: 400 },
  layouts: { warmUp: 10, rounds: 9, billsPerTurn: 60 },
  volume: { pages: 10_000, warmUp: 4000 },
  // From the first page on: what is asked is whether memory stays flat.
  longVolume: { pages: 50_000, warmUp: 0 },
  profile: 1500,
};

const quick: Effort = {
  single: {
    turns: { bills: 5, archives: 5, naive: 1 },
    warmUp: { rounds: 1, ms: 0 },
    measured: { rounds: 3, ms: 0 },
  },
  start: { starts: 1, bills: 50 },
  load: {
    connections,
    warmUp: { requests: 20, ms: 200 },
    rounds: 1,
    requestsPerTurn: 50,
    turnMs: 200,
  },
  pools: { rounds: 1, billsPerTurn: 20 },
  layouts: { warmUp: 1, rounds: 1, billsPerTurn: 2 },
  volume: { pages: 40, warmUp: 0 },
  longVolume: { pages: 100, warmUp: 0 },
  profile: 50,
};

async function main(): Promise<void> {
  const options = readOptions();
  if (options === undefined) return;
  const effort = options.quick ? quick : full;
  if (options.profile) {
    tell('profiling');
    const profile = await profilePipeline(effort.profile, openBills());
    print(options.json, profile, profileTable(machine(), profile));
    return;
  }
  if (options.long) {
    tell('a long volume');
    const figures = await measureVolumeAlone(effort.longVolume);
    print(options.json, figures, longTable(machine(), figures));
    return;
  }
  const figures = await measure(effort);
  print(options.json, figures, figureTable(figures));
}

async function measure(effort: Effort): Promise<Figures> {
  const bills = openBills();
  // The service first: this process is then still small and leaves it the caches of the machine.
  tell('service under load');
  const load = await measureLoad(effort.load, bills);
  tell('threads without HTTP');
  const pools = await measurePools(effort.pools, bills);
  tell('start-up and memory');
  const start = await measureStart(effort.start);
  tell('stages, whole bills and naive ones in turns');
  const single = await measureAlone(effort.single);
  tell('a volume');
  const { rssMb: _volumeRss, ...volume } = await measureVolumeAlone(effort.volume);
  tell('every layout in turns');
  const layouts = await measureLayouts(effort.layouts, await openResources());
  const { p50, p99 } = load.latencies[0] ?? { p50: Number.NaN, p99: Number.NaN };
  return {
    machine: machine(),
    sample: sampleFile,
    seed,
    ...single,
    ...volume,
    ...start,
    ...load,
    ...pools,
    layouts,
    http: { p50, p99 },
  };
}

function readOptions() {
  try {
    const flag = { type: 'boolean', default: false } as const;
    const options = { json: flag, quick: flag, profile: flag, long: flag, help: flag };
    const { values } = parseArgs({ options });
    if (!values.help) return values;
    console.log(usage);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exitCode = 2;
  }
  return undefined;
}

function machine(): Machine {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown processor',
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
  };
}

function tell(phase: string): void {
  console.error(`… ${phase}`);
}

function print(asJson: boolean, figures: object, table: string): void {
  console.log(asJson ? JSON.stringify(figures, undefined, 2) : table);
}

await main();
