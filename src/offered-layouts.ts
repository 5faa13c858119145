// The layouts as callers see them: the catalogue together with the samples folder. It renders
// nothing and resolves nothing; findLayout does.

import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { LayoutCatalogue, LayoutSummary } from './http/layout-catalogue.ts';
import { type Catalogue, findLayout, nearestIds } from './layout/catalogue.ts';
import type { LayoutPackage } from './layout/package.ts';
import { layoutSchema } from './layout/schema.ts';

/** The sample of a layout is `samples/<id>/typical.json`, else the first of its folder. */
export async function offerLayouts(
  catalogue: Catalogue,
  samplesDir: string,
): Promise<LayoutCatalogue> {
  const ids = new Set(catalogue.layouts.map(({ file }) => file.id));
  const samples = new Map<string, unknown>();
  for (const id of ids) samples.set(id, await readSample(`${samplesDir}/${id}`));
  const schema = z.toJSONSchema(layoutSchema, { io: 'input' });
  return {
    list: () => summariesOf(catalogue),
    get(id) {
      const found = findLayout(catalogue, id);
      if (!found.ok) return undefined;
      const sample = samples.get(found.value.file.id);
      return { ...summaryOf(found.value), schema, ...(sample !== undefined && { sample }) };
    },
    nearest: (id) => nearestIds(catalogue, id.split('@', 1)[0] ?? ''),
  };
}

/** The samples as bills in JSON text. */
export function samplesOf(layouts: LayoutCatalogue): readonly string[] {
  const references = layouts.list().map(({ id, revision }) => `${id}@${revision}`);
  const samples = references.map((reference) => layouts.get(reference)?.sample);
  return samples.filter((sample) => sample !== undefined).map((sample) => JSON.stringify(sample));
}

export function summariesOf(catalogue: Catalogue): readonly LayoutSummary[] {
  return catalogue.layouts.map(summaryOf);
}

function summaryOf({ file }: LayoutPackage): LayoutSummary {
  const { id, revision, languages, valid } = file;
  const { kk, ru, en } = file.title;
  return {
    id,
    revision,
    title: { kk, ru, ...(en !== undefined && { en }) },
    languages,
    validFrom: valid.from,
    ...(valid.to !== undefined && { validTo: valid.to }),
  };
}

async function readSample(folder: string): Promise<unknown> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json')).toSorted();
  const chosen = files.find((name) => name === 'typical.json') ?? files[0];
  if (chosen === undefined) return undefined;
  return JSON.parse(await readFile(`${folder}/${chosen}`, 'utf8'));
}
