// /v1/batches/{id}/reprints: sheets of a finished batch once more, and the list of what was printed
// again and why.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Reprint } from '../../batch/batch.ts';
import { type ReprintRequest, reprintRequestSchema } from '../../batch/selection.ts';
import { type Fault, failure, type Outcome, success } from '../../fault.ts';
import { sendFaults } from '../answer.ts';
import { findBatch, type IdParams } from '../batch-find.ts';
import { keyOf } from '../batch-key.ts';
import { textOf } from '../body.ts';
import type { Dependencies } from '../dependencies.ts';
import { inOwnTime } from '../own-time.ts';
import { sendFile } from '../send-file.ts';

interface ReprintParams {
  Params: { id: string; number: string };
}

export function addReprintRoutes(app: FastifyInstance, { batches: access }: Dependencies): void {
  app.post<IdParams>('/v1/batches/:id/reprints', async (request, reply) => {
    const key = keyOf(request);
    if (!key.ok) return sendFaults(reply, key.faults);
    const wanted = readRequest(request);
    if (!wanted.ok) return sendFaults(reply, wanted.faults);
    const found = await findBatch(request, access);
    if (!found.ok) return sendFaults(reply, found.faults);
    const { batches, batch } = found.value;
    const print = () => batches.reprints.print(batch, key.value, wanted.value);
    // Volumes that are drawn go first, and a thousand sheets take a while themselves.
    const printed = await inOwnTime(request.raw.socket, print);
    if (!printed.ok) return sendFaults(reply, printed.faults);
    const view = viewReprint(batch.id, printed.value);
    reply.code(201).header('Location', view.href).header('Cache-Control', 'private, no-store');
    return reply.send(view);
  });

  app.get<IdParams>('/v1/batches/:id/reprints', async (request, reply) => {
    const found = await findBatch(request, access);
    if (!found.ok) return sendFaults(reply, found.faults);
    const { batches, batch } = found.value;
    const reprints = await batches.reprints.list(batch.id);
    reply.header('Cache-Control', 'private, no-store');
    return reply.send({ reprints: reprints.map((reprint) => viewReprint(batch.id, reprint)) });
  });

  app.get<ReprintParams>('/v1/batches/:id/reprints/:number', async (request, reply) => {
    const found = await findBatch(request, access);
    if (!found.ok) return sendFaults(reply, found.faults);
    const { batches, batch } = found.value;
    const reprints = await batches.reprints.list(batch.id);
    const reprint = reprints.find(({ number }) => String(number) === request.params.number);
    if (reprint === undefined) return sendFaults(reply, [noReprint]);
    const path = batches.files(batch.id).reprint(reprint.number);
    const name = `${batch.id}-R${reprint.number}.pdf`;
    return sendFile(reply, { ...reprint.sealed, path, name, mediaType: 'application/pdf' });
  });
}

function viewReprint(batch: string, { number, reason, sequences, sealed }: Reprint) {
  const href = `/v1/batches/${batch}/reprints/${number}`;
  return { number, reason, sequences, ...sealed, href };
}

function readRequest(request: FastifyRequest): Outcome<ReprintRequest> {
  const reading = reprintRequestSchema.safeParse(parsed(textOf(request)));
  if (reading.success) return success(reading.data);
  return failure(
    reading.error.issues.map((issue) => ({
      code: 'REPRINT_INVALID',
      message: issue.message,
      pointer: `/${issue.path.map(String).join('/')}`,
    })),
  );
}

/** Undefined is no object either, so the schema says what is wrong. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const noReprint: Fault = {
  code: 'BATCH_UNKNOWN',
  message: 'The batch has no reprint of this number.',
};
