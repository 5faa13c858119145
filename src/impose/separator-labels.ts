// The words of a separator sheet, in Kazakh and Russian. They are handed in; this says which.

import { z } from 'zod';

const label = z.strictObject({ kk: z.string().min(1).max(60), ru: z.string().min(1).max(60) });

export const separatorLabelsSchema = z.strictObject({
  house: label,
  route: label,
  postcode: label,
  bills: label,
  sheets: label,
  total: label,
  sequence: label,
  volume: label,
  batch: label,
  continued: label,
  undelivered: label,
});

export type SeparatorLabels = z.output<typeof separatorLabelsSchema>;
export type SeparatorLabel = SeparatorLabels[keyof SeparatorLabels];
