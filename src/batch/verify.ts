// Holds the volumes of a folder against their manifest: files, pages, order, accounts, sums, one
// volume after the other. It trusts nothing but the manifest, and that only as far as it agrees
// with itself.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from './finding.ts';
import { digestFile, isThere } from './folder.ts';
import type { ManifestHead, ManifestVolume } from './manifest-schema.ts';
import { ManifestReader, type SheetRun, UnreadableManifest } from './read-manifest.ts';
import type { SheetRow } from './sheet-row.ts';
import { checkOrder, checkTotals, checkVolumeTotals, inManifest } from './verify-totals.ts';
import { verifyVolume } from './verify-volume.ts';

export interface Verification {
  /** The first of them, if there are very many. */
  readonly findings: readonly Finding[];
  readonly sheets: number;
  readonly volumes: number;
}

export async function verifyFolder(folder: string): Promise<Verification> {
  try {
    const reader = new ManifestReader(join(folder, 'manifest.json'));
    const verifier = new Verifier(folder, reader.head);
    for (const run of reader.runs()) await verifier.take(run);
    return await verifier.finish();
  } catch (error) {
    if (!(error instanceof UnreadableManifest)) throw error;
    const message = 'This is no manifest of this version of tolem.';
    return { findings: [inManifest(message)], sheets: 0, volumes: 0 };
  }
}

/** A manifest that is all wrong has something to find at each of a million sheets. */
const mostFindings = 1000;

class Verifier {
  readonly #folder: string;
  readonly #head: ManifestHead;
  readonly #volumes: ReadonlyMap<number, ManifestVolume>;
  readonly #seen = new Set<number>();
  readonly #findings: Finding[] = [];
  #omitted = 0;
  #sheets = 0;
  #last: SheetRow | undefined;

  constructor(folder: string, head: ManifestHead) {
    this.#folder = folder;
    this.#head = head;
    this.#volumes = new Map(head.volumes.map((volume) => [volume.number, volume]));
  }

  async take({ volume: number, rows }: SheetRun): Promise<void> {
    this.#note(checkOrder(rows, this.#last));
    this.#last = rows.at(-1);
    this.#sheets += rows.length;
    const volume = this.#volumes.get(number);
    if (volume === undefined) {
      this.#note([inManifest(`Sheets name a volume ${number}, which is not there.`)]);
    } else if (this.#seen.has(number)) {
      this.#note([inManifest(`The sheets of volume ${number} do not stand together.`)]);
    } else await this.#check(volume, rows);
  }

  async finish(): Promise<Verification> {
    const { volumes } = this.#head;
    for (const volume of volumes) {
      if (!this.#seen.has(volume.number)) await this.#check(volume, []);
    }
    this.#note(checkTotals(this.#head));
    this.#note(await checkProof(this.#folder, this.#head.proof));
    this.#note(await strangers(this.#folder, volumes));
    const findings = [...this.#findings];
    if (this.#omitted > 0) findings.push(inManifest(`${this.#omitted} more are not told.`));
    return { findings, sheets: this.#sheets, volumes: volumes.length };
  }

  async #check(volume: ManifestVolume, rows: readonly SheetRow[]): Promise<void> {
    this.#seen.add(volume.number);
    this.#note(checkVolumeTotals(this.#head, volume, rows));
    this.#note(await verifyVolume(this.#folder, volume, rows));
  }

  #note(findings: Iterable<Finding>): void {
    for (const finding of findings) {
      if (this.#findings.length < mostFindings) this.#findings.push(finding);
      else this.#omitted += 1;
    }
  }
}

/** Its sheets are those of volumes, which are read page by page; here the file is enough. */
async function checkProof(folder: string, proof: ManifestHead['proof']): Promise<Finding[]> {
  if (proof === undefined) return [];
  const { file, bytes, sha256 } = proof;
  const path = join(folder, file);
  if (!(await isThere(path))) return [{ file, message: 'The file is not there.' }];
  const found = await digestFile(path);
  if (found.bytes === bytes && found.sha256 === sha256) return [];
  return [{ file, message: 'The file is not the one that was sealed.' }];
}

/** A volume too many would be printed like the others. */
async function strangers(
  folder: string,
  volumes: readonly ManifestVolume[],
): Promise<readonly Finding[]> {
  const known = new Set(volumes.filter(({ pages }) => pages > 0).map(({ file }) => file));
  const names = await readdir(join(folder, 'volumes')).catch(() => []);
  const files = names.filter((name) => name.endsWith('.pdf')).map((name) => `volumes/${name}`);
  return files
    .filter((file) => !known.has(file))
    .toSorted()
    .map((file) => ({ file, message: 'The manifest does not know this file.' }));
}
