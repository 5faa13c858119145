// A volume that was tampered with is found out: pages taken out, doubled, swapped, and manifests
// that were changed to match.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { batchOptionsSchema } from '../../../src/batch/options.ts';
import { verifyFolder } from '../../../src/batch/verify.ts';
import { billLines, bytesOf, endOf, openIn } from '../../support/batch.ts';
import { changePages, copyOf } from '../../support/tamper.ts';

const whole = mkdtempSync(join(tmpdir(), 'tolem-verify-'));

before(async () => {
  const opened = await openIn(whole);
  const options = batchOptionsSchema.parse({ volumeSheets: 5, proof: 3 });
  const source = bytesOf(billLines(8).join('\n'));
  await opened.batches.submit({ id: 'V', options, today: '2026-11-06', source });
  await endOf(opened, 'V');
  await opened.close();
  process.once('exit', () => rmSync(whole, { recursive: true }));
});

describe('a batch as it was sealed', () => {
  test('has nothing to find', async () => {
    assert.deepEqual(await verifyFolder(whole), { findings: [], sheets: 8, volumes: 2 });
  });
});

test('several threads find the same, in the same order', async (t) => {
  const folder = copyOf(whole, t);
  changePages(join(folder, 'volumes/0001.pdf'), (kids) => kids.toSpliced(1, 1));
  changePages(join(folder, 'volumes/0002.pdf'), (kids) => kids.toReversed());
  const alone = await verifyFolder(folder);
  assert.ok(new Set(alone.findings.map(({ file }) => file)).size === 2);
  assert.deepEqual(await verifyFolder(folder, 2), alone);
});

describe('pages', () => {
  check('one taken out', (kids) => kids.toSpliced(1, 1), [
    'volumes/0001.pdf: The file is not the one that was sealed.',
    'volumes/0001.pdf: The file has 4 pages; 5 were sealed.',
    'volumes/0001.pdf: page 2: Here is sheet 3; sheet 2 is nowhere.',
    'volumes/0001.pdf: page 3: Here is sheet 4; sheet 3 is page 2.',
  ]);
  check('one doubled', (kids) => kids.with(4, kids[0] ?? ''), [
    'volumes/0001.pdf: The file is not the one that was sealed.',
    'volumes/0001.pdf: page 5: Here is sheet 1; sheet 5 is nowhere.',
    'volumes/0001.pdf: Sheet 1 is there 2 times: pages 1 and 5.',
    'volumes/0001.pdf: page 5: The account of this sheet is not on this page.',
  ]);
  check('two swapped', ([a = '', b = '', ...rest]) => [b, a, ...rest], [
    'volumes/0001.pdf: The file is not the one that was sealed.',
    'volumes/0001.pdf: page 1: Here is sheet 2; sheet 1 is page 2.',
    'volumes/0001.pdf: page 2: Here is sheet 1; sheet 2 is page 1.',
    'volumes/0001.pdf: page 1: The account of this sheet is not on this page.',
    'volumes/0001.pdf: page 2: The account of this sheet is not on this page.',
  ]);

  function check(
    what: string,
    change: (kids: readonly string[]) => readonly string[],
    expected: readonly string[],
  ): void {
    test(what, async (t) => {
      const folder = copyOf(whole, t);
      changePages(join(folder, 'volumes/0001.pdf'), change);
      const { findings } = await verifyFolder(folder);
      const lines = findings.map(inWords);
      for (const line of expected) assert.ok(lines.includes(line), `${line}\n${lines.join('\n')}`);
    });
  }
});

