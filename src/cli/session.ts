// Configuration and renderer for a command; when they cannot be had, the lines that say why.

import type { Config } from '../config.ts';
import { type Engine, type Exit, exit, type Surroundings } from './command.ts';
import { faultLines } from './report.ts';

/** Runs `work` with the renderer, or explains and gives the exit code. */
export async function withEngine(
  surroundings: Surroundings,
  work: (engine: Engine) => Promise<Exit>,
): Promise<Exit> {
  return withConfig(surroundings, async (config) => {
    const engine = await surroundings.openEngine(config);
    if (engine.ok) return work(engine.value);
    for (const line of faultLines('tolem', engine.faults)) surroundings.err(line);
    return exit.machine;
  });
}

export async function withConfig(
  { readConfig, err }: Surroundings,
  work: (config: Config) => Promise<Exit>,
): Promise<Exit> {
  const reading = readConfig();
  if (reading.ok) return work(reading.config);
  for (const { message } of reading.problems) err(message);
  return exit.usage;
}
