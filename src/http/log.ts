// The log: one line a request, one line JSON, no bodies, no addresses as typed, no query values,
// no messages of errors. What may be logged is written out here; nothing is redacted after.

import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Fault } from '../fault.ts';
import { faultsOf } from './answer.ts';

/** `destination` is standard output unless a test wants the lines. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** What of a fault may be logged: messages hold no personal data, details may name figures. */
export function loggable({ code, pointer, source }: Fault) {
  return { code, pointer, source };
}

/** Replaces fastify's lines, which contain the address as the caller typed it. */
export class RequestLog extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(
    error: Error | null | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    const faults = faultsOf(reply).map(loggable);
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? '(unknown)',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      ...(faults.length > 0 && { faults }),
      ...(error != null && { broken: true }),
    };
    if (reply.statusCode >= 500) request.log.error(line, 'request');
    else request.log.info(line, 'request');
  }

  override defaultErrorLog(): void {}

  override streamError(): void {}

  override routeNotFound(): void {}

  override writeHeadError(): void {}
}
