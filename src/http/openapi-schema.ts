// The shapes of the contract as OpenAPI components, from the zod schemas that the program uses.

import { z } from 'zod';
import { manifestSchema } from '../batch/manifest-schema.ts';
import { reprintRequestSchema } from '../batch/selection.ts';
import { billSchema } from '../bill/schema.ts';
import { pageSchema } from '../draw/page-schema.ts';
import { batchListSchema, batchSchema } from './batch-view.ts';
import { problemSchema } from './problem.ts';
import { warningSchema } from './warning.ts';

/** JSON Schema 2020-12, the dialect of OpenAPI 3.1. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Everything that `ref` can name. */
export function componentSchemas(): Record<string, JsonSchema> {
  const schemas = [
    billSchema,
    problemSchema,
    verdictSchema,
    batchListSchema,
    batchSchema,
    manifestSchema,
    reprintRequestSchema,
    layoutListSchema,
    layoutSchema,
  ];
  const definitions = schemas.map((schema) => toJsonSchema(schema).$defs);
  const { $schema: _, ...page } = toJsonSchema(pageSchema);
  return JSON.parse(
    JSON.stringify(Object.assign({ PageModel: page }, ...definitions)).replaceAll(
      '#/$defs/',
      '#/components/schemas/',
    ),
  );
}

export function ref(component: string): JsonSchema {
  return { $ref: `#/components/schemas/${component}` };
}

/** A field of a query as its parameter's schema; a number arrives as text, so what it becomes. */
export function parameterSchema(field: z.ZodType): JsonSchema {
  const { $schema: _, description: __, ...schema } = z.toJSONSchema(field, { io: 'output' });
  return schema;
}

const verdictSchema = z
  .strictObject({
    ok: z.boolean().describe('Whether POST /v1/bills would give a document.'),
    errors: problemSchema.shape.faults,
    warnings: z.array(warningSchema),
  })
  .meta({ id: 'Verdict' });

const summaryShape = {
  id: z.string(),
  revision: z.int().min(1),
  title: z.strictObject({ kk: z.string(), ru: z.string(), en: z.string().optional() }),
  languages: z.array(z.string()),
  digest: z.string().describe('SHA-256 of the layout; it differs where paper may.'),
  validFrom: z.string().optional().describe('First billing period, YYYY-MM.'),
  validTo: z.string().optional().describe('Last billing period, YYYY-MM.'),
};

const layoutListSchema = z
  .strictObject({ layouts: z.array(z.strictObject(summaryShape).meta({ id: 'LayoutSummary' })) })
  .meta({ id: 'LayoutList' });

const layoutSchema = z
  .strictObject({
    ...summaryShape,
    schema: z.record(z.string(), z.unknown()).describe('JSON Schema of layout.json.'),
    sample: z.unknown().describe('A bill that shows the layout.'),
  })
  .meta({ id: 'LayoutDescription' });

// What a caller sends: `io: 'input'`; a transform inside a field has no schema of its own.
function toJsonSchema(schema: z.ZodType) {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}
