// GET /v1/batches/{id}/sheets: the sheets of a finished batch as separate PDFs in one ZIP, which is
// made while it is sent. Bytes are only handed on here.

import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { rangeOf, sequencesField } from '../../batch/selection.ts';
import { sendFaults } from '../answer.ts';
import { findBatch, type IdParams } from '../batch-find.ts';
import type { Dependencies } from '../dependencies.ts';
import { inOwnTime, madeInOwnTime } from '../own-time.ts';
import { readQuery } from '../query.ts';

const volumeRule = 'the number of a volume';

export const sheetsQuery = z.strictObject({
  volume: z
    .string(volumeRule)
    .regex(/^[1-9]\d{0,8}$/, volumeRule)
    .transform(Number)
    .pipe(z.int(volumeRule).min(1))
    .optional()
    .meta({ description: 'Sheets of this volume only.' }),
  sequences: sequencesField
    .optional()
    .meta({ description: 'A sequence number, or two with a dash between.' }),
});

export function addBatchSheetRoutes(app: FastifyInstance, { batches: access }: Dependencies): void {
  app.get<IdParams>('/v1/batches/:id/sheets', async (request, reply) => {
    const query = readQuery(sheetsQuery, request.query);
    if (!query.ok) return sendFaults(reply, query.faults);
    const found = await findBatch(request, access);
    if (!found.ok) return sendFaults(reply, found.faults);
    const { batches, batch } = found.value;
    const { volume, sequences } = query.value;
    const range = sequences === undefined ? undefined : rangeOf(sequences);
    const wanted = { volume, sequences: range };
    const { socket } = request.raw;
    // A batch that is drawn may have all threads for as long as a volume takes.
    const zip = await inOwnTime(socket, () => batches.sheetFiles.zip(batch, wanted));
    if (!zip.ok) return sendFaults(reply, zip.faults);
    reply.headers({
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${batch.id}-sheets.zip"`,
      // Bills are personal: nobody on the way may keep them.
      'Cache-Control': 'private, no-store',
    });
    // Who asks for headers alone learns that the beginning could be drawn.
    if (request.method === 'HEAD') return reply.send();
    // A reader who is slow, or gone, is seen by the stream: it asks for no more, or is closed.
    const pieces = madeInOwnTime(socket, zip.value);
    return reply.send(Readable.from(pieces, { objectMode: false, highWaterMark: 1 }));
  });
}
