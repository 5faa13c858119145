// What lies beside the volumes, against the manifest: its CSV, the rejects, the proof run, and
// files that it does not know.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from './finding.ts';
import { digestFile, isGone, isThere } from './folder.ts';
import { CsvCheck } from './manifest-csv.ts';
import type { ManifestHead, ManifestVolume } from './manifest-schema.ts';
import { readRows } from './read-rows.ts';
import type { SheetRow } from './sheet-row.ts';

const csv = 'manifest.csv';
const rejects = 'rejects.ndjson';

/** Reads along with the manifest: a million rows are in memory nowhere. */
export class CsvBeside {
  readonly #check: CsvCheck | undefined;
  readonly #early: Finding[] = [];

  constructor(folder: string) {
    this.#check = this.#read(() => new CsvCheck(textsIn(join(folder, csv))));
  }

  take(rows: readonly SheetRow[]): void {
    if (this.#early.length === 0) this.#read(() => this.#check?.take(rows));
  }

  finish(): readonly Finding[] {
    if (this.#early.length > 0) return this.#early;
    const line = this.#read(() => this.#check?.finish());
    if (this.#early.length > 0) return this.#early;
    if (line === undefined) return [];
    return [{ file: csv, message: `Line ${line} is not as in manifest.json.` }];
  }

  #read<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.#early.push(unreadable(csv, error));
      return undefined;
    }
  }
}

export function checkRejects(folder: string, { rejected }: ManifestHead): readonly Finding[] {
  try {
    let count = 0;
    for (const _ of textsIn(join(folder, rejects))) count += 1;
    if (count === rejected) return [];
    const message = `The file has ${count} rejects; the manifest says ${rejected}.`;
    return [{ file: rejects, message }];
  } catch (error) {
    return [unreadable(rejects, error)];
  }
}

/** Its sheets are those of volumes, which are read page by page; here the file is enough. */
export async function checkProof(
  folder: string,
  proof: ManifestHead['proof'],
): Promise<readonly Finding[]> {
  const file = 'proof.pdf';
  const path = join(folder, file);
  const isHere = await isThere(path);
  if (proof === undefined) return isHere ? [stranger(file)] : [];
  if (!isHere) return [{ file, message: 'The file is not there.' }];
  const found = await digestFile(path);
  if (found.bytes === proof.bytes && found.sha256 === proof.sha256) return [];
  return [{ file, message: 'The file is not the one that was sealed.' }];
}

/** A volume too many would be printed like the others. */
export async function strangers(
  folder: string,
  volumes: readonly ManifestVolume[],
): Promise<readonly Finding[]> {
  const known = new Set(volumes.filter(({ pages }) => pages > 0).map(({ file }) => file));
  const names = await readdir(join(folder, 'volumes')).catch(() => []);
  const files = names.filter((name) => name.endsWith('.pdf')).map((name) => `volumes/${name}`);
  return files
    .filter((file) => !known.has(file))
    .toSorted()
    .map(stranger);
}

function stranger(file: string): Finding {
  return { file, message: 'The manifest does not know this file.' };
}

function* textsIn(path: string): Generator<string> {
  for (const { text } of readRows(path)) yield text;
}

/** Whatever it is, the file does not say what the manifest says. */
export function unreadable(file: string, error: unknown): Finding {
  return { file, message: isGone(error) ? 'The file is not there.' : 'The file cannot be read.' };
}
