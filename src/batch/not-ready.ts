// The fault of asking a batch for what it does not have. Pure.

import type { Fault } from '../fault.ts';
import { type Batch, hasEnded } from './batch.ts';

/** Worth asking again while the batch goes on; one that has ended will never have it. */
export function notReady(batch: Pick<Batch, 'status'>, message: string): Fault {
  const hint = hasEnded(batch) ? {} : { details: { retryAfterSeconds: 5 } };
  return { code: 'BATCH_NOT_READY', message, ...hint };
}
