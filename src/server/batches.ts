// The batches of the service: opened when they are first wanted, or at once if an earlier process
// left some; removed when their time is over. Wiring only.

import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { hasEnded } from '../batch/batch.ts';
import type { Batches } from '../batch/batches.ts';
import type { OpenedBatches } from '../batch/open.ts';
import { StoreUnavailable } from '../batch/store.ts';
import { describeBug } from '../bug.ts';
import type { Config } from '../config.ts';
import { type Fault, failure, type Outcome, success } from '../fault.ts';
import { Webhook } from './webhook.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export class BatchHouse {
  readonly #config: Config;
  readonly #log: Logger;
  #opening: Promise<OpenedBatches> | undefined;
  #purging: NodeJS.Timeout | undefined;
  #webhook: Webhook | undefined;

  constructor(config: Config, log: Logger) {
    this.#config = config;
    this.#log = log;
  }

  /** Goes on with what an earlier process left. The log says if that fails. */
  async resume(): Promise<void> {
    if (existsSync(this.#storeFile)) await this.open();
  }

  async open(): Promise<Outcome<Batches>> {
    this.#opening ??= this.#open();
    try {
      return success((await this.#opening).batches);
    } catch (error) {
      this.#opening = undefined;
      this.#log.error(reasonOf(error), 'batches cannot be opened');
      return failure([closed]);
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#purging);
    this.#webhook?.close();
    await (await this.#opening?.catch(() => undefined))?.close();
  }

  get #storeFile(): string {
    return join(this.#config.batchesDir, 'batches.sqlite');
  }

  async #open(): Promise<OpenedBatches> {
    const { openBatches } = await import('../batch/open.ts');
    const log = this.#log;
    const opened = await openBatches({
      config: this.#config,
      storeFile: this.#storeFile,
      folderOf: (id) => join(this.#config.batchesDir, id),
      yields: true,
      onBug(error) {
        const correlationId = randomUUID();
        log.error({ bug: describeBug(error, correlationId) }, 'bug in a batch');
        return correlationId;
      },
      onThreadBug: (bug) => log.error({ bug }, 'bug in a batch thread'),
      onLost: (task) => log.error({ task }, 'a batch thread was lost'),
      onFailedStart: (reason) => log.error({ reason }, 'batch threads failed to start'),
      onEnd: (batch) => {
        log.info({ batch: batch.id, status: batch.status }, 'batch ended');
        void this.#webhook?.tell(batch);
      },
    });
    await this.#openWebhook(opened.batches);
    await this.#purge(opened.batches);
    this.#purging = setInterval(() => this.#purge(opened.batches), hourMs).unref();
    return opened;
  }

  /** Ends that an earlier process could not tell of are told now. */
  async #openWebhook(batches: Batches): Promise<void> {
    const { webhookUrl: url, webhookSecret: secret, webhookPrivate: allowPrivate } = this.#config;
    if (url === '') return;
    this.#webhook = new Webhook({
      url,
      secret,
      allowPrivate,
      now: () => new Date(),
      onFailure: (batch, reason) => this.#log.warn({ batch, reason }, 'webhook was not told'),
      isPast: (batch) => batches.lifecycle.isPast(batch),
      onSettled: (batch) => batches.lifecycle.markTold(batch),
    });
    for (const batch of await batches.list()) {
      if (hasEnded(batch) && batch.isTold === undefined) void this.#webhook.tell(batch);
    }
  }

  async #purge(batches: Batches): Promise<void> {
    const limit = new Date(Date.now() - this.#config.batchRetentionDays * dayMs);
    try {
      const count = await batches.lifecycle.purge(limit);
      if (count > 0) this.#log.info({ count }, 'batches removed after their time');
    } catch (error) {
      this.#log.error(reasonOf(error), 'batches cannot be removed');
    }
  }
}

/** What the store says of itself is for the operator; another error's message may be anything. */
function reasonOf(error: unknown) {
  if (error instanceof StoreUnavailable) return { reason: error.message };
  return { bug: describeBug(error, randomUUID()) };
}

const closed: Fault = {
  code: 'BATCHES_OFF',
  message: 'The service takes no batches now. Tell whoever runs it; the log says why.',
  details: { retryAfterSeconds: 60 },
};
