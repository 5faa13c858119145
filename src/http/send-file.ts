// Sends a sealed file, whole or in part: what it is never changes, so parts fetched at different
// times belong together. It opens no file itself.

import type { FastifyReply } from 'fastify';
import type { SealedFile } from '../batch/batch.ts';
import { readFrom } from '../batch/download.ts';
import { isKnown, sendFaults } from './answer.ts';
import { parseRange } from './range.ts';

export interface SentFile extends SealedFile {
  readonly path: string;
  readonly mediaType: string;
  /** ASCII. */
  readonly name: string;
}

export function sendFile(reply: FastifyReply, file: SentFile): FastifyReply {
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
  // RFC 9110, 13.1.5: a range of another version is not wanted.
  const ifRange = headers['if-range'];
  const range =
    ifRange === undefined || ifRange === etag ? parseRange(headers.range, bytes) : undefined;
  if (range === 'unsatisfiable') {
    reply.header('Content-Range', `bytes */${bytes}`);
    // They are the file's, and what is sent is a problem.
    for (const name of ['Repr-Digest', 'Content-Disposition']) reply.removeHeader(name);
    const message = `The file has ${bytes} bytes; none of them are in this range.`;
    return sendFaults(reply, [{ code: 'RANGE_UNSATISFIABLE', message }]);
  }
  const { start, end } = range ?? { start: 0, end: bytes - 1 };
  if (range !== undefined) {
    reply.code(206).header('Content-Range', `bytes ${start}-${end}/${bytes}`);
  }
  reply.header('Content-Length', end - start + 1);
  // A stream is read no faster than the caller takes it.
  return reply.send(readFrom(path, start, end));
}
