// Sends a sealed file, whole or in part: what it is never changes, so parts fetched at different
// times belong together. It opens no file itself.

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SealedFile } from '../batch/batch.ts';
import { openPart } from '../batch/download.ts';
import type { Fault } from '../fault.ts';
import { isKnown, sendFaults } from './answer.ts';
import { parseRange } from './range.ts';

export interface SentFile extends SealedFile {
  readonly path: string;
  readonly mediaType: string;
  /** ASCII. */
  readonly name: string;
}

export async function sendFile(reply: FastifyReply, file: SentFile): Promise<FastifyReply> {
  const { path, bytes, sha256, mediaType, name } = file;
  const etag = `"${sha256}"`;
  reply.headers({
    ETag: etag,
    'Repr-Digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
    'Accept-Ranges': 'bytes',
    'Content-Disposition': `attachment; filename="${name}"`,
    // Bills are personal: nobody on the way may keep them.
    'Cache-Control': 'private, no-store',
  });
  const { headers } = reply.request;
  if (isKnown(headers['if-none-match'], etag)) return reply.code(304).send();
  reply.type(mediaType);
  const range = isForPart(reply.request, etag) ? parseRange(headers.range, bytes) : undefined;
  if (range === 'unsatisfiable') {
    reply.header('Content-Range', `bytes */${bytes}`);
    withdraw(reply);
    const message = `The file has ${bytes} bytes; none of them are in this range.`;
    return sendFaults(reply, [{ code: 'RANGE_UNSATISFIABLE', message }]);
  }
  const { start, end } = range ?? { start: 0, end: bytes - 1 };
  // Who asks for headers alone gets a stream of nothing, so that they are those of the whole.
  const part = await openPart(path, start, reply.request.method === 'HEAD' ? start - 1 : end);
  if (part === undefined) return sendFaults(withdraw(reply), [removed]);
  if (range !== undefined) {
    reply.code(206).header('Content-Range', `bytes ${start}-${end}/${bytes}`);
  }
  reply.header('Content-Length', end - start + 1);
  // A stream is read no faster than the caller takes it.
  return reply.send(part);
}

/** RFC 9110, 13.1.5: a range of another version is not wanted; 14.2: only GET knows ranges. */
function isForPart({ method, headers }: FastifyRequest, etag: string): boolean {
  const ifRange = headers['if-range'];
  return method === 'GET' && (ifRange === undefined || ifRange === etag);
}

/** What was said of the file does not hold for a problem that is sent instead. */
function withdraw(reply: FastifyReply): FastifyReply {
  const ofFile = ['ETag', 'Repr-Digest', 'Content-Disposition', 'Accept-Ranges', 'Content-Type'];
  for (const name of ofFile) reply.removeHeader(name);
  return reply;
}

/** Between the answer of the store and the opening of the file. */
const removed: Fault = {
  code: 'BATCH_UNKNOWN',
  message: 'The batch is being removed, or its time was over. /v1/batches lists what there is.',
};
