// Holds the volumes of a folder against their manifest: files, pages, order, accounts, sums. It
// trusts nothing but the manifest, and that only as far as it agrees with itself.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { moneyText, parseMoney } from '../bill/money.ts';
import type { Finding } from './finding.ts';
import { digestFile, isThere } from './folder.ts';
import { type ManifestHead, type ManifestVolume, manifestSchema } from './manifest-schema.ts';
import { batchChain, rowText, type SheetRow, volumeChain } from './sheet-row.ts';
import { verifyVolume } from './verify-volume.ts';

export interface Verification {
  readonly findings: readonly Finding[];
  readonly sheets: number;
  readonly volumes: number;
}

export async function verifyFolder(folder: string): Promise<Verification> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8');
  const reading = manifestSchema.safeParse(JSON.parse(text));
  if (!reading.success) {
    const message = 'This is no manifest of this version of tolem.';
    return { findings: [inManifest(message)], sheets: 0, volumes: 0 };
  }
  const { sheets, ...head } = reading.data;
  const byVolume = Map.groupBy(sheets, ({ volume }) => volume);
  const findings = [...checkOrder(sheets), ...checkTotals(head, byVolume)];
  for (const volume of head.volumes) {
    findings.push(...(await verifyVolume(folder, volume, byVolume.get(volume.number) ?? [])));
  }
  findings.push(...(await checkProof(folder, head.proof)));
  findings.push(...(await strangers(folder, head.volumes)));
  return { findings, sheets: sheets.length, volumes: head.volumes.length };
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

/** Sequence numbers only rise, and pages of a volume with them. Gaps are late rejects. */
function* checkOrder(rows: readonly SheetRow[]): Generator<Finding> {
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    if (before === undefined) continue;
    const isNext =
      row.sequence > before.sequence &&
      (row.volume > before.volume || (row.volume === before.volume && row.page > before.page));
    if (!isNext) yield inManifest(`Sheet ${row.sequence} stands after sheet ${before.sequence}.`);
  }
}

function* checkTotals(
  head: ManifestHead,
  byVolume: ReadonlyMap<number, readonly SheetRow[]>,
): Generator<Finding> {
  const chain = batchChain(head.batch);
  for (const volume of head.volumes) {
    yield* checkVolumeTotals(head, volume, byVolume.get(volume.number) ?? []);
    chain.add(volume.chain);
  }
  if (chain.head !== head.chain) yield inManifest('The chain over the volumes does not close.');
  const { volumes } = head;
  const sum = (value: (volume: ManifestVolume) => number) =>
    volumes.reduce((total, volume) => total + value(volume), 0);
  yield* compare(
    'sheets of the batch',
    head.sheetCount,
    sum(({ sheets }) => sheets),
  );
  yield* compare(
    'bills of the batch',
    head.bills,
    sum(({ bills }) => bills),
  );
  const amount = sum((volume) => parseMoney(volume.amount) ?? Number.NaN);
  yield* compare('amount of the batch', head.amount, moneyText(amount));
  yield* compare('lines of the batch', head.lines, head.accepted + head.rejected);
  yield* compare('accepted bills', head.accepted, head.bills);
  const known = new Set(volumes.map(({ number }) => number));
  for (const number of byVolume.keys()) {
    if (!known.has(number)) yield inManifest(`Sheets name a volume ${number}, which is not there.`);
  }
}

function* checkVolumeTotals(
  { batch }: ManifestHead,
  volume: ManifestVolume,
  rows: readonly SheetRow[],
): Generator<Finding> {
  const chain = volumeChain(batch, volume.number);
  const bills = rows.filter(({ copy }) => copy === 1);
  let amount = 0;
  for (const row of rows) chain.add(rowText(row));
  for (const row of bills) amount += parseMoney(row.amount) ?? Number.NaN;
  const place = `volume ${volume.number}`;
  if (chain.head !== volume.chain) yield inManifest(`The chain of ${place} does not close.`);
  yield* compare(`sheets of ${place}`, volume.sheets, rows.length);
  yield* compare(`bills of ${place}`, volume.bills, bills.length);
  yield* compare(`amount of ${place}`, volume.amount, moneyText(amount));
}

function* compare<T extends string | number>(what: string, told: T, found: T): Generator<Finding> {
  if (told !== found) yield inManifest(`The ${what}: ${told} is written, ${found} is right.`);
}

function inManifest(message: string): Finding {
  return { file: 'manifest.json', message };
}
