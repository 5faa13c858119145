// The options of a batch, the same for the query of a request and the flags of a command. It
// plans nothing.

import type { z } from 'zod';
import { planOptionsSchema } from './plan-options.ts';

export const batchOptionsSchema = planOptionsSchema;

export type BatchOptions = z.output<typeof batchOptionsSchema>;

/** What an empty query means. */
export const defaultOptions: BatchOptions = batchOptionsSchema.parse({});
