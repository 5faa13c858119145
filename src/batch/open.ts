// Batches with everything they need, for the service and for the command line: wiring only.

import type { Bug } from '../bug.ts';
import type { Config } from '../config.ts';
import type { Batch } from './batch.ts';
import { Batches } from './batches.ts';
import { Crew } from './crew.ts';
import type { Reach } from './failpoint.ts';
import type { ThreadSettings } from './protocol.ts';
import { openSqliteStore } from './sqlite-store.ts';

export interface OpenOptions {
  readonly config: Config;
  /** The file of the store. */
  readonly storeFile: string;
  readonly folderOf: (id: string) => string;
  /** Single bills are rendered in the same process and come first. */
  readonly yields: boolean;
  /** For the log; the error gets an id there. */
  readonly onBug: (error: unknown) => string;
  /** For the log: what a thread reports. */
  readonly onThreadBug: (bug: Bug) => void;
  readonly onFailedStart: (reason: string) => void;
  /** For the log: the task that a thread was lost at. */
  readonly onLost: (task: string) => void;
  readonly onEnd?: (batch: Batch) => void;
  readonly reach?: Reach;
  readonly now?: () => Date;
  /** Before a full disk is tried again. */
  readonly retryMs?: number;
  /** Tests give misbehaving threads. */
  readonly workerUrl?: URL;
}

export interface OpenedBatches {
  readonly batches: Batches;
  readonly crew: Crew;
  close(): Promise<void>;
}

/** Ten seconds: soon enough after somebody made room, rare enough to cost nothing. */
const usualRetryMs = 10_000;

/** Throws StoreUnavailable where another process has the store. */
export async function openBatches(options: OpenOptions): Promise<OpenedBatches> {
  const { config, storeFile, yields, now = () => new Date(), workerUrl } = options;
  const store = openSqliteStore(storeFile, now);
  const { layoutsDir, fontsDir } = config;
  // The first of many bills may be slow, so there are no samples to warm up with.
  const settings: ThreadSettings = { layoutsDir, fontsDir, samples: [], today: '', yields };
  const crew = new Crew({
    threads: config.batchWorkers,
    memoryMb: config.workerMemoryMb,
    startTimeoutMs: config.startTimeoutMs,
    stallMs: config.renderTimeoutMs,
    settings,
    ...(workerUrl && { workerUrl }),
    onBug: options.onThreadBug,
    onFailedStart: options.onFailedStart,
    onLost: options.onLost,
  });
  const limits = {
    lineBytes: config.bodyLimitBytes,
    bytes: config.batchBytesLimit,
    bills: config.batchBillsLimit,
  };
  const { retryMs = usualRetryMs } = options;
  const batches = await Batches.open({ ...options, store, crew, limits, now, retryMs }).catch(
    async (error: unknown) => {
      // The store is one process's: left open it would keep this one out too.
      await crew.close();
      await store.close();
      throw error;
    },
  );
  return {
    batches,
    crew,
    async close() {
      await batches.close();
      await crew.close();
    },
  };
}
