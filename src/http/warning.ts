// The shape of a warning in answers. It decides nothing.

import { z } from 'zod';
import type { Warning } from '../fault.ts';

export const warningSchema = z
  .strictObject({
    code: z.string(),
    message: z.string(),
    pointer: z.string().optional(),
    source: z.string().optional(),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Warning', description: 'Worth knowing; what was asked for is done all the same.' });

export function viewWarning({ details, ...plain }: Warning): z.infer<typeof warningSchema> {
  return { ...plain, ...(details && { details: { ...details } }) };
}
