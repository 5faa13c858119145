// Errors below HTTP: a request that Node could not read, so that there is no request object and
// the answer is written on the socket. Here too it is a problem.

import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Fault } from '../fault.ts';
import { problemOf, problemType } from './problem.ts';

interface SocketError extends Error {
  readonly code?: string;
}

export interface SocketLimits {
  readonly headersBytes: number;
}

/** For fastify's clientErrorHandler; the socket is closed in any case. */
export function createSocketErrorHandler(
  limits: SocketLimits,
  onFault: (fault: Fault, requestId: string) => void,
) {
  return (error: SocketError, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const requestId = randomUUID();
    const fault = faultOf(error.code, limits);
    onFault(fault, requestId);
    socket.end(responseOf(fault, error.code, requestId), () => socket.destroy());
  };
}

function faultOf(code: string | undefined, limits: SocketLimits): Fault {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return { code: 'BODY_TIMEOUT', message: 'The request did not arrive in time. Send it again.' };
  }
  const message =
    code === 'HPE_HEADER_OVERFLOW'
      ? `The headers are larger than ${limits.headersBytes} bytes.`
      : 'This is not HTTP/1.1.';
  return { code: 'REQUEST_MALFORMED', message };
}

function responseOf(fault: Fault, code: string | undefined, requestId: string): string {
  const problem = problemOf([fault], requestId);
  // 431 says more than the 400 of REQUEST_MALFORMED (RFC 6585, 5).
  const status = code === 'HPE_HEADER_OVERFLOW' ? 431 : problem.status;
  const body = JSON.stringify({ ...problem, status });
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    `Content-Type: ${problemType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'X-Content-Type-Options: nosniff',
    '',
    body,
  ].join('\r\n');
}
