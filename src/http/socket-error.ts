// Errors below HTTP: a request that Node could not read, so that there is no request object and
// the answer is written on the socket. Here too it is a problem.

import { randomUUID } from 'node:crypto';
import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Fault } from '../fault.ts';
import { problemOf, problemType } from './problem.ts';
import { isUnhurried } from './unhurried.ts';

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
    if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && isUnhurried(socket)) return;
    if (error.code === 'ECONNRESET' || !socket.writable || isAnswering(socket)) {
      socket.destroy();
      return;
    }
    const requestId = randomUUID();
    const fault = faultOf(error.code, limits);
    onFault(fault, requestId);
    socket.end(responseOf(fault, requestId), () => socket.destroy());
  };
}

/** Another answer within one that has begun would be taken for a part of it. */
function isAnswering(socket: Socket): boolean {
  // Node keeps the answer of a connection there, and asks the same in its own handler.
  const { _httpMessage: answer } = socket as Socket & { _httpMessage?: ServerResponse | null };
  return answer?.headersSent ?? false;
}

function faultOf(code: string | undefined, limits: SocketLimits): Fault {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return { code: 'BODY_TIMEOUT', message: 'The request did not arrive in time. Send it again.' };
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    const message = `The headers are larger than ${limits.headersBytes} bytes.`;
    return { code: 'HEADERS_TOO_LARGE', message };
  }
  return { code: 'REQUEST_MALFORMED', message: 'This is not HTTP/1.1.' };
}

function responseOf(fault: Fault, requestId: string): string {
  const problem = problemOf([fault], requestId);
  const { status } = problem;
  const body = JSON.stringify(problem);
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
