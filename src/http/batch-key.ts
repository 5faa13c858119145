// The Idempotency-Key of a request that must not be carried out twice.

import type { FastifyRequest } from 'fastify';
import { type Fault, failure, type Outcome, success } from '../fault.ts';

export function keyOf({ headers }: Pick<FastifyRequest, 'headers'>): Outcome<string> {
  const key = headers['idempotency-key'];
  // Visible ASCII, quotes of a structured field included; RFC 9110, 5.5.
  const isUsable = typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key);
  return isUsable ? success(key) : failure([withoutKey]);
}

const withoutKey: Fault = {
  code: 'IDEMPOTENCY_KEY_INVALID',
  message:
    'This needs the header Idempotency-Key, 1 to 255 visible letters: a repetition of the ' +
    'request is then not a second one.',
};
