// A volume with two bills on a press sheet that was tampered with is found out: pages taken out,
// doubled, swapped, and sides.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { batchOptionsSchema } from '../../../src/batch/options.ts';
import { batchChain, rowText, type SheetRow, volumeChain } from '../../../src/batch/sheet-row.ts';
import { verifyFolder } from '../../../src/batch/verify.ts';
import { pageTexts } from '../../../src/draw/page-text.ts';
import { aFolder, billLines, print } from '../../support/batch.ts';
import { changePages, copyOf } from '../../support/tamper.ts';

const whole = mkdtempSync(join(tmpdir(), 'tolem-two-up-'));
const asSent = batchOptionsSchema.parse({ sort: 'as-sent', twoUp: 'a3', volumeSheets: 5 });

before(async () => {
  process.once('exit', () => rmSync(whole, { recursive: true }));
  await print(whole, billLines(9), asSent);
});

describe('pages', () => {
  check('one taken out', (kids) => kids.toSpliced(1, 1), [
    'The file has 2 pages; 3 were sealed.',
    'page 2: Here is sheet 3; sheet 2 is nowhere.',
    'page 2: Here is sheet 3; sheet 5 is nowhere.',
    'page 3: Here is something else; sheet 3 is page 2.',
    'page 2: The account of sheet 5 is not on the right of this page.',
  ]);
  check('one doubled', (kids) => kids.with(2, kids[0] ?? ''), [
    'page 3: Here are the sheets 1 and 4; sheet 3 is nowhere.',
    'The sheets 1 and 4 are there 2 times: pages 1 and 3.',
    'page 3: The account of sheet 3 is not on the left of this page.',
  ]);
  check('two swapped', ([a = '', b = '', ...rest]) => [b, a, ...rest], [
    'page 1: Here are the sheets 2 and 5; sheet 1 is page 2.',
    'page 1: Here are the sheets 2 and 5; sheet 4 is page 2.',
    'page 2: Here are the sheets 1 and 4; sheet 5 is page 1.',
    'page 1: The account of sheet 1 is not on the left of this page.',
  ]);

  function check(
    what: string,
    change: (kids: readonly string[]) => readonly string[],
    expected: readonly string[],
  ): void {
    test(what, async (t) => {
      const folder = copyOf(whole, t);
      changePages(join(folder, 'volumes/0001.pdf'), change);
      await expectFindings(folder, expected);
    });
  }
});

describe('sides', () => {
  test('swapped on the paper', async (t) => {
    // Without numbers a sheet of 3 and 1 is one of 1 and 3 with its sides swapped.
    const options = { ...asSent, numbers: false };
    const [a, b, c, d] = billLines(4);
    const [folder, other] = [aFolder(t), aFolder(t)];
    await print(folder, [a, b, c, d].map(String), options);
    await print(other, [c, d, a, b].map(String), options);
    cpSync(join(other, 'volumes/0001.pdf'), join(folder, 'volumes/0001.pdf'));
    const pages = await Array.fromAsync(pageTexts(readFileSync(join(folder, 'volumes/0001.pdf'))));
    assert.match(pages[0] ?? '', /000000003.*000000001/s);
    await expectFindings(folder, [
      'The file is not the one that was sealed.',
      'page 1: Here is something else; sheet 1 is nowhere.',
      'page 1: The account of sheet 1 is not on the left of this page.',
      'page 1: The account of sheet 3 is not on the right of this page.',
      'page 2: The account of sheet 4 is not on the right of this page.',
    ]);
  });

  test('swapped in a manifest whose chains were made anew', async (t) => {
    const folder = copyOf(whole, t);
    rewrite(folder, (row) => ({
      ...row,
      ...(row.sequence === 1 && { account: '000000004' }),
      ...(row.sequence === 4 && { account: '000000001' }),
    }));
    const { findings } = await verifyFolder(folder);
    assert.deepEqual(findings.map(inWords), [
      'page 1: The account of sheet 1 is not on the left of this page.',
      'page 1: The account of sheet 4 is not on the right of this page.',
      // Of the CSV, which was forgotten.
      'Line 2 is not as in manifest.json.',
    ]);
  });

  test('of a pile that does not count on', async (t) => {
    const folder = copyOf(whole, t);
    rewrite(folder, ({ side, ...row }) => ({ ...row, side: side === 'left' ? 'right' : 'left' }));
    await expectFindings(folder, [
      'Sheet 4 stands after sheet 3.',
      'page 1: The account of sheet 1 is not on the right of this page.',
    ]);
  });
});

/** The manifest with other rows and chains that close. */
function rewrite(folder: string, change: (row: SheetRow) => SheetRow): void {
  const path = join(folder, 'manifest.json');
  const [head = '', ...lines] = readFileSync(path, 'utf8').split('\n');
  const manifest: { sheets: SheetRow[] } = JSON.parse(readFileSync(path, 'utf8'));
  const rows = manifest.sheets.map(change);
  let changed = head;
  const batch = batchChain('V');
  for (const [number, old = ''] of [1, 2].map(
    (volume) => [volume, head.match(/"chain":"([0-9a-f]+)"/g)?.[volume]] as const,
  )) {
    const chain = volumeChain('V', number);
    for (const row of rows.filter(({ volume }) => volume === number)) chain.add(rowText(row));
    batch.add(chain.head);
    changed = changed.replace(old, `"chain":"${chain.head}"`);
  }
  changed = changed.replace(/"chain":"[0-9a-f]+","volumes"/, `"chain":"${batch.head}","volumes"`);
  const texts = rows.map((row, index) => rowText(row) + (index < rows.length - 1 ? ',' : ''));
  writeFileSync(path, [changed, ...texts, ...lines.slice(rows.length)].join('\n'));
}

async function expectFindings(folder: string, expected: readonly string[]): Promise<void> {
  const lines = (await verifyFolder(folder)).findings.map(inWords);
  for (const line of expected) assert.ok(lines.includes(line), `${line}\n${lines.join('\n')}`);
}

function inWords({ page, message }: { page?: number; message: string }): string {
  return `${page === undefined ? '' : `page ${page}: `}${message}`;
}
