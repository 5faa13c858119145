// The service: threads, HTTP, and an orderly end. Wiring only. Threads come first, so that they
// load layouts and fonts while this thread loads HTTP.

import type { Logger } from 'pino';
import { createClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { growLittle } from '../worker/collecting.ts';
import { createRenderer, type StartingRenderer } from '../worker/pool.ts';
import { offerLayouts } from './offered-layouts.ts';
import type { Parts } from './open.ts';
import { readSamples, type Samples } from './samples.ts';

/** Resolves when the service listens, or cannot: then with false, and the log says why. */
export function serve(config: Config): Promise<boolean> {
  return start(config, ({ openService }, parts) => openService(parts));
}

/** The same start without listening, and an end: false when something would prevent the start. */
export function check(config: Config): Promise<boolean> {
  return start(config, async ({ tryService }, parts) => {
    await tryService(parts);
    await parts.renderer.close();
    return true;
  });
}

type Use = (service: typeof import('./open.ts'), parts: Parts) => Promise<boolean>;

/**
 * Threads that start or end may not keep the process alive by themselves: on a busy machine it was
 * seen to end with 13, Node's code for a promise that nothing is left to settle.
 */
async function start(config: Config, use: Use): Promise<boolean> {
  const alive = setInterval(() => {}, 1000);
  try {
    return await startAlive(config, use);
  } finally {
    clearInterval(alive);
  }
}

async function startAlive(config: Config, use: Use): Promise<boolean> {
  const clock = createClock(config.zone);
  const samples = await readSamples(config.samplesDir);
  const logging = Promise.withResolvers<Logger>();
  const renderer = startThreads(config, { samples, today: clock.today() }, logging.promise);
  const [{ createLog }, service] = await Promise.all([
    import('../http/log.ts'),
    import('./open.ts'),
  ]);
  const log = createLog(config.logLevel);
  logging.resolve(log);
  const started = await renderer.started;
  if (started.ok) {
    const layouts = offerLayouts(started.value.layouts, samples);
    if (await use(service, { config, renderer, layouts, clock, log })) return true;
  } else {
    for (const { code, message } of started.faults) log.fatal({ code }, message);
  }
  await renderer.close();
  return false;
}

interface WarmUp {
  readonly samples: Samples;
  readonly today: string;
}

function startThreads(
  config: Config,
  { samples, today }: WarmUp,
  logging: Promise<Logger>,
): StartingRenderer {
  const { layoutsDir, fontsDir, workers: threads, workerMemoryMb: memoryMb } = config;
  const bills = [...samples.values()].map((sample) => JSON.stringify(sample));
  growLittle();
  return createRenderer({
    ...config,
    threads,
    memoryMb,
    settings: { layoutsDir, fontsDir, samples: bills, today },
    onBug: async (bug) => (await logging).error({ bug }, 'bug in a rendering thread'),
    onFailedStart: async (reason) =>
      (await logging).error({ reason }, 'rendering threads failed to start'),
  });
}
