// Sends what the renderer gave, or faults as a problem. It decides no status: problem.ts does.

import { hash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { Fault } from '../fault.ts';
import type { Rendered } from '../worker/protocol.ts';
import { problemOf, problemType, retryAfterSeconds } from './problem.ts';

const answered = new WeakMap<FastifyReply, readonly Fault[]>();

/** What was wrong, for the log and the metrics. */
export function faultsOf(reply: FastifyReply): readonly Fault[] {
  return answered.get(reply) ?? [];
}

export function sendFaults(reply: FastifyReply, faults: readonly Fault[]): FastifyReply {
  answered.set(reply, faults);
  const problem = problemOf(faults, reply.request.id);
  const wait = retryAfterSeconds(faults);
  if (wait !== undefined) reply.header('Retry-After', wait);
  return reply
    .code(problem.status)
    .header('Cache-Control', 'no-store')
    .type(problemType)
    .send(JSON.stringify(problem));
}

/**
 * The digest names the bytes for good: the same bill gives the same bytes, so a caller can tell
 * whether anything changed. Strong ETag (RFC 9110, 8.8.3), Repr-Digest (RFC 9530).
 */
export function sendRendered(
  reply: FastifyReply,
  rendered: Rendered,
  warningCount: number,
): FastifyReply {
  const { bytes, mediaType, layout } = rendered;
  const digest = hash('sha256', bytes, 'base64');
  reply.headers({
    ETag: etagOf(digest),
    'Repr-Digest': `sha-256=:${digest}:`,
    'Content-Disposition': `inline; filename="${fileNameOf(rendered)}"`,
    'Tolem-Layout': layout,
    'Tolem-Warnings': String(warningCount),
  });
  return sendTagged(reply, mediaType, bytes);
}

/** Sends JSON that changes only with a release. */
export function sendCacheable(reply: FastifyReply, mediaType: string, text: string): FastifyReply {
  reply.header('ETag', etagOf(hash('sha256', text, 'base64')));
  return sendTagged(reply, mediaType, text);
}

/**
 * 304 is for GET alone. The ETag of an answer to POST names the document, not the resource
 * /v1/bills, so If-None-Match has nothing to be compared with there (RFC 9110, 13.2.1).
 */
function sendTagged(
  reply: FastifyReply,
  mediaType: string,
  body: Uint8Array | string,
): FastifyReply {
  if (reply.request.method === 'POST') {
    // A bill is personal: nobody on the way may keep it.
    return reply.header('Cache-Control', 'private, no-store').type(mediaType).send(body);
  }
  reply.header('Cache-Control', 'no-cache');
  if (isKnown(reply.request.headers['if-none-match'], String(reply.getHeader('ETag')))) {
    return reply.code(304).send();
  }
  return reply.type(mediaType).send(body);
}

// RFC 9110, 13.1.2: weak comparison, a list or `*`.
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const known = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}

function etagOf(digest: string): string {
  return `"${digest.replace(/=+$/, '')}"`;
}

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
};

// ASCII only (RFC 6266, appendix D): letters of an account that are not become a hyphen.
function fileNameOf({ account, period, mediaType }: Rendered): string {
  const name = `${account}_${period}`.replaceAll(/[^A-Za-z0-9._-]+/g, '-');
  return `${name}.${extensions[mediaType] ?? 'json'}`;
}
