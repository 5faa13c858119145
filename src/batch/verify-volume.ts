// One volume against the rows of the manifest: the file's digest, then page by page what stands
// where, so that a wrong file is not only refused but understood.

import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { halfTexts } from '../draw/half-text.ts';
import { UnreadablePdf } from '../draw/object-table.ts';
import { contentDigests } from '../draw/page-content.ts';
import { pageTexts } from '../draw/page-text.ts';
import type { Finding } from './finding.ts';
import type { ManifestVolume } from './manifest-schema.ts';
import type { SheetRow } from './sheet-row.ts';
import { unreadable } from './verify-beside.ts';

/** A volume and what was sealed of it. Plain data: it goes to threads. */
export interface SealedSheets {
  /** Of the batch. */
  readonly folder: string;
  readonly volume: ManifestVolume;
  readonly rows: readonly SheetRow[];
}

export async function verifyVolume({
  folder,
  volume,
  rows,
}: SealedSheets): Promise<readonly Finding[]> {
  // A volume whose bills were all rejected has no file.
  if (volume.pages === 0 && rows.length === 0) return [];
  const { file } = volume;
  let bytes: Buffer;
  try {
    bytes = await readFile(join(folder, file));
  } catch (error) {
    return [unreadable(file, error)];
  }
  const findings: Finding[] = [];
  if (bytes.length !== volume.bytes || hash('sha256', bytes, 'hex') !== volume.sha256) {
    findings.push({ file, message: 'The file is not the one that was sealed.' });
  }
  try {
    findings.push(...checkPages(file, volume.pages, contentDigests(bytes), rows));
    findings.push(...(await checkTexts(file, bytes, rows)));
  } catch (error) {
    if (!(error instanceof UnreadablePdf)) throw error;
    findings.push({ file, message: `The file cannot be read: ${error.message}.` });
  }
  return findings;
}

/**
 * Two pages may be equal, such as copies of a bill; otherwise digests tell them apart. A page that
 * holds two sheets has one digest, which both their rows have.
 */
function* checkPages(
  file: string,
  count: number,
  digests: readonly string[],
  rows: readonly SheetRow[],
): Generator<Finding> {
  if (digests.length !== count) {
    yield { file, message: `The file has ${digests.length} pages; ${count} were sealed.` };
  }
  const nameOf = namesOf(rows);
  const pagesOf = Map.groupBy(digests.keys(), (index) => digests[index]);
  for (const { page, sequence, digest } of rows) {
    const found = digests[page - 1];
    if (found === digest) continue;
    const other = found === undefined ? undefined : nameOf.get(found);
    const stands = other?.is ?? 'is something else';
    const where = pagesOf.get(digest)?.map((index) => index + 1) ?? [];
    const now = where.length === 0 ? 'is nowhere' : `is page ${where.join(' and ')}`;
    yield { file, page, message: `Here ${stands}; sheet ${sequence} ${now}.` };
  }
  const expected = Map.groupBy(rows, ({ digest }) => digest);
  for (const [digest = '', indexes] of pagesOf) {
    const name = nameOf.get(digest);
    const sealed = new Set(expected.get(digest)?.map(({ page }) => page));
    if (name === undefined || indexes.length <= sealed.size) continue;
    const pages = indexes.map((index) => index + 1).join(' and ');
    const message = `${name.are} there ${indexes.length} times: pages ${pages}.`;
    yield { file, message };
  }
}

interface PageName {
  /** Behind a place: `is sheet 3`. */
  readonly is: string;
  /** At the beginning: `Sheet 3 is`. */
  readonly are: string;
}

/** By digest: the sheets of a page, the last of several equal ones. */
function namesOf(rows: readonly SheetRow[]): ReadonlyMap<string, PageName> {
  const last = new Map<string, SheetRow[]>();
  for (const row of rows) {
    const others = last.get(row.digest)?.filter(({ page }) => page === row.page) ?? [];
    last.set(row.digest, [...others, row]);
  }
  return new Map(
    [...last].map(([digest, sheets]) => {
      const numbers = sheets.map(({ sequence }) => sequence).join(' and ');
      return sheets.length === 1
        ? [digest, { is: `is sheet ${numbers}`, are: `Sheet ${numbers} is` }]
        : [digest, { is: `are the sheets ${numbers}`, are: `The sheets ${numbers} are` }];
    }),
  );
}

/** Who holds the paper reads the account: the text layer must have it on the page of its row. */
async function checkTexts(
  file: string,
  bytes: Uint8Array,
  rows: readonly SheetRow[],
): Promise<readonly Finding[]> {
  if (rows.some(({ side }) => side !== undefined)) return checkHalves(file, bytes, rows);
  const accounts = new Map(rows.map(({ page, account }) => [page, account]));
  const findings: Finding[] = [];
  let page = 0;
  for await (const text of pageTexts(bytes)) {
    page += 1;
    const account = accounts.get(page);
    if (account === undefined || holds(text, account)) continue;
    findings.push({ file, page, message: 'The account of this sheet is not on this page.' });
  }
  return findings;
}

/** Where two stand on a page, each account must be on its own side. */
async function checkHalves(
  file: string,
  bytes: Uint8Array,
  rows: readonly SheetRow[],
): Promise<readonly Finding[]> {
  const byPage = Map.groupBy(rows, ({ page }) => page);
  const findings: Finding[] = [];
  let page = 0;
  for await (const texts of halfTexts(bytes)) {
    page += 1;
    for (const { account, sequence, side } of byPage.get(page) ?? []) {
      const isThere = side !== undefined && holds(texts[side], account);
      const where = side === undefined ? 'a side of this page' : `the ${side} of this page`;
      const message = `The account of sheet ${sequence} is not on ${where}.`;
      if (!isThere) findings.push({ file, page, message });
    }
  }
  return findings;
}

function holds(text: string, account: string): boolean {
  return text.replaceAll(/\s/g, '').includes(account);
}
