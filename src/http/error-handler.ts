// Whatever fastify or a hook reports, as faults. Unexpected errors become INTERNAL: the log gets
// the place, the caller a number.

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { describeBug } from '../bug.ts';
import type { Fault } from '../fault.ts';
import { sendFaults } from './answer.ts';
import { unsupportedType } from './body.ts';
import { FaultError } from './fault-error.ts';

/** For setErrorHandler and frameworkErrors. `bodyLimitBytes` is told to who exceeds it. */
export function createErrorHandler(bodyLimitBytes: number) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    const known = error instanceof FaultError ? error : faultErrorOf(error, bodyLimitBytes);
    if (known !== undefined) {
      sendFaults(reply.headers(known.headers), known.faults);
      return;
    }
    request.log.error({ bug: describeBug(error, request.id) }, 'unexpected error');
    const message = 'The service failed. Quote the correlation id to whoever runs it.';
    const details = { correlationId: request.id };
    sendFaults(reply, [{ code: 'INTERNAL', message, details }]);
  };
}

/** fastify's codes: https://fastify.dev/docs/latest/Reference/Errors/ */
function faultErrorOf(error: FastifyError, limitBytes: number): FaultError | undefined {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new FaultError([tooLarge(limitBytes)]);
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_CTP_EMPTY_TYPE':
      return unsupportedType('The body must be application/json in UTF-8.');
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new FaultError([{ code: 'ROUTE_UNKNOWN', message: 'The address is too long.' }]);
    default:
      return isCallers(error) ? new FaultError([malformed(error.code)]) : undefined;
  }
}

// fastify marks what the caller did wrong with 4xx; a connection that broke has no status.
function isCallers(error: FastifyError): boolean {
  const status = error.statusCode ?? 500;
  return (status >= 400 && status < 500) || error.code === 'ECONNRESET';
}

function tooLarge(limitBytes: number): Fault {
  return {
    code: 'BODY_TOO_LARGE',
    message: `The body is larger than ${limitBytes} bytes. One bill is a few thousand.`,
    details: { limitBytes },
  };
}

function malformed(code: string): Fault {
  const reasons: Readonly<Record<string, string>> = {
    FST_ERR_BAD_URL: 'The address is not valid percent-encoding.',
    FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'The body is not as long as Content-Length says.',
  };
  return { code: 'REQUEST_MALFORMED', message: reasons[code] ?? 'The request cannot be read.' };
}
