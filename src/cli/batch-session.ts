// The batch of a folder with store and threads, for the commands that work with it. What they do
// is theirs.

import { randomUUID } from 'node:crypto';
import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Batch } from '../batch/batch.ts';
import type { Batches } from '../batch/batches.ts';
import type { OpenedBatches } from '../batch/open.ts';
import { StoreUnavailable } from '../batch/store.ts';
import { describeBug } from '../bug.ts';
import type { Config } from '../config.ts';
import { type Exit, exit, type Surroundings, UsageError } from './command.ts';
import { withConfig } from './session.ts';

const storeName = 'batch.sqlite';

export async function withBatches(
  config: Config,
  folder: string,
  { err }: Surroundings,
  work: (opened: OpenedBatches) => Promise<Exit>,
): Promise<Exit> {
  // Late, as for every command: the others need no threads and no database.
  const { openBatches } = await import('../batch/open.ts');
  let opened: OpenedBatches;
  try {
    opened = await openBatches({
      config,
      storeFile: join(folder, storeName),
      folderOf: () => folder,
      yields: false,
      onBug(error) {
        const correlationId = randomUUID();
        err(JSON.stringify({ bug: describeBug(error, correlationId) }));
        return correlationId;
      },
      onThreadBug: (bug) => err(JSON.stringify({ bug })),
      onFailedStart: err,
      onLost: (task) => err(`A thread was lost at the task "${task}"; it is tried again.`),
    });
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    err(error.message);
    return exit.machine;
  }
  try {
    if (!(await opened.crew.isReady())) return exit.machine;
    return await work(opened);
  } finally {
    await opened.close();
  }
}

/** For commands about the batch that `tolem batch` left in a folder. */
export function withBatchIn(
  folder: string,
  surroundings: Surroundings,
  work: (batches: Batches, batch: Batch) => Promise<Exit>,
): Promise<Exit> {
  return withConfig(surroundings, async (config) => {
    await access(join(folder, storeName)).catch(() => {
      throw new UsageError(`${folder} holds no batch of tolem batch.`);
    });
    return withBatches(config, resolve(folder), surroundings, async ({ batches }) => {
      const [batch] = await batches.list();
      if (batch === undefined) throw new UsageError(`${folder} holds no batch of tolem batch.`);
      return work(batches, batch);
    });
  });
}
