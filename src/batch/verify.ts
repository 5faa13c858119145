// Holds the volumes of a folder against their manifest: files, pages, order, accounts, sums. It
// trusts nothing but the manifest, and that only as far as it agrees with itself.

import { join } from 'node:path';
import { TaskThreads } from '../worker/task-threads.ts';
import type { Finding } from './finding.ts';
import type { ManifestHead, ManifestVolume } from './manifest-schema.ts';
import { ManifestReader, type SheetRun, UnreadableManifest } from './read-manifest.ts';
import type { SheetRow } from './sheet-row.ts';
import { CsvBeside, checkProof, checkRejects, strangers } from './verify-beside.ts';
import { checkOrder, checkTotals, checkVolumeTotals, inManifest } from './verify-totals.ts';
import { type SealedSheets, verifyVolume } from './verify-volume.ts';

export interface Verification {
  /** The first of them, if there are very many. */
  readonly findings: readonly Finding[];
  readonly sheets: number;
  readonly volumes: number;
}

/** What is found does not depend on the number of threads. With one, this thread does it all. */
export async function verifyFolder(folder: string, threads = 1): Promise<Verification> {
  if (threads <= 1) return verifyWith(folder, { verify: verifyVolume, atOnce: 1 });
  const module = new URL('./verify-thread.ts', import.meta.url);
  const pool = new TaskThreads<SealedSheets, readonly Finding[]>(module, threads);
  try {
    return await verifyWith(folder, { verify: (sheets) => pool.run(sheets), atOnce: threads });
  } finally {
    await pool.close();
  }
}

interface Desk {
  readonly verify: (sheets: SealedSheets) => Promise<readonly Finding[]>;
  /** Volumes. */
  readonly atOnce: number;
}

async function verifyWith(folder: string, desk: Desk): Promise<Verification> {
  try {
    const reader = new ManifestReader(join(folder, 'manifest.json'));
    const verifier = new Verifier(folder, reader.head, desk);
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
  readonly #desk: Desk;
  /** Of volumes in the order of the manifest; no more than are verified at once. */
  readonly #pending: Promise<readonly Finding[]>[] = [];
  readonly #volumes: ReadonlyMap<number, ManifestVolume>;
  readonly #csv: CsvBeside;
  readonly #seen = new Set<number>();
  readonly #findings: Finding[] = [];
  #omitted = 0;
  #sheets = 0;
  #last: SheetRow | undefined;

  constructor(folder: string, head: ManifestHead, desk: Desk) {
    this.#folder = folder;
    this.#desk = desk;
    this.#head = head;
    this.#csv = new CsvBeside(folder);
    this.#volumes = new Map(head.volumes.map((volume) => [volume.number, volume]));
  }

  async take({ volume: number, rows }: SheetRun): Promise<void> {
    const findings = [...checkOrder(rows, this.#last)];
    this.#last = rows.at(-1);
    this.#sheets += rows.length;
    this.#csv.take(rows);
    const volume = this.#volumes.get(number);
    if (volume === undefined) {
      findings.push(inManifest(`Sheets name a volume ${number}, which is not there.`));
    } else if (this.#seen.has(number)) {
      findings.push(inManifest(`The sheets of volume ${number} do not stand together.`));
    } else {
      findings.push(...checkVolumeTotals(this.#head, volume, rows));
      await this.#begin(volume, rows, findings);
      return;
    }
    await this.#settle(0);
    this.#note(findings);
  }

  async finish(): Promise<Verification> {
    const { volumes } = this.#head;
    for (const volume of volumes) {
      if (this.#seen.has(volume.number)) continue;
      await this.#begin(volume, [], [...checkVolumeTotals(this.#head, volume, [])]);
    }
    await this.#settle(0);
    this.#note(checkTotals(this.#head));
    this.#note(this.#csv.finish());
    this.#note(checkRejects(this.#folder, this.#head));
    this.#note(await checkProof(this.#folder, this.#head.proof));
    this.#note(await strangers(this.#folder, volumes));
    const findings = [...this.#findings];
    if (this.#omitted > 0) findings.push(inManifest(`${this.#omitted} more are not told.`));
    return { findings, sheets: this.#sheets, volumes: volumes.length };
  }

  /** `early` is what is known already. */
  async #begin(
    volume: ManifestVolume,
    rows: readonly SheetRow[],
    early: readonly Finding[],
  ): Promise<void> {
    this.#seen.add(volume.number);
    await this.#settle(this.#desk.atOnce - 1);
    const verified = this.#desk.verify({ folder: this.#folder, volume, rows });
    const found = verified.then((late) => [...early, ...late]);
    // It may fail while one before it is waited for; who takes it from the row sees that.
    found.catch(() => {});
    this.#pending.push(found);
  }

  /** Waits until no more than so many volumes are in work. */
  async #settle(most: number): Promise<void> {
    while (this.#pending.length > most) this.#note((await this.#pending.shift()) ?? []);
  }

  #note(findings: Iterable<Finding>): void {
    for (const finding of findings) {
      if (this.#findings.length < mostFindings) this.#findings.push(finding);
      else this.#omitted += 1;
    }
  }
}
