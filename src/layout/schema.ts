// The shape of layout.json: strict objects, published as JSON Schema. Millimetres for lengths,
// points for type and strokes. Resolving names to values is edition.ts's.

import { z } from 'zod';
import { noticeEntry, standingNotice } from './schema-notice.ts';

const name = z.string().regex(/^[a-z][A-Za-z0-9-]{0,63}$/);
const mm = z.number().min(-300).max(300);
const points = z.number().min(0).max(100);
const gray = z.number().min(0).max(1);
const period = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

const phrase = z
  .strictObject({ kk: z.string().min(1), ru: z.string().min(1), en: z.string().min(1).optional() })
  .meta({ description: 'One text in Kazakh, Russian and, where offered, English.' });

export const languageChoice = z.enum(['kk-ru', 'kk', 'ru', 'en']);

const align = z.enum(['left', 'right', 'center']);

const style = z
  .strictObject({
    size: points.min(4).describe('Type size in points.'),
    leading: mm.min(0.5).describe('Distance of baselines in millimetres.'),
    face: name.optional().describe('Face of plain values; a key of faces.'),
    first: name.optional().describe('Face of the first language where two are shown.'),
    second: name.optional().describe('Face of the second language.'),
    alone: name.optional().describe('Face where one language is shown.'),
    tone: name.optional().describe('A key of tones.'),
    join: z.enum(['stack', 'inline', 'auto']).optional(),
    align: align.optional(),
    wrap: z.enum(['none', 'words', 'anywhere']).optional(),
    balance: z.boolean().optional(),
    once: z.boolean().optional().describe('Print equal language versions once.'),
    role: z.enum(['title', 'heading', 'label', 'text', 'cell', 'header-cell', 'figure']).optional(),
  })
  .meta({ description: 'How a text is set.' });

const stroke = z.strictObject({ width: points, tone: name });

const columnWidth = z.union([
  z.strictObject({ fixed: mm }),
  z.strictObject({ content: z.literal(true), grow: mm.optional(), max: mm.optional() }),
  z.strictObject({ flex: z.literal(true), min: mm, want: mm }),
  z.strictObject({ optional: z.literal(true), max: mm, spare: mm }),
]);

const column = z
  .strictObject({
    id: name,
    label: z.string().optional().describe('Heading: a key of labels.json.'),
    align: z.enum(['left', 'right', 'center', 'comma']).optional(),
    headingAlign: align.optional(),
    width: columnWidth,
    padLeft: mm.optional(),
    padRight: mm.optional(),
    inlineUpTo: mm.optional(),
    always: z.boolean().optional(),
    band: name.optional().describe('A tone that runs down the whole column.'),
    headStyle: name.optional().describe("Style of the heading, if not the table's."),
    style: name.optional().describe('Style of cells; the style of the table by default.'),
  })
  .meta({ description: 'A column of a table.' });

const table = z.strictObject({
  style: name,
  pad: mm.describe('Left and right of every cell.'),
  headStyle: name.optional(),
  headPad: z.union([mm, name]).optional(),
  headRule: name.optional(),
  groupRule: name.optional(),
  endRule: name.optional(),
  columns: z.array(column).min(1),
  groups: z.array(z.strictObject({ from: name, to: name, label: z.string() })).optional(),
  shrink: z.array(points).optional(),
  floor: points.optional(),
});

const entries = z
  .strictObject({
    bilingual: z.number().int().min(1).describe('In two languages.'),
    alone: z.number().int().min(1).describe('In one language.'),
  })
  .meta({ description: 'Charges, meters, common-house meters and notices, all in all.' });

const rung = z
  .strictObject({
    id: name,
    on: name.optional().describe('The rung whose settings this one changes; the base by default.'),
    silent: z.boolean().optional(),
    changes: z.string().min(1).describe('What the rung does, for the warning to the caller.'),
    upTo: entries.optional().describe('A luxury: tried on bills of at most so many entries.'),
    drops: z.boolean().optional().describe('Droppable blocks may go, least important first.'),
    styles: z.record(name, style.partial()).optional(),
    measures: z.record(name, mm).optional(),
    switches: z.record(name, z.boolean()).optional(),
    columns: z
      .record(name, z.record(name, column.omit({ id: true }).partial()))
      .optional()
      .describe('Changes to columns: table, column, what changes.'),
  })
  .meta({ description: 'One step of the fitting ladder.' });

const centre = z.strictObject({
  name: phrase,
  logo: name.optional(),
  phones: z.array(z.string().min(1)),
  site: z.string().optional(),
  email: z.string().optional(),
  address: phrase.optional(),
});

export const layoutSchema = z
  .strictObject({
    $schema: z.string().optional(),
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
    revision: z.number().int().min(1).max(9999),
    valid: z.strictObject({ from: period, to: period.optional() }),
    title: phrase,
    languages: z.array(languageChoice).min(1),
    account: z.strictObject({
      pattern: z.string().describe('Regular expression of account numbers.'),
      shape: phrase.describe('The same in words, for the fault.'),
    }),
    settlementCentre: centre.optional(),
    page: z.strictObject({
      width: mm,
      height: mm,
      margin: z.strictObject({ top: mm, right: mm, bottom: mm, left: mm }),
      clearance: mm,
    }),
    faces: z.record(name, z.string()).describe('Names used here → keys of fonts/fonts.json.'),
    tones: z.record(name, gray).describe('0 is full black, 1 paper white.'),
    strokes: z.record(name, stroke),
    separator: z.string().describe('Between two languages on one line.'),
    nil: z.strictObject({ text: z.string(), tone: name }).describe('What stands for zero.'),
    styles: z.record(name, style),
    measures: z.record(name, mm),
    switches: z.record(name, z.boolean()),
    tables: z.record(name, table),
    ladder: z.array(rung).min(1),
    rungs: z
      .record(name, rung.omit({ id: true }).partial())
      .optional()
      .describe('Changes to single rungs of the ladder, by their id.'),
    notices: z
      .array(noticeEntry)
      .optional()
      .describe('Standing notices, merged with those of the bill.'),
    sharedNotices: z
      .array(standingNotice)
      .optional()
      .describe('Notices that a layout may take by their id.'),
  })
  .meta({ id: 'Layout', description: 'A layout package: everything of a bill but its text.' });

export type LayoutFile = z.infer<typeof layoutSchema>;
export type StyleFile = z.infer<typeof style>;
export type ColumnFile = z.infer<typeof column>;
export type TableFile = z.infer<typeof table>;
export type RungFile = z.infer<typeof rung>;
export type CentreFile = z.infer<typeof centre>;

/** labels.json: every fixed word of the layout. Keys are dotted names. */
export const labelsSchema = z.record(
  z.string().regex(/^[a-z][A-Za-z0-9.-]*$/),
  z.strictObject({ kk: z.string(), ru: z.string(), en: z.string().optional() }),
);

export type Labels = z.infer<typeof labelsSchema>;
