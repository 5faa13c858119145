// A batch as callers see it: JSON shapes and how they are filled. It asks nothing of anybody.

import { z } from 'zod';
import { type Batch, batchStatuses, type Volume } from '../batch/batch.ts';
import { batchOptionsSchema } from '../batch/options.ts';
import type { BatchProgress } from '../batch/pace.ts';
import { moneyText } from '../bill/money.ts';
import { problemSchema } from './problem.ts';
import { viewWarning, warningSchema } from './warning.ts';

const count = z.int().min(0);
const time = z.string().describe('ISO 8601, UTC.');

const volumeSchema = z
  .strictObject({
    number: z.int().min(1),
    status: z.enum(['planned', 'running', 'sealed']),
    firstSequence: z.int().min(1),
    sheets: count,
    pages: count.optional().describe('Of the PDF, which is its paper; set when it is sealed.'),
    bytes: count.optional(),
    sha256: z.string().optional(),
    href: z.string().optional().describe('Where the PDF is; set when it is sealed.'),
  })
  .meta({ id: 'BatchVolume' });

const proofSchema = z
  .strictObject({ pages: count, bytes: count, sha256: z.string(), href: z.string() })
  .meta({ id: 'BatchProof', description: 'Sheets to be looked at before all others.' });

const summaryShape = {
  id: z.string().describe('Also in the marks of its sheets.'),
  retryOf: z.string().optional().describe('The batch whose rejects it corrects.'),
  status: z.enum(batchStatuses),
  createdAt: time,
  startedAt: time.optional(),
  endedAt: time.optional(),
  date: z.string().describe('Print date of bills that give none, YYYY-MM-DD.'),
  lines: count.optional().describe('accepted + rejected; set when all have arrived.'),
  accepted: count.optional(),
  rejected: count.optional(),
  amount: z.string().optional().describe('Sum of the bills that were accepted when they arrived.'),
  sheets: count.optional().describe('Known with the plan; copies counted.'),
  pausedBy: z.enum(['disk-full']).optional().describe('Why it waits although it has not ended.'),
};

export const batchSummarySchema = z.strictObject(summaryShape).meta({ id: 'BatchSummary' });

export const batchListSchema = z
  .strictObject({
    batches: z.array(batchSummarySchema),
    next: z.string().optional().describe('Where the list goes on; absent at its end.'),
  })
  .meta({ id: 'BatchList' });

export const batchSchema = z
  .strictObject({
    ...summaryShape,
    options: batchOptionsSchema,
    sheetsDone: count,
    secondsLeft: count.optional().describe('An estimate from the pace so far.'),
    fault: problemSchema.shape.faults.element.optional().describe('Why it failed.'),
    warnings: z.array(warningSchema).describe('What the plan is worth knowing for.'),
    proof: proofSchema.optional().describe('Set with the plan, if a proof run was asked for.'),
    volumes: z.array(volumeSchema),
  })
  .meta({ id: 'Batch', description: 'Many bills on their way to volumes.' });

export type BatchSummaryView = Readonly<z.infer<typeof batchSummarySchema>>;
export type BatchView = Readonly<z.infer<typeof batchSchema>>;

export function viewSummary(batch: Batch): BatchSummaryView {
  const { id, status, createdAt, startedAt, endedAt, today, received, sheets, pausedBy } = batch;
  return {
    id,
    ...(batch.retryOf !== undefined && { retryOf: batch.retryOf }),
    status,
    createdAt,
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    date: today,
    ...(received !== undefined && countsOf(received, batch.lateRejects)),
    ...(sheets !== undefined && { sheets }),
    ...(pausedBy !== undefined && { pausedBy }),
  };
}

function countsOf({ accepted, rejected, amount }: NonNullable<Batch['received']>, late: number) {
  return {
    lines: accepted + rejected,
    accepted: accepted - late,
    rejected: rejected + late,
    amount: moneyText(amount),
  };
}

export function viewBatch(
  batch: Batch,
  { done, secondsLeft }: BatchProgress,
  volumes: readonly Volume[],
): BatchView {
  const { id, options, fault, warnings = [], proof } = batch;
  return {
    ...viewSummary(batch),
    options,
    sheetsDone: done,
    ...(secondsLeft !== undefined && { secondsLeft }),
    ...(fault !== undefined && { fault: { code: fault.code, message: fault.message } }),
    warnings: warnings.map(viewWarning),
    ...(proof && { proof: { ...proof, href: `/v1/batches/${id}/proof` } }),
    volumes: volumes.map((volume) => viewVolume(id, volume)),
  };
}

function viewVolume(batch: string, { number, status, firstSequence, sheets, sealed }: Volume) {
  const planned = { number, status, firstSequence, sheets };
  if (sealed === undefined) return planned;
  const { pages, bytes, sha256 } = sealed;
  const href = `/v1/batches/${batch}/volumes/${number}`;
  return { ...planned, sheets: sealed.sheets, pages, bytes, sha256, ...(pages > 0 && { href }) };
}
