// /v1/batches: taking batches in, saying how they are, ending and removing them.

import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Batch, hasEnded } from '../../batch/batch.ts';
import type { Batches, Submission } from '../../batch/batches.ts';
import { isBrokenGzip } from '../../batch/gzip.ts';
import { batchName } from '../../batch/name.ts';
import { notReady } from '../../batch/not-ready.ts';
import { batchOptionsSchema } from '../../batch/options.ts';
import { type Fault, failure, type Outcome, success } from '../../fault.ts';
import { sendFaults } from '../answer.ts';
import { acceptLines, bodyLines, digestOf } from '../batch-body.ts';
import { findBatch, type IdParams } from '../batch-find.ts';
import { keyOf } from '../batch-key.ts';
import { viewBatch } from '../batch-view.ts';
import type { Dependencies } from '../dependencies.ts';
import { readQuery } from '../query.ts';
import { doNotHurry } from '../unhurried.ts';

export function addBatchRoutes(app: FastifyInstance, deps: Dependencies): void {
  acceptLines(app);

  const streams = { config: { streamsBody: true }, onRequest: doNotHurry };
  app.post('/v1/batches', streams, async (request, reply) => {
    const order = orderOf(request, deps.clock.today());
    if (!order.ok) return sendFaults(reply, order.faults);
    const opened = await deps.batches.open();
    if (!opened.ok) return sendFaults(reply, opened.faults);
    return take(request, reply, order.value, opened.value);
  });

  app.post<IdParams>('/v1/batches/:id/retry-rejects', streams, async (request, reply) => {
    const key = keyOf(request);
    if (!key.ok) return sendFaults(reply, key.faults);
    const found = await findBatch(request, deps.batches);
    if (!found.ok) return sendFaults(reply, found.faults);
    const { batches, batch } = found.value;
    const order = retryOrder(batch, key.value);
    return order.ok ? take(request, reply, order.value, batches) : sendFaults(reply, order.faults);
  });

  app.get<IdParams>('/v1/batches/:id', async (request, reply) => {
    const found = await findBatch(request, deps.batches);
    if (!found.ok) return sendFaults(reply, found.faults);
    return sendBatch(reply, found.value.batches, found.value.batch);
  });

  app.post<IdParams>('/v1/batches/:id/cancel', async (request, reply) => {
    const found = await findBatch(request, deps.batches);
    if (!found.ok) return sendFaults(reply, found.faults);
    const { batches, batch } = found.value;
    return sendBatch(reply, batches, (await batches.lifecycle.cancel(batch.id)) ?? batch);
  });

  app.post<IdParams>('/v1/batches/:id/resume', async (request, reply) => {
    const found = await findBatch(request, deps.batches);
    if (!found.ok) return sendFaults(reply, found.faults);
    const { batches, batch } = found.value;
    const resumed = await batches.lifecycle.resume(batch.id);
    if (!resumed.ok) return sendFaults(reply, resumed.faults);
    return sendBatch(reply, batches, resumed.value);
  });

  app.delete<IdParams>('/v1/batches/:id', async (request, reply) => {
    const found = await findBatch(request, deps.batches);
    if (!found.ok) return sendFaults(reply, found.faults);
    await found.value.batches.lifecycle.remove(found.value.batch.id);
    return reply.code(204).send();
  });
}

/** A submission without its lines; the name comes when they do. */
type Order = Omit<Submission, 'id' | 'source'> & { readonly key: string };

function orderOf(request: FastifyRequest, today: string): Outcome<Order> {
  const query = readQuery(batchOptionsSchema, request.query);
  const key = keyOf(request);
  if (query.ok && key.ok) return success({ key: key.value, options: query.value, today });
  return failure([...(query.ok ? [] : query.faults), ...(key.ok ? [] : key.faults)]);
}

/** Ordered, marked and dated like the batch whose rejects it corrects; its numbers are its own. */
function retryOrder(batch: Batch, key: string): Outcome<Order> {
  const { id, options, today, received, lateRejects, results } = batch;
  const mostBills = (received?.rejected ?? 0) + lateRejects;
  if (results === undefined || mostBills === 0) return failure([notReady(batch, nothingToRetry)]);
  return success({ key, options, today, retry: { of: id, mostBills } });
}

async function take(
  request: FastifyRequest,
  reply: FastifyReply,
  order: Order,
  batches: Batches,
): Promise<FastifyReply> {
  const taken = await submit(request, order, batches);
  // The caller is gone: there is nobody to answer.
  if (taken === undefined) return reply.hijack();
  if (!taken.ok) return sendFaults(reply, taken.faults);
  reply.code(202).header('Location', `/v1/batches/${taken.value.id}`);
  return sendBatch(reply, batches, taken.value);
}

async function submit(
  request: FastifyRequest,
  order: Order,
  batches: Batches,
): Promise<Outcome<Batch> | undefined> {
  const source = bodyLines(request);
  try {
    const known = await batches.byKey(order.key);
    if (known?.received !== undefined) return await repeat(known, order, source);
    if (known !== undefined && hasEnded(known)) return await repeatEnded(known, source);
    return await batches.submit({ ...order, id: batchName(randomBytes(12)), source });
  } catch (error) {
    if (isBrokenGzip(error)) return failure([brokenBody]);
    // A request that was read to its end is destroyed too; only the connection tells.
    if (request.socket.destroyed) return undefined;
    throw error;
  }
}

/** Cancelled before it had arrived: what was sent then is not known, but it is not printed now. */
async function repeatEnded(
  known: Batch,
  source: AsyncIterable<Uint8Array>,
): Promise<Outcome<Batch>> {
  await digestOf(source);
  return success(known);
}

/** The same key again: the same batch if the same was sent. */
async function repeat(
  known: Batch,
  { options, retry }: Order,
  source: AsyncIterable<Uint8Array>,
): Promise<Outcome<Batch>> {
  const isSame =
    (await digestOf(source)) === known.received?.digest &&
    known.retryOf === retry?.of &&
    JSON.stringify(options) === JSON.stringify(known.options);
  return isSame ? success(known) : failure([otherBody]);
}

async function sendBatch(
  reply: FastifyReply,
  batches: Batches,
  batch: Batch,
): Promise<FastifyReply> {
  reply.header('Cache-Control', 'private, no-store');
  const progress = await batches.progress(batch);
  return reply.send(viewBatch(batch, progress, await batches.volumes(batch.id)));
}

const nothingToRetry = 'The batch has not completed, or it has no rejects.';

const otherBody: Fault = {
  code: 'IDEMPOTENCY_KEY_REUSED',
  message: 'Another batch was sent with this key. Use a key of its own for each batch.',
};

const brokenBody: Fault = {
  code: 'REQUEST_MALFORMED',
  message: 'The body is not gzip, or it breaks off. Send it again.',
};
