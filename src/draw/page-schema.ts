// The page model as a schema: what readers of it may rely on. The JSON Schema that is published is
// made from this; writing the model is page-model.ts's.

import { z } from 'zod';
import type { Role } from '../typeset/page.ts';

/** Raise it when a key changes its name, place or meaning; new keys do not count. */
export const pageModelSchema = 'tolem.page/1';

const roles = [
  'title',
  'heading',
  'label',
  'text',
  'cell',
  'header-cell',
  'figure',
  'field',
  'decoration',
] as const satisfies readonly Role[];

const points = z.number().describe('Points from the top left corner, y growing downwards.');
const extent = z.number().describe('Points.');
const gray = z.number().min(0).max(1).describe('0 is full black, 1 is white paper.');
const stroke = z.object({ width: extent, gray });

const placed = {
  role: z.enum(roles).describe('What the item is for the reader.'),
  source: z.string().describe('file:line of the layout that made the item.'),
  x: points,
  y: points,
};

const origin = {
  field: z
    .array(z.string())
    .optional()
    .describe('Where the bill says it: JSON pointers (RFC 6901) of the values it was made from.'),
  label: z.string().optional().describe('The fixed word of the layout that it is or begins with.'),
  table: z.string().optional().describe('The table that it stands in.'),
  column: z.string().optional().describe('The column of the table that it begins in.'),
  form: z.string().optional().describe('The static part that the item belongs to.'),
};

const text = z.object({
  kind: z.literal('text'),
  ...placed,
  width: extent,
  face: z.string(),
  size: extent,
  gray,
  text: z.string().describe('What is printed and what a reader copies.'),
  lang: z.string().optional().describe('BCP 47 tag; absent for figures and plain texts.'),
  spoken: z.string().optional().describe('What a screen reader says instead.'),
  ...origin,
});

const rect = z.object({
  kind: z.literal('rect'),
  ...placed,
  width: extent,
  height: extent,
  fill: gray.optional(),
  stroke: stroke.optional().describe('Runs inside the rectangle.'),
  ...origin,
});

const line = z.object({
  kind: z.literal('line'),
  ...placed,
  x2: points,
  y2: points,
  width: extent,
  gray,
  dash: z.array(extent).describe('Lengths on and off by turns.'),
  roundCaps: z.boolean(),
  ...origin,
});

const path = z.object({
  kind: z.literal('path'),
  ...placed,
  scale: z.number(),
  fill: gray.optional(),
  stroke: stroke.optional(),
  segments: z.array(z.array(z.union([z.string(), z.number()]))),
  ...origin,
});

const image = z.object({
  kind: z.literal('image'),
  ...placed,
  width: extent,
  height: extent,
  image: z.string().describe('Its name in the layout.'),
  alt: z.string(),
  ...origin,
});

const code = z.object({
  kind: z.literal('code'),
  ...placed,
  width: extent,
  height: extent,
  symbology: z.string(),
  columns: z.int().describe('Modules across.'),
  rows: z.int().describe('Modules down; 1 for a linear code.'),
  payload: z.string().describe('What a scanner reads.'),
  alt: z.string(),
  ...origin,
});

const column = z.object({
  column: z.string(),
  x: points,
  width: extent,
  takesRest: z.boolean().optional().describe('Its width is what the other columns leave.'),
});

const table = z.object({
  table: z.string(),
  source: z.string(),
  x: points,
  y: points,
  width: extent,
  height: extent,
  columns: z.array(column).describe('Those that are shown, from left to right.'),
});

const warning = z.object({
  code: z.string(),
  message: z.string(),
  pointer: z.string().optional(),
  source: z.string().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});

/** Keys that it does not name are dropped when it reads: they may come without a new number. */
export const pageSchema = z.object({
  schema: z.literal(pageModelSchema),
  layout: z.string().describe('With its revision: id@revision.'),
  language: z.string(),
  rung: z.union([z.string(), z.number()]).describe('The rung of the ladder the page is set on.'),
  unit: z.literal('pt'),
  width: extent,
  height: extent,
  items: z
    .array(z.discriminatedUnion('kind', [text, rect, line, path, image, code]))
    .describe('In the order in which they are painted.'),
  tables: z.array(table).optional().describe('Where the columns of tables stand.'),
  warnings: z.array(warning),
});

export type PageModel = z.infer<typeof pageSchema>;
export type PageTable = NonNullable<PageModel['tables']>[number];
export type PageItem = PageModel['items'][number];