describe('files', () => {
  test('a volume too many', async (t) => {
    const folder = copyOf(whole, t);
    cpSync(join(folder, 'volumes/0001.pdf'), join(folder, 'volumes/0003.pdf'));
    await expectFindings(folder, ['volumes/0003.pdf: The manifest does not know this file.']);
  });

  test('a volume that is gone', async (t) => {
    const folder = copyOf(whole, t);
    rmSync(join(folder, 'volumes/0002.pdf'));
    await expectFindings(folder, ['volumes/0002.pdf: The file is not there.']);
  });

  test('a proof that is another, or gone', async (t) => {
    const folder = copyOf(whole, t);
    writeFileSync(join(folder, 'proof.pdf'), 'another');
    await expectFindings(folder, ['proof.pdf: The file is not the one that was sealed.']);
    rmSync(join(folder, 'proof.pdf'));
    await expectFindings(folder, ['proof.pdf: The file is not there.']);
  });

  test('a proof that the manifest does not know', async (t) => {
    const folder = copyOf(whole, t);
    const path = join(folder, 'manifest.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"proof":\{[^}]*\},/, ''));
    await expectFindings(folder, ['proof.pdf: The manifest does not know this file.']);
  });

  test('a CSV with another amount, with a row less, with a row more, or gone', async (t) => {
    const folder = copyOf(whole, t);
    const path = join(folder, 'manifest.csv');
    const text = readFileSync(path, 'utf8');
    const lines = text.split('\r\n');
    const edit = (changed: readonly string[]) => writeFileSync(path, changed.join('\r\n'));
    edit(lines.with(3, String(lines[3]).replace(/,[\d.]+,/, ',1.00,')));
    await expectFindings(folder, ['manifest.csv: Line 4 is not as in manifest.json.']);
    edit(lines.toSpliced(8, 1));
    await expectFindings(folder, ['manifest.csv: Line 9 is not as in manifest.json.']);
    edit(lines.toSpliced(9, 0, String(lines[8])));
    await expectFindings(folder, ['manifest.csv: Line 10 is not as in manifest.json.']);
    rmSync(path);
    await expectFindings(folder, ['manifest.csv: The file is not there.']);
  });

  test('rejects that are more, or gone', async (t) => {
    const folder = copyOf(whole, t);
    const path = join(folder, 'rejects.ndjson');
    writeFileSync(path, '{"line":9,"faults":[]}\n');
    await expectFindings(folder, ['rejects.ndjson: The file has 1 rejects; the manifest says 0.']);
    rmSync(path);
    await expectFindings(folder, ['rejects.ndjson: The file is not there.']);
  });

  test('a volume cut short', async (t) => {
    const folder = copyOf(whole, t);
    const path = join(folder, 'volumes/0002.pdf');
    writeFileSync(path, readFileSync(path).subarray(0, -100));
    await expectFindings(folder, [
      'volumes/0002.pdf: The file is not the one that was sealed.',
      'volumes/0002.pdf: The file cannot be read: it has no table of objects.',
    ]);
  });
});

describe('the manifest itself', () => {
  change(
    'an amount',
    (text) => text.replace(/"amount":"([\d.]+)","digest"/, '"amount":"1.00","digest"'),
    ['manifest.json: The chain of volume 1 does not close.'],
  );
  change('a sheet taken out', (text) => text.replace(/\n\{"sequence":3,.*\n/, '\n'), [
    'manifest.json: The chain of volume 1 does not close.',
    'manifest.json: The sheets of volume 1: 5 is written, 4 is right.',
  ]);
  change('a total', (text) => text.replace('"accepted":8', '"accepted":9'), [
    'manifest.json: The lines of the batch: 8 is written, 9 is right.',
    'manifest.json: The accepted bills: 9 is written, 8 is right.',
  ]);
  test('a volume that is said to have no pages, and is gone', async (t) => {
    const folder = copyOf(whole, t);
    const path = join(folder, 'manifest.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"pages":5', '"pages":0'));
    rmSync(join(folder, 'volumes/0001.pdf'));
    await expectFindings(folder, [
      'manifest.json: Sheets of volume 1 name pages that it does not have.',
      'volumes/0001.pdf: The file is not there.',
    ]);
  });
  change(
    'an amount that is none',
    (text) => text.replace(/"amount":"[\d.]+","digest"/, '"amount":"x","digest"'),
    ['manifest.json: The amount of volume 1: a part of it is no amount.'],
  );
  change('two sheets of two volumes swapped', (text) => swapped(text, 5, 6), [
    'manifest.json: Sheet 5 stands after sheet 6.',
    'manifest.json: The sheets of volume 1 do not stand together.',
    'manifest.json: The sheets of volume 2 do not stand together.',
    'manifest.json: The chain of volume 1 does not close.',
  ]);
  change('a volume that is not there', (text) => text.replaceAll('"volume":2', '"volume":7'), [
    'manifest.json: Sheets name a volume 7, which is not there.',
    'manifest.json: The sheets of volume 2: 3 is written, 0 is right.',
  ]);
  for (const [what, edit] of [
    ['its end cut off', (text: string) => text.slice(0, -4)],
    ['cut off in the middle', (text: string) => text.slice(0, text.indexOf('{"sequence":4'))],
    ['written otherwise', (text: string) => `${JSON.stringify(JSON.parse(text))}\n`],
    ['a row that is none', (text: string) => text.replace('"copy":1', '"copy":0')],
  ] as const) {
    change(what, edit, ['manifest.json: This is no manifest of this version of tolem.']);
  }
  change('a chain', (text) => text.replace(/"chain":"./, '"chain":"_'), [
    'manifest.json: This is no manifest of this version of tolem.',
  ]);

  function change(what: string, edit: (text: string) => string, expected: readonly string[]): void {
    test(what, async (t) => {
      const folder = copyOf(whole, t);
      const path = join(folder, 'manifest.json');
      const text = readFileSync(path, 'utf8');
      assert.notEqual(edit(text), text);
      writeFileSync(path, edit(text));
      const lines = (await verifyFolder(folder)).findings.map(inWords);
      for (const line of expected) assert.ok(lines.includes(line), `${line}\n${lines.join('\n')}`);
    });
  }
});

/** The rows of two sheets, each in the place of the other. */
function swapped(text: string, a: number, b: number): string {
  const lines = text.split('\n');
  const at = (sequence: number) =>
    lines.findIndex((line) => line.startsWith(`{"sequence":${sequence},`));
  return lines
    .with(at(a), lines[at(b)] ?? '')
    .with(at(b), lines[at(a)] ?? '')
    .join('\n');
}

async function expectFindings(folder: string, expected: readonly string[]): Promise<void> {
  assert.deepEqual((await verifyFolder(folder)).findings.map(inWords), expected);
}

function inWords({ file, page, message }: { file: string; page?: number; message: string }) {
  return `${file}: ${page === undefined ? '' : `page ${page}: `}${message}`;
}
