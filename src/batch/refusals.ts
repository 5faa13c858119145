// Why a batch is not taken in, beyond what is wrong with its lines. Pure.

import type { Fault } from '../fault.ts';

export const inFlight: Fault = {
  code: 'BATCH_IN_FLIGHT',
  message: 'A batch with this key is arriving now. Wait for its answer.',
};

/** Lines that are told one by one. */
const mostTold = 20;

export function retriedBefore(taken: readonly number[]): Fault {
  const lines = taken.slice(0, mostTold).map(String);
  const rest = taken.length - lines.length;
  const message =
    `${taken.length} of these lines are for accounts that an earlier retry of this batch has: ` +
    `line ${lines.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}. Take them out and send the ` +
    'others. Remove that retry first if it was not printed; what is to be printed in any case ' +
    'goes into a batch of its own.';
  return { code: 'REJECTS_RETRIED', message, details: { count: taken.length, lines } };
}

export const unknown: Fault = {
  code: 'BATCH_UNKNOWN',
  message: 'There is no such batch; it may have been removed. /v1/batches lists them.',
};

export const removed: Fault = {
  code: 'BATCH_UNKNOWN',
  message: 'The batch was removed while it arrived. Nothing of it is kept.',
};

export const noThreads: Fault = {
  code: 'WORKER_LOST',
  message: 'No rendering thread could be had. Send the batch again; report a second failure.',
};
