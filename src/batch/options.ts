// The options of a batch, the same for the query of a request and the flags of a command. It
// plans nothing.

import type { z } from 'zod';
import { markOptionsSchema } from '../impose/mark.ts';
import { twoUpOptionsSchema } from '../impose/two-up.ts';
import { planOptionsSchema } from './plan-options.ts';

/** Order, volumes, separators, proof run, numbers, marks, paper. Each is a parameter or a flag. */
export const batchOptionsSchema = planOptionsSchema
  .safeExtend(markOptionsSchema.shape)
  .safeExtend(twoUpOptionsSchema.shape)
  .meta({ id: 'BatchOptions', description: 'How a batch is ordered, cut and marked.' });

export type BatchOptions = z.output<typeof batchOptionsSchema>;

/** What an empty query means. */
export const defaultOptions: BatchOptions = batchOptionsSchema.parse({});
