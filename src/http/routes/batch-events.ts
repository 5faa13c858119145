// GET /v1/batches/{id}/events: what happens to a batch, as server-sent events (WHATWG HTML, 9.2).
// Events with an id are kept and can be asked for again; progress has none, the newest counts.

import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { hasEnded } from '../../batch/batch.ts';
import type { Batches } from '../../batch/batches.ts';
import { sendFaults } from '../answer.ts';
import { findBatch, type IdParams } from '../batch-find.ts';
import type { Dependencies } from '../dependencies.ts';

/** At most one event of progress so often. */
const periodMs = 1000;
/** Proxies close connections on which nothing is said for a minute. */
const silenceMs = 15_000;

export function addBatchEventRoutes(app: FastifyInstance, { batches: access }: Dependencies): void {
  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());

  app.get<IdParams>('/v1/batches/:id/events', async (request, reply) => {
    const found = await findBatch(request, access);
    if (!found.ok) return sendFaults(reply, found.faults);
    if (request.method === 'HEAD') {
      // Headers alone: there is nothing to wait for.
      reply.header('Cache-Control', 'private, no-store').type('text/event-stream');
      return reply.send();
    }
    const after = Number(request.headers['last-event-id'] ?? 0);
    reply.hijack();
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    reply.raw.writeHead(200, {
      ...Object.fromEntries(Object.entries(reply.getHeaders()).map(([k, v]) => [k, String(v)])),
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'private, no-store',
    });
    const signal = AbortSignal.any([gone.signal, closing.signal]);
    const stream = new EventStream(reply.raw, signal);
    try {
      const from = Number.isInteger(after) ? after : 0;
      await stream.follow(found.value.batches, request.params.id, from);
    } finally {
      // A listener must not wait for news that nobody tells any more.
      reply.raw.end();
    }
    return reply;
  });
}

class EventStream {
  readonly #response: ServerResponse;
  readonly #signal: AbortSignal;
  #saidAt = 0;
  #progress = '';

  constructor(response: ServerResponse, signal: AbortSignal) {
    this.#response = response;
    this.#signal = signal;
  }

  /** Until the batch has ended and all was told, or the listener is gone. */
  async follow(batches: Batches, id: string, after: number): Promise<void> {
    await this.#say('retry: 2000\n\n');
    let last = after;
    while (!this.#signal.aborted) {
      // Read before the events, so that the end is told before the stream ends.
      const batch = await batches.get(id);
      for (const { id: eventId, ...event } of await batches.events(id, last)) {
        await this.#say(`id: ${eventId}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
        last = eventId;
      }
      if (batch === undefined || hasEnded(batch)) return;
      const { done, secondsLeft } = await batches.progress(batch);
      await this.#sayProgress(JSON.stringify({ done, sheets: batch.sheets, secondsLeft }));
      await sleep(periodMs, undefined, { signal: this.#signal }).catch(() => {});
    }
  }

  async #sayProgress(progress: string): Promise<void> {
    if (progress !== this.#progress) await this.#say(`event: progress\ndata: ${progress}\n\n`);
    else if (performance.now() - this.#saidAt > silenceMs) await this.#say(':\n\n');
    this.#progress = progress;
  }

  /** Who reads slowly is waited for; the news gather in the store, not here. */
  async #say(text: string): Promise<void> {
    this.#saidAt = performance.now();
    if (this.#signal.aborted || this.#response.write(text)) return;
    await once(this.#response, 'drain', { signal: this.#signal }).catch(() => {});
  }
}
