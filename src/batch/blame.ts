// Why a bill was given up although nothing is known to be wrong with it. Faults only.

import type { Fault } from '../fault.ts';

/** For a bill that twice took a thread with it. */
export const deadly: Fault = {
  code: 'WORKER_LOST',
  message: 'This bill ended a rendering thread twice, by time or by memory. Report it.',
};

export function bugFault(correlationId: string): Fault {
  const message = 'The renderer failed at this bill. Quote the correlation id to the operator.';
  return { code: 'INTERNAL', message, details: { correlationId } };
}
