// The shape of manifest.json: what is written, published and read again by verification.

import { z } from 'zod';
import { batchOptionsSchema } from './options.ts';
import { sheetRowSchema } from './sheet-row.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

export const manifestVolumeSchema = z
  .strictObject({
    number: z.int().min(1),
    file: z
      .string()
      .regex(/^volumes\/\d{4,}\.pdf$/)
      .describe('From the folder of the manifest.'),
    firstSequence: z.int().min(1),
    pages: count.describe('Of the PDF: the paper that it takes, separators included.'),
    sheets: count.describe('Bills printed, copies counted; separators are not among them.'),
    bills: count,
    amount: z.string().describe('Sum of the bills, each once whatever its copies.'),
    bytes: count,
    sha256: digest,
    chain: digest.describe('Head of the hash chain over the rows of its sheets.'),
  })
  .meta({ id: 'ManifestVolume' });

const warningSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
});

const headShape = {
  batch: z.string(),
  date: z.string().describe('Print date of bills that give none, YYYY-MM-DD.'),
  options: batchOptionsSchema,
  lines: count.describe('accepted + rejected.'),
  accepted: count,
  rejected: count,
  bills: count,
  sheetCount: count,
  amount: z.string(),
  chain: digest.describe('Head of the hash chain over the heads of the volumes.'),
  volumes: z.array(manifestVolumeSchema),
  proof: z
    .strictObject({ file: z.literal('proof.pdf'), pages: count, bytes: count, sha256: digest })
    .optional()
    .describe('The proof run, if there was one; its sheets are in the volumes too.'),
  warnings: z.array(warningSchema).describe('What the plan is worth knowing for.'),
};

export const manifestSchema = z
  .strictObject({ ...headShape, sheets: z.array(sheetRowSchema) })
  .meta({ id: 'Manifest', description: 'Every sheet of a batch, with totals.' });

export type ManifestVolume = Readonly<z.infer<typeof manifestVolumeSchema>>;
export type ManifestHead = Readonly<Omit<z.infer<typeof manifestSchema>, 'sheets' | 'volumes'>> & {
  readonly volumes: readonly ManifestVolume[];
};
