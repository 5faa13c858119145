// The skeleton of a layout → files of a new one. Fills in what differs; it judges no layout.

import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from './command.ts';

/** A phrase; English only where it is offered. */
export interface Title {
  readonly kk: string;
  readonly ru: string;
  readonly en?: string;
}

export interface Order {
  readonly id: string;
  /** YYYY-MM: from when the layout is valid, and what its sample bills. */
  readonly month: string;
  readonly languages: readonly string[];
  /** Without one, the title of the shared labels is printed. */
  readonly title?: Title;
}

export interface Folders {
  readonly layoutsDir: string;
  readonly samplesDir: string;
}

export interface Made {
  readonly folder: string;
  /** Names in the folder. */
  readonly files: readonly string[];
  /** Path of the sample, the only file of its folder. */
  readonly sample: string;
  readonly bill: object;
}

/** Beside the layouts, so that whoever keeps their own folder may keep their own skeleton. */
const skeleton = '_skeleton';
const sampleName = 'typical.json';

/** Nothing is ever written over: not a layout, not a revision of it, not its samples. */
export async function requireFree(id: string, { layoutsDir, samplesDir }: Folders): Promise<void> {
  for (const parent of [layoutsDir, samplesDir]) {
    const names = await readdir(parent).catch(() => []);
    const taken = names.find((name) => name === id || name.startsWith(`${id}@`));
    if (taken !== undefined) {
      throw new UsageError(`${join(parent, taken)} is there already. Choose another id.`);
    }
  }
}

export async function makeFromSkeleton(order: Order, folders: Folders): Promise<Made> {
  const from = join(folders.layoutsDir, skeleton);
  const files = ['layout.json', 'bill.hbs', 'README.md'];
  if (order.title !== undefined) files.push('labels.json');
  const texts = new Map<string, string>();
  for (const file of [...files, sampleName]) {
    texts.set(file, fill(await readSkeleton(join(from, file)), order));
  }
  const folder = join(folders.layoutsDir, order.id);
  const sampleFolder = join(folders.samplesDir, order.id);
  const made = {
    folder,
    files,
    sample: join(sampleFolder, sampleName),
    bill: JSON.parse(texts.get(sampleName) ?? '{}'),
  };
  // Outside: a folder that another run has just made is not this run's to take back.
  await mkdir(folder);
  try {
    await mkdir(sampleFolder, { recursive: true });
    for (const [file, text] of texts) {
      await writeFile(join(file === sampleName ? sampleFolder : folder, file), text);
    }
    return made;
  } catch (error) {
    await unmake(made);
    throw error;
  }
}

/** Takes back what makeFromSkeleton made; requireFree has seen that nothing else was there. */
export async function unmake({ folder, sample }: Made): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await rm(dirname(sample), { recursive: true, force: true });
}

async function readSkeleton(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new UsageError(`${path} cannot be read. Copy ${skeleton} from the layouts of tolem.`);
  }
}

/**
 * `{name}` becomes the value. A string of JSON that is nothing but `{name}` becomes the value in
 * JSON, so that it may be a list or an object. Other braces stay.
 */
export function fill(text: string, order: Order): string {
  const { id, languages, month } = order;
  const values = new Map<string, string | readonly string[] | Title>([
    ['id', id],
    ['languages', languages],
    ['language', languages[0] ?? ''],
    ['title', order.title ?? { kk: id, ru: id, ...(languages.includes('en') && { en: id }) }],
  ]);
  return text.replaceAll(/"\{([\w+-]+)\}"|\{([\w+-]+)\}/g, (all, quoted, bare) => {
    const name: string = quoted ?? bare;
    const months = /^month([+-]\d+)?$/.exec(name);
    const value = months === null ? values.get(name) : later(month, Number(months[1] ?? 0));
    if (value === undefined) return all;
    if (quoted !== undefined) return onOneLine(value);
    return Array.isArray(value) ? value.join(', ') : String(value);
  });
}

/** As the formatter wants short lists and objects. */
function onOneLine(value: unknown): string {
  return JSON.stringify(value, undefined, 1)
    .replaceAll(/\n\s*/g, ' ')
    .replace(/^\[ (.*) \]$/, '[$1]');
}

/** `2026-11` and 2 → `2027-01`. */
function later(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
