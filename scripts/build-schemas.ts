// Writes the JSON Schemas of layout.json and labels.json beside the layouts, for editors and for
// layout authors, and that of the page model beside its document; with --check it says which is not
// fresh. The service itself never reads them.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { pageSchema } from '../src/draw/page-schema.ts';
import { isObject } from '../src/layout/merge.ts';
import { labelsSchema, layoutSchema } from '../src/layout/schema.ts';

type Json = Readonly<Record<string, unknown>>;

const root = join(import.meta.dirname, '..');
const folder = join(root, 'layouts');
/** As in biome.json; a comma may follow. */
const lineWidth = 100;
const checkOnly = process.argv.includes('--check');

const schemas = {
  'layouts/layout.schema.json': { of: layoutJsonSchema(), from: 'layout/schema.ts' },
  'layouts/labels.schema.json': { of: labelsJsonSchema(), from: 'layout/schema.ts' },
  'docs/page.schema.json': { of: pageJsonSchema(), from: 'draw/page-schema.ts' },
};

for (const [name, { of, from }] of Object.entries(schemas)) {
  const path = join(root, name);
  const { $schema, ...rest } = of;
  const origin = `Made by scripts/build-schemas.ts from src/${from}: do not edit it.`;
  const text = `${print({ $schema, $comment: origin, ...rest }, '')}\n`;
  if (!checkOnly) writeFileSync(path, text);
  else if (read(path) !== text) {
    console.error(`${name} is not fresh: run node scripts/build-schemas.ts`);
    process.exitCode = 1;
  }
}

/** The root stands at the top and not behind a reference, where editors look for it first. */
function layoutJsonSchema(): Json {
  const { $schema, $defs } = z.toJSONSchema(layoutSchema);
  const base: unknown = JSON.parse(readFileSync(join(folder, '_parts', 'base.json'), 'utf8'));
  const root = relax($defs?.Layout ?? {}, base);
  return { $schema, ...root, title: 'layout.json: what it leaves out, _parts/base.json says' };
}

function labelsJsonSchema(): Json {
  return { ...z.toJSONSchema(labelsSchema), title: 'labels.json: every fixed word of a layout' };
}

/** What is not named may come: readers ignore what they do not know. */
function pageJsonSchema(): Json {
  const title = 'application/vnd.tolem.page+json: a finished page';
  return { ...z.toJSONSchema(pageSchema, { io: 'input' }), title };
}

/**
 * A layout.json is laid over base.json (src/layout/merge.ts): objects merge, lists and values
 * replace. So nothing that the base gives is required of a file, while a list has to be whole.
 */
function relax(schema: Json, base: unknown): Json {
  if (!isObject(base)) return schema;
  const relaxed: Record<string, unknown> = { ...schema };
  const { required, properties, additionalProperties } = schema;
  if (Array.isArray(required)) {
    const left = required.filter((key: string) => !(key in base));
    if (left.length > 0) relaxed.required = left;
    else delete relaxed.required;
  }
  if (isObject(properties)) {
    const entries = Object.entries(properties);
    relaxed.properties = Object.fromEntries(
      entries.map(([key, value]) => [key, isObject(value) ? relax(value, base[key]) : value]),
    );
  }
  if (isObject(additionalProperties)) {
    relaxed.additionalProperties = relax(additionalProperties, anyEntry(base));
  }
  return relaxed;
}

/** The entries of a record as one: a file may change a part of any of them. */
function anyEntry(base: Json): unknown {
  const entries = Object.values(base).filter(isObject);
  return entries.length === 0 ? undefined : Object.assign({}, ...entries);
}

/** As the formatter of the project prints it: lists of single values on one line where they fit. */
function print(value: unknown, indent: string, keyWidth = 0): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const parts = value.map((entry) => print(entry, inner));
    const line = `[${parts.join(', ')}]`;
    const width = indent.length + keyWidth + line.length;
    const fits = width < lineWidth && !value.some(isObject);
    return fits ? line : `[\n${parts.map((part) => inner + part).join(',\n')}\n${indent}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([key, entry]) => `${inner}"${key}": ${print(entry, inner, key.length + 4)}`,
  );
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
