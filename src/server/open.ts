// The HTTP side of the service, from an application to a listening socket. Its own file because it
// brings the HTTP stack, which is loaded while the threads load theirs.

import type { Logger } from 'pino';
import { saveCompiledCode } from '../compile-cache.ts';
import { buildApp } from '../http/app.ts';
import type { Dependencies } from '../http/dependencies.ts';
import { readVersions } from '../version.ts';
import { BatchHouse } from './batches.ts';
import { renderLate } from './render-late.ts';
import { createDoor, endInOrder } from './shutdown.ts';

export type Parts = Omit<Dependencies, 'versions' | 'readiness' | 'log' | 'batches'> & {
  readonly log: Logger;
};

/** False when the address cannot be had; the log says why. */
export async function openService(parts: Parts): Promise<boolean> {
  const { config, renderer, log } = parts;
  const door = createDoor(() => renderer.readiness(), config.drainMs);
  const versions = readVersions();
  const batches = new BatchHouse(config, log);
  const app = await buildApp({ ...parts, batches, versions, readiness: door.readiness });
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    log.fatal({ error: String(error) }, 'cannot listen');
    return false;
  }
  await batches.resume();
  endInOrder([door, app, batches, renderer], config.shutdownMs, log);
  saveCompiledCode();
  return true;
}

/** All of it but the address. Keeps the code that it compiled, as every start does. */
export async function tryService(parts: Parts): Promise<void> {
  const batches = new BatchHouse(parts.config, parts.log);
  const app = await buildApp({ ...parts, batches, versions: readVersions() });
  await app.close();
  await renderLate(parts);
  saveCompiledCode();
}
