// The batch that an address names, or the faults that say why there is none.

import type { FastifyRequest } from 'fastify';
import type { Batch } from '../batch/batch.ts';
import type { Batches } from '../batch/batches.ts';
import { isBatchName } from '../batch/name.ts';
import { unknown } from '../batch/refusals.ts';
import { failure, type Outcome, success } from '../fault.ts';
import type { BatchAccess } from './dependencies.ts';

export interface IdParams {
  Params: { id: string };
}

export interface FoundBatch {
  readonly batches: Batches;
  readonly batch: Batch;
}

export async function findBatch(
  { params }: FastifyRequest<IdParams>,
  access: BatchAccess,
): Promise<Outcome<FoundBatch>> {
  const opened = await access.open();
  if (!opened.ok) return opened;
  const batches = opened.value;
  const batch = isBatchName(params.id) ? await batches.get(params.id) : undefined;
  if (batch !== undefined) return success({ batches, batch });
  return failure([unknown]);
}
