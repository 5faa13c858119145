// What came of a batch, as files: volumes, proof, manifest, rejects. As often as wanted, in parts
// too.

import type { FastifyInstance, FastifyReply } from 'fastify';
import type { filesIn } from '../../batch/folder.ts';
import { notReady } from '../../batch/not-ready.ts';
import type { Fault } from '../../fault.ts';
import { negotiate } from '../accept.ts';
import { sendFaults } from '../answer.ts';
import { type FoundBatch, findBatch, type IdParams } from '../batch-find.ts';
import type { Dependencies } from '../dependencies.ts';
import { type SentFile, sendFile } from '../send-file.ts';

/** What a manifest can be had as, the default first. */
export const manifestTypes = ['application/json', 'text/csv'] as const;

interface VolumeParams {
  Params: { id: string; number: string };
}

export function addBatchFileRoutes(app: FastifyInstance, { batches: access }: Dependencies): void {
  app.get<VolumeParams>('/v1/batches/:id/volumes/:number', async (request, reply) => {
    const found = await findBatch(request, access);
    if (!found.ok) return sendFaults(reply, found.faults);
    const { batches, batch } = found.value;
    const volumes = await batches.volumes(batch.id);
    const volume = volumes.find(({ number }) => String(number) === request.params.number);
    if (volume === undefined) return sendFaults(reply, [noVolume]);
    const { number, sealed } = volume;
    if (sealed === undefined || sealed.pages === 0) {
      return sendFaults(reply, [notReady(batch, absent)]);
    }
    const path = batches.files(batch.id).volume(number);
    const name = `${batch.id}-${String(number).padStart(4, '0')}.pdf`;
    return sendFile(reply, { ...sealed, path, name, mediaType: 'application/pdf' });
  });

  app.get<IdParams>('/v1/batches/:id/proof', async (request, reply) => {
    const found = await findBatch(request, access);
    if (!found.ok) return sendFaults(reply, found.faults);
    const { batches, batch } = found.value;
    const { id, options, proof, sheets } = batch;
    if (proof === undefined) {
      const isComing = options.proof > 0 && sheets === undefined;
      return sendFaults(reply, [isComing ? notReady(batch, absent) : noProof]);
    }
    const place = { path: batches.files(id).proof, name: `${id}-proof.pdf` };
    return sendFile(reply, { ...proof, ...place, mediaType: 'application/pdf' });
  });

  app.get<IdParams>('/v1/batches/:id/manifest', async (request, reply) => {
    reply.header('Vary', 'Accept');
    const type = negotiate(request.headers.accept, manifestTypes);
    if (type === undefined) {
      const message = `Accept must allow one of ${manifestTypes.join(', ')}.`;
      const details = { offered: manifestTypes };
      return sendFaults(reply, [{ code: 'NOT_ACCEPTABLE', message, details }]);
    }
    const found = await findBatch(request, access);
    if (!found.ok) return sendFaults(reply, found.faults);
    return sendResult(reply, found.value, type === 'text/csv' ? 'csv' : 'json');
  });

  app.get<IdParams>('/v1/batches/:id/rejects', async (request, reply) => {
    const found = await findBatch(request, access);
    if (!found.ok) return sendFaults(reply, found.faults);
    return sendResult(reply, found.value, 'rejects');
  });
}

type Result = 'json' | 'csv' | 'rejects';

function sendResult(
  reply: FastifyReply,
  { batches, batch }: FoundBatch,
  result: Result,
): Promise<FastifyReply> | FastifyReply {
  const sealed = batch.results?.[result];
  if (sealed === undefined) return sendFaults(reply, [notReady(batch, absent)]);
  return sendFile(reply, { ...sealed, ...placeOf(result, batches.files(batch.id), batch.id) });
}

function placeOf(
  result: Result,
  files: ReturnType<typeof filesIn>,
  id: string,
): Pick<SentFile, 'path' | 'name' | 'mediaType'> {
  switch (result) {
    case 'json':
      return { path: files.manifestJson, name: `${id}.json`, mediaType: 'application/json' };
    case 'csv':
      return { path: files.manifestCsv, name: `${id}.csv`, mediaType: 'text/csv; charset=utf-8' };
    case 'rejects':
      return {
        path: files.rejects,
        name: `${id}-rejects.ndjson`,
        mediaType: 'application/x-ndjson',
      };
  }
}

const noVolume: Fault = {
  code: 'BATCH_UNKNOWN',
  message: 'The batch has no volume of this number, or is not planned yet.',
};

const noProof: Fault = {
  code: 'BATCH_UNKNOWN',
  message: 'The batch has no proof run. It is asked for with the batch, by the option proof.',
};

const absent = 'This is not there yet, or the batch ended without it. Its status says which.';
