// The body of a batch: a stream of lines, perhaps compressed. Nothing is gathered here; who reads
// it sets the pace.

import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { unpacked } from '../batch/gzip.ts';
import { FaultError } from './fault-error.ts';
import { takenInOwnTime } from './own-time.ts';

export const lineTypes = ['application/x-ndjson', 'application/jsonl'] as const;

const encodings = ['gzip', 'identity'] as const;

/** Bodies of this group of routes are streams. */
export function acceptLines(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser([...lineTypes], (request, payload, done) => {
    if (isWanted(request)) done(null, linesIn(request, payload));
    else ignore(payload, done);
  });
  app.addContentTypeParser('*', (request, payload, done) => {
    if (!isWanted(request)) return ignore(payload, done);
    throw unsupported('Send one bill a line, as application/x-ndjson in UTF-8.');
  });
}

/** Many a client gives a type to a cancel or a removal too, which have no body. */
function isWanted({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.config.streamsBody === true;
}

function ignore(payload: Readable, done: (error: null) => void): void {
  payload.resume();
  done(null);
}

/** The stream that `acceptLines` made of the body. */
export function bodyLines(request: FastifyRequest): AsyncIterable<Uint8Array> {
  const { body } = request;
  if (typeof body === 'object' && body !== null && Symbol.asyncIterator in body) {
    // acceptLines is the only parser of these routes, hence the cast.
    return takenInOwnTime(request.socket, body as AsyncIterable<Uint8Array>);
  }
  throw unsupported('The request has no body. Send one bill a line, as application/x-ndjson.');
}

/** SHA-256 of a body that is not needed otherwise. */
export async function digestOf(lines: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of lines) hash.update(piece);
  return hash.digest('hex');
}

function linesIn({ headers }: FastifyRequest, payload: Readable): AsyncIterable<Uint8Array> {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity') return kept(payload);
  if (encoding === 'gzip') return unpacked(payload);
  throw unsupported('The body may be compressed with gzip, nothing else.');
}

/** Who stops reading in the middle answers on the same connection, so that one stays open. */
function kept(stream: Readable): AsyncIterable<Uint8Array> {
  return stream.iterator({ destroyOnReturn: false });
}

function unsupported(message: string): FaultError {
  return new FaultError(
    [{ code: 'TYPE_UNSUPPORTED', message, details: { accepted: [...lineTypes] } }],
    { Accept: lineTypes.join(', '), 'Accept-Encoding': encodings.join(', ') },
  );
}
