// Request bodies: the bytes of a bill as text, checked to be UTF-8 and no more. JSON is parsed
// in the rendering thread, so that the main thread never waits for a large bill.

import type { FastifyInstance, FastifyRequest, onRequestHookHandler } from 'fastify';
import { FaultError } from './fault-error.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route reads its body itself, as a stream that may be compressed. */
    readonly streamsBody?: boolean;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Bodies are application/json, uncompressed, at most `bodyLimit` of the server. */
export function acceptJsonText(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addHook('onRequest', refuseEncoded);
  // As a buffer: fastify then counts the bytes, also of chunked bodies.
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, body: Buffer, done) => {
      refuseOtherCharset(request);
      done(null, decode(body));
    },
  );
}

/** The text of the body; a request without one is a fault. */
export function textOf(request: FastifyRequest): string {
  if (typeof request.body === 'string' && request.body.trim() !== '') return request.body;
  throw malformed('The body is empty. Send a bill as JSON.');
}

/** What we read is named in the answer (RFC 9110, 15.5.16). */
export function unsupportedType(message: string): FaultError {
  return new FaultError(
    [{ code: 'TYPE_UNSUPPORTED', message, details: { accepted: ['application/json'] } }],
    { Accept: 'application/json', 'Accept-Encoding': 'identity' },
  );
}

// A small compressed body can be a huge text; a bill is small without compression.
const refuseEncoded: onRequestHookHandler = (request, _reply, done) => {
  if (request.routeOptions.config.streamsBody === true) return done();
  const encoding = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity') return done();
  done(unsupportedType('The body must not be compressed. Send it without Content-Encoding.'));
};

function refuseOtherCharset(request: FastifyRequest): void {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(
    request.headers['content-type'] ?? '',
  )?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) {
    throw unsupportedType('The body must be in UTF-8 (RFC 8259, 8.1).');
  }
}

function decode(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw malformed('The body is not valid UTF-8 (RFC 8259, 8.1). Convert it from its code page.');
  }
}

function malformed(message: string): FaultError {
  return new FaultError([{ code: 'REQUEST_MALFORMED', message }]);
}
