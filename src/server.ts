// Entry of the service: wiring only. Settings, resources, threads, HTTP, and an orderly end.

import { createClock } from './clock.ts';
import { type Config, readConfig } from './config.ts';
import { buildApp } from './http/app.ts';
import { createLog } from './http/log.ts';
import { offerLayouts, samplesOf } from './offered-layouts.ts';
import { loadResources } from './render/resources.ts';
import { createDoor, endInOrder } from './server/shutdown.ts';
import { readVersions } from './version.ts';
import { createRenderer } from './worker/pool.ts';
import { warmUp } from './worker/warm-up.ts';

/** Resolves when the service listens, or cannot: then with false, and the log says why. */
export async function serve(config: Config): Promise<boolean> {
  const log = createLog(config.logLevel);
  const resources = await loadResources(config);
  if (!resources.ok) {
    for (const { code, message } of resources.faults) log.fatal({ code }, message);
    return false;
  }
  const { layoutsDir, fontsDir, workers: threads, workerMemoryMb: memoryMb } = config;
  const renderer = createRenderer({
    ...config,
    threads,
    memoryMb,
    settings: { layoutsDir, fontsDir },
    onBug: (bug) => log.error({ bug }, 'bug in a rendering thread'),
    onFailedStart: (reason) => log.error({ reason }, 'rendering threads failed to start'),
  });
  const layouts = await offerLayouts(resources.value.catalogue, config.samplesDir);
  const clock = createClock(config.zone);
  const door = createDoor(() => renderer.readiness(), config.drainMs);
  const { readiness } = door;
  const versions = readVersions();
  const app = await buildApp({ config, renderer, layouts, clock, versions, log, readiness });
  await warmUp(renderer, samplesOf(layouts), clock.today());
  try {
    await app.listen({ host: config.host, port: config.port });
    endInOrder([door, app, renderer], config.shutdownMs, log);
    return true;
  } catch (error) {
    log.fatal({ error: String(error) }, 'cannot listen');
    await renderer.close();
    return false;
  }
}

if (import.meta.main) {
  const reading = readConfig();
  if (!reading.ok) for (const { message } of reading.problems) console.error(message);
  if (!reading.ok) process.exitCode = 2;
  else if (!(await serve(reading.config))) process.exitCode = 3;
}
