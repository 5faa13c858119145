// The layouts folder → packages. The only file of this folder that reads the disk. Every fault of
// every layout is collected: a broken one stops the start, and says all that is broken.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault, failure, type Outcome, success } from '../fault.ts';
import type { VectorImage } from '../typeset/page.ts';
import { type BuildInput, buildPackage, type Given } from './build.ts';
import { parseVectorImage } from './image.ts';
import type { LayoutPackage } from './package.ts';
import type { TemplateSource } from './template.ts';

/** Shared partials, labels, images and base settings; not a layout itself. */
const sharedFolder = '_parts';
/** Folders that are no layouts: the shared parts, the skeleton of new layouts. */
const asidePrefix = '_';

interface Shared {
  readonly base: unknown;
  readonly labels: unknown;
  readonly partials: readonly TemplateSource[];
  readonly images: ReadonlyMap<string, VectorImage>;
}

/** `faces` are the names of fonts/fonts.json. */
export async function loadLayouts(
  folder: string,
  given: Given,
): Promise<Outcome<readonly LayoutPackage[]>> {
  const faults: Fault[] = [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) {
    return failure([broken(folder, 'the folder cannot be read; set TOLEM_LAYOUTS_DIR')]);
  }
  const shared = await readShared(folder, faults);
  const packages: LayoutPackage[] = [];
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  for (const name of names.sort()) {
    if (name.startsWith(asidePrefix)) continue;
    const input = await readPackage(folder, name, { shared, faults });
    if (input === undefined) continue;
    const built = buildPackage(input, given);
    if (built.ok) packages.push(built.value);
    else faults.push(...built.faults);
  }
  if (packages.length === 0 && faults.length === 0) faults.push(broken(folder, 'it has no layout'));
  return faults.length > 0 ? failure(faults) : success(packages);
}

async function readShared(folder: string, faults: Fault[]): Promise<Shared> {
  const path = join(folder, sharedFolder);
  return {
    base: (await readJson(path, `${sharedFolder}/base.json`, 'base.json', faults)) ?? {},
    labels: (await readJson(path, `${sharedFolder}/labels.json`, 'labels.json', faults)) ?? {},
    partials: await readTemplates(path, sharedFolder),
    images: await readImages(join(path, 'images'), `${sharedFolder}/images`, faults),
  };
}

async function readPackage(
  folder: string,
  name: string,
  { shared, faults }: { readonly shared: Shared; readonly faults: Fault[] },
): Promise<BuildInput | undefined> {
  const path = join(folder, name);
  const before = faults.length;
  const settings = await readJson(path, `${name}/layout.json`, 'layout.json', faults);
  const labels = await readJson(path, `${name}/labels.json`, 'labels.json', faults);
  const templates = await readTemplates(path, name);
  const own = await readImages(join(path, 'images'), `${name}/images`, faults);
  const main = templates.find((template) => template.name === 'bill');
  if (main === undefined) faults.push(broken(`${name}/bill.hbs`, 'the file is missing'));
  if (settings === undefined) faults.push(broken(`${name}/layout.json`, 'the file is missing'));
  if (main === undefined || faults.length > before) return undefined;
  const ownPartials = templates.filter((template) => template !== main);
  const replaced = new Set(templates.map((template) => template.name));
  return {
    folder: name,
    base: shared.base,
    settings,
    labels: [shared.labels, labels ?? {}],
    main,
    partials: [...shared.partials.filter((part) => !replaced.has(part.name)), ...ownPartials],
    images: new Map([...shared.images, ...own]),
  };
}

/** Undefined where the file is not there: only some are obligatory. */
async function readJson(
  folder: string,
  source: string,
  name: string,
  faults: Fault[],
): Promise<unknown> {
  const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    faults.push(broken(source, error instanceof Error ? error.message : 'it is not JSON'));
    return undefined;
  }
}

async function readTemplates(folder: string, prefix: string): Promise<TemplateSource[]> {
  return (await readFolder(folder, '.hbs')).map(({ name, text }) => ({
    name,
    file: `${prefix}/${name}.hbs`,
    text,
  }));
}

async function readImages(
  folder: string,
  prefix: string,
  faults: Fault[],
): Promise<ReadonlyMap<string, VectorImage>> {
  const images = new Map<string, VectorImage>();
  for (const { name, text } of await readFolder(folder, '.svg')) {
    const parsed = parseVectorImage(name, text);
    if (parsed.ok) images.set(name, parsed.value);
    else {
      for (const fault of parsed.faults) {
        const source = `${prefix}/${fault.source ?? `${name}.svg`}`;
        faults.push({ ...fault, message: `${source}: ${fault.message}`, source });
      }
    }
  }
  return images;
}

/** Files of one kind in the order of their names, which no locale changes. */
async function readFolder(
  folder: string,
  extension: string,
): Promise<{ name: string; text: string }[]> {
  const files = await readdir(folder).catch(() => []);
  const wanted = files.filter((file) => file.endsWith(extension)).sort();
  return Promise.all(
    wanted.map(async (file) => ({
      name: file.slice(0, -extension.length),
      text: await readFile(join(folder, file), 'utf8'),
    })),
  );
}

function broken(source: string, reason: string): Fault {
  return { code: 'LAYOUT_BROKEN', message: `${source}: ${reason}.`, source };
}
