// One volume against the rows of the manifest: the file's digest, then page by page what stands
// where, so that a wrong file is not only refused but understood.

import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UnreadablePdf } from '../draw/object-table.ts';
import { contentDigests } from '../draw/page-content.ts';
import { pageTexts } from '../draw/page-text.ts';
import type { Finding } from './finding.ts';
import type { ManifestVolume } from './manifest-schema.ts';
import type { SheetRow } from './sheet-row.ts';

export async function verifyVolume(
  folder: string,
  volume: ManifestVolume,
  rows: readonly SheetRow[],
): Promise<readonly Finding[]> {
  // A volume whose bills were all rejected has no file.
  if (volume.pages === 0) return [];
  const { file } = volume;
  const bytes = await readFile(join(folder, file)).catch(() => undefined);
  if (bytes === undefined) return [{ file, message: 'The file is not there.' }];
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

/** Two sheets may be equal, such as copies of a bill; otherwise digests tell pages apart. */
function* checkPages(
  file: string,
  count: number,
  digests: readonly string[],
  rows: readonly SheetRow[],
): Generator<Finding> {
  if (digests.length !== count) {
    yield { file, message: `The file has ${digests.length} pages; ${count} were sealed.` };
  }
  const sheetOf = new Map(rows.map(({ digest, sequence }) => [digest, sequence]));
  const pagesOf = Map.groupBy(digests.keys(), (index) => digests[index]);
  for (const { page, sequence, digest } of rows) {
    const found = digests[page - 1];
    if (found === digest) continue;
    const other = found === undefined ? undefined : sheetOf.get(found);
    const stands = other === undefined ? 'something else' : `sheet ${other}`;
    const where = pagesOf.get(digest)?.map((index) => index + 1) ?? [];
    const now = where.length === 0 ? 'is nowhere' : `is page ${where.join(' and ')}`;
    yield { file, page, message: `Here is ${stands}; sheet ${sequence} ${now}.` };
  }
  const expected = Map.groupBy(rows, ({ digest }) => digest);
  for (const [digest = '', indexes] of pagesOf) {
    const sequence = sheetOf.get(digest);
    if (sequence === undefined || indexes.length <= (expected.get(digest)?.length ?? 0)) continue;
    const pages = indexes.map((index) => index + 1).join(' and ');
    yield { file, message: `Sheet ${sequence} is there ${indexes.length} times: pages ${pages}.` };
  }
}

/** Who holds the paper reads the account: the text layer must have it on the page of its row. */
async function checkTexts(
  file: string,
  bytes: Uint8Array,
  rows: readonly SheetRow[],
): Promise<readonly Finding[]> {
  const accounts = new Map(rows.map(({ page, account }) => [page, account]));
  const findings: Finding[] = [];
  let page = 0;
  for await (const text of pageTexts(bytes)) {
    page += 1;
    const account = accounts.get(page);
    if (account === undefined || text.replaceAll(/\s/g, '').includes(account)) continue;
    findings.push({ file, page, message: 'The account of this sheet is not on this page.' });
  }
  return findings;
}
