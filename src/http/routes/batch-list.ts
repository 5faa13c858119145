// GET /v1/batches: the batches, the newest first, some at a time.

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Batch } from '../../batch/batch.ts';
import type { PagePlace } from '../../batch/store.ts';
import { sendFaults } from '../answer.ts';
import { viewSummary } from '../batch-view.ts';
import type { Dependencies } from '../dependencies.ts';
import { queryFault, readQuery } from '../query.ts';

const mostListed = 1000;
const limitRule = `a whole number from 1 to ${mostListed}`;

const afterRule = 'as `next` of the page before gave it';

export const listQuery = z.strictObject({
  limit: z
    .string(limitRule)
    .regex(/^\d{1,4}$/, limitRule)
    .transform(Number)
    .pipe(z.int(limitRule).min(1, limitRule).max(mostListed, limitRule))
    .default(100)
    .meta({ description: 'How many at most.' }),
  after: z
    .string(afterRule)
    .max(100, afterRule)
    .optional()
    .meta({ description: 'Where the page before ended, as its `next` says.' }),
});

export function addBatchListRoutes(app: FastifyInstance, { batches: access }: Dependencies): void {
  app.get('/v1/batches', async (request, reply) => {
    const query = readQuery(listQuery, request.query);
    if (!query.ok) return sendFaults(reply, query.faults);
    const { limit, after } = query.value;
    const place = after === undefined ? undefined : placeOf(after);
    if (after !== undefined && place === undefined) return sendFaults(reply, [wrongPlace]);
    const opened = await access.open();
    if (!opened.ok) return sendFaults(reply, opened.faults);
    // One more, to see whether there are more.
    const found = await opened.value.page(limit + 1, place);
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    const next = last && `/v1/batches?limit=${limit}&after=${cursorOf(last)}`;
    reply.header('Cache-Control', 'private, no-store');
    return reply.send({ batches: shown.map(viewSummary), ...(next && { next }) });
  });
}

/** Of the place and not of a batch: one that is removed meanwhile does not end the list. */
function cursorOf({ createdAt, id }: Batch): string {
  return Buffer.from(`${createdAt} ${id}`).toString('base64url');
}

function placeOf(cursor: string): PagePlace | undefined {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, createdAt, id] = /^(\d{4}-[\d:.TZ-]{19}) ([0-9A-Z]{12})$/.exec(text) ?? [];
  return createdAt === undefined || id === undefined ? undefined : { createdAt, id };
}

const wrongPlace = queryFault('after', 'after must be as `next` of the page before gave it.');
