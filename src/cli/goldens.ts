// The bills of a folder and the goldens beside them: names, reading, writing. It renders nothing.

import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from './command.ts';
import { writeWhole } from './output.ts';

export interface NamedBill {
  /** Path without extension below the folder; of a line of NDJSON with its number: `may.17`. */
  readonly name: string;
  readonly json: string;
}

export interface Golden {
  readonly page: string;
  readonly picture: Uint8Array;
  /** SHA-256 of the PDF in hex. */
  readonly digest: string;
}

const [pageEnd, pictureEnd, digestEnd] = ['.page.json', '.png', '.pdf.sha256'] as const;

/** Every `*.json` and every line of `*.ndjson`, by name; a file is a folder of one. */
export async function listBills(path: string): Promise<readonly NamedBill[]> {
  const { folder, files } = await filesOf(path);
  const bills: NamedBill[] = [];
  for (const file of files) {
    if (file.endsWith(pageEnd) || !/\.(?:json|ndjson)$/.test(file)) continue;
    const text = await readFile(join(folder, file), 'utf8');
    if (file.endsWith('.json')) bills.push({ name: file.slice(0, -'.json'.length), json: text });
    if (file.endsWith('.ndjson')) bills.push(...linesOf(file.slice(0, -'.ndjson'.length), text));
  }
  const names = new Set<string>();
  for (const { name } of bills) {
    if (names.has(name)) throw new UsageError(`Two bills of ${path} would be named ${name}.`);
    names.add(name);
  }
  return bills;
}

function linesOf(stem: string, text: string): readonly NamedBill[] {
  return text
    .split('\n')
    .map((json, index) => ({ name: `${stem}.${index + 1}`, json }))
    .filter(({ json }) => json.trim() !== '');
}

async function filesOf(path: string): Promise<{ folder: string; files: readonly string[] }> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new UsageError(`There is no ${path}.`);
  if (found.isFile()) return { folder: dirname(path), files: [basename(path)] };
  const names = await readdir(path, { recursive: true });
  return { folder: path, files: names.map((name) => name.replaceAll('\\', '/')).toSorted() };
}

/** Names of goldens in the folder, whether or not their bill is there. */
export async function listGoldens(folder: string): Promise<readonly string[]> {
  const { files } = await filesOf(folder);
  return files
    .filter((file) => file.endsWith(pageEnd))
    .map((file) => file.slice(0, -pageEnd.length));
}

/** Undefined where a part of it is missing: then it was never accepted as a whole. */
export async function readGolden(folder: string, name: string): Promise<Golden | undefined> {
  const stem = join(folder, name);
  try {
    const [page, picture, digest] = await Promise.all([
      readFile(stem + pageEnd, 'utf8'),
      readFile(stem + pictureEnd),
      readFile(stem + digestEnd, 'utf8'),
    ]);
    return { page, picture, digest: digest.slice(0, digest.indexOf(' ')) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The digest is written as `sha256sum` writes it, so that it can be checked without tolem. */
export async function writeGolden(folder: string, name: string, golden: Golden): Promise<void> {
  const stem = join(folder, name);
  const line = `${golden.digest}  ${basename(name)}.pdf\n`;
  await writeWhole(stem + pictureEnd, golden.picture);
  await writeWhole(stem + digestEnd, new TextEncoder().encode(line));
  await writeWhole(stem + pageEnd, new TextEncoder().encode(golden.page));
}

export async function removeGolden(folder: string, name: string): Promise<void> {
  for (const end of [pageEnd, pictureEnd, digestEnd]) {
    await rm(join(folder, name) + end, { force: true });
  }
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
