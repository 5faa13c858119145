// Tells the operator's address that a batch has ended (Standard Webhooks 1.0.0). It is told again
// until it answers 2xx, by a later process too; bills and payers are never in it.

import { createHmac } from 'node:crypto';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Batch } from '../batch/batch.ts';
import { lookupPublic, requirePublicHost } from './webhook-address.ts';

export interface WebhookOptions {
  readonly url: string;
  /** `whsec_` and base64. */
  readonly secret: string;
  /** Private networks may be told too. */
  readonly allowPrivate: boolean;
  readonly now: () => Date;
  /** Waits between attempts; tests have shorter ones. */
  readonly waitsMs?: readonly number[];
  /** For the log. */
  readonly onFailure: (batch: string, reason: string) => void;
  /** Whether the batch went on after this end, which is no news any more. */
  readonly isPast: (batch: Batch) => Promise<boolean>;
  /** It is not told again. */
  readonly onSettled: (batch: Batch) => Promise<void>;
}

const minuteMs = 60_000;

/** At once, then as Standard Webhooks proposes; more than a day in all. */
const usualWaitsMs = [5000, 5 * minuteMs, 30 * minuteMs, 120 * minuteMs, 300 * minuteMs].concat(
  Array.from({ length: 3 }, () => 600 * minuteMs),
);

const timeoutMs = 15_000;

export class Webhook {
  readonly #options: WebhookOptions;
  readonly #timers = new Set<NodeJS.Timeout>();
  #isClosed = false;

  constructor(options: WebhookOptions) {
    this.#options = options;
  }

  async tell(batch: Batch, attempt = 0): Promise<void> {
    const { onFailure, isPast, waitsMs = usualWaitsMs } = this.#options;
    // A store that cannot be asked is no reason to be silent.
    if (await isPast(batch).catch(() => false)) return;
    const reason = await this.#send(batch).then(verdictOf, reasonOf);
    // An answer may come when the store is closed already; the next process tells again.
    if (this.#isClosed) return;
    if (reason === undefined) return this.#settle(batch);
    onFailure(batch.id, reason);
    const waitMs = waitsMs[attempt];
    // 410: whoever was there wants no more.
    if (waitMs === undefined || reason === 'status 410') return this.#settle(batch);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.tell(batch, attempt + 1);
    }, waitMs);
    this.#timers.add(timer.unref());
  }

  /** What was not told yet is told by the next process. */
  close(): void {
    this.#isClosed = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /** What cannot be noted now, on a full disk, is told once more by the next process. */
  async #settle(batch: Batch): Promise<void> {
    const { onFailure, onSettled } = this.#options;
    await onSettled(batch).catch((error) => onFailure(batch.id, reasonOf(error)));
  }

  async #send(batch: Batch): Promise<number> {
    const { url, allowPrivate } = this.#options;
    const { protocol, hostname } = new URL(url);
    if (!allowPrivate) requirePublicHost(hostname);
    const body = bodyOf(batch);
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const send = protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(url, {
      method: 'POST',
      headers: this.#headers(batch, body),
      signal: AbortSignal.timeout(timeoutMs),
      agent: false,
      ...(!allowPrivate && { lookup: lookupPublic }),
    });
    request.on('error', reject);
    request.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.end(body);
    return promise;
  }

  #headers({ id, status, endedAt = '' }: Batch, body: string): Record<string, string> {
    // The same news has the same id, however often it is told; a batch may fail twice.
    const name = `${id}-${status}-${Date.parse(endedAt)}`;
    const timestamp = String(Math.floor(this.#options.now().getTime() / 1000));
    const key = Buffer.from(this.#options.secret.replace(/^whsec_/, ''), 'base64');
    const signed = createHmac('sha256', key).update(`${name}.${timestamp}.${body}`);
    return {
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(body)),
      'Webhook-Id': name,
      'Webhook-Timestamp': timestamp,
      'Webhook-Signature': `v1,${signed.digest('base64')}`,
    };
  }
}

function bodyOf({ id, status, endedAt, received, lateRejects }: Batch): string {
  const { accepted = 0, rejected = 0 } = received ?? {};
  const counts = { accepted: accepted - lateRejects, rejected: rejected + lateRejects };
  return JSON.stringify({ type: `batch.${status}`, timestamp: endedAt, data: { id, ...counts } });
}

/** Redirects are not followed: the address was chosen by the operator. */
function verdictOf(status: number): string | undefined {
  return status >= 200 && status < 300 ? undefined : `status ${status}`;
}

/** The name of the error; its message may repeat the address with what is secret in it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? String(error.code) : error.constructor.name;
}
