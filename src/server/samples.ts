// The samples folder: one bill a layout, to show it and to warm threads up. It checks none.

import { readdir, readFile } from 'node:fs/promises';

/** By the id of a layout; bills as JSON values. */
export type Samples = ReadonlyMap<string, unknown>;

/** The sample of a layout is `<folder>/<id>/typical.json`, else the first of its folder. */
export async function readSamples(folder: string): Promise<Samples> {
  const ids = (await readdir(folder).catch(() => [])).toSorted();
  const read = await Promise.all(
    ids.map(async (id) => [id, await readSample(`${folder}/${id}`)] as const),
  );
  return new Map(read.filter(([, sample]) => sample !== undefined));
}

async function readSample(folder: string): Promise<unknown> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json')).toSorted();
  const chosen = files.find((name) => name === 'typical.json') ?? files[0];
  if (chosen === undefined) return undefined;
  return JSON.parse(await readFile(`${folder}/${chosen}`, 'utf8'));
}
