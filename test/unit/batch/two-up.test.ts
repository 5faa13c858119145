// Batches with two bills on a press sheet: order, manifest, late rejects, what stays one by one.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, type TestContext, test } from 'node:test';
import { filesIn } from '../../../src/batch/folder.ts';
import { batchOptionsSchema } from '../../../src/batch/options.ts';
import type { SheetRow } from '../../../src/batch/sheet-row.ts';
import { verifyFolder } from '../../../src/batch/verify.ts';
import { halfTexts } from '../../../src/draw/half-text.ts';
import { aFolder, billLines, openIn, print, resultsIn } from '../../support/batch.ts';
import { unzip } from '../../support/zip.ts';
import { dictionariesWith } from '../draw/read-pdf.ts';

const whole = mkdtempSync(join(tmpdir(), 'tolem-two-up-'));
const asSent = batchOptionsSchema.parse({ sort: 'as-sent', twoUp: 'a3', volumeSheets: 5 });

before(async () => {
  process.once('exit', () => rmSync(whole, { recursive: true }));
  await print(whole, billLines(9), asSent);
});

interface Manifest {
  readonly volumes: readonly { readonly pages: number; readonly sheets: number }[];
  readonly sheets: readonly SheetRow[];
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
}

describe('a batch as it was sealed', () => {
  test('is in order after one cut, volume by volume', async () => {
    const { volumes, sheets } = manifestIn(whole);
    assert.deepEqual(
      volumes.map(({ pages, sheets: printed }) => [pages, printed]),
      [
        [3, 5],
        [2, 4],
      ],
    );
    assert.deepEqual(
      sheets.map(({ sequence, volume, page, side }) => [sequence, volume, page, side]),
      [
        [1, 1, 1, 'left'],
        [2, 1, 2, 'left'],
        [3, 1, 3, 'left'],
        [4, 1, 1, 'right'],
        [5, 1, 2, 'right'],
        [6, 2, 1, 'left'],
        [7, 2, 2, 'left'],
        [8, 2, 1, 'right'],
        [9, 2, 2, 'right'],
      ],
    );
    assert.deepEqual(await verifyFolder(whole), { findings: [], sheets: 9, volumes: 2 });
  });

  test('has the side in the last column of the CSV', () => {
    const lines = readFileSync(join(whole, 'manifest.csv'), 'utf8').trim().split(/\r?\n/);
    assert.deepEqual(
      lines.map((line) => line.split(',').at(-1)),
      ['side', ...'lll rr ll rr'.replaceAll(' ', '')].map((side) =>
        side === 'l' ? 'left' : side === 'r' ? 'right' : side,
      ),
    );
  });

  test('has each account and number on its side', async () => {
    const pdf = readFileSync(join(whole, 'volumes/0001.pdf'));
    const texts = await Array.fromAsync(halfTexts(pdf));
    const found = texts.map(({ left, right }) =>
      [left, right].map((text) => [...new Set(text.match(/V 1\/\d|00000000\d/g))].toSorted()),
    );
    assert.deepEqual(found, [
      [
        ['000000001', 'V 1/1'],
        ['000000004', 'V 1/4'],
      ],
      [
        ['000000002', 'V 1/2'],
        ['000000005', 'V 1/5'],
      ],
      [['000000003', 'V 1/3'], []],
    ]);
  });

  test('is the same bytes again', async (t) => {
    const folder = aFolder(t);
    await print(folder, billLines(9), asSent);
    assert.deepEqual(resultsIn(folder), resultsIn(whole));
  });

  test('prints its proof, its reprints and its sheet files one by one', async (t) => {
    const folder = aFolder(t);
    const options = { ...asSent, proof: 2 };
    await print(folder, billLines(4), options);
    const opened = await openIn(folder);
    t.after(() => opened.close());
    const batch = await opened.batches.get('V');
    assert.ok(batch);
    const wanted = { sequences: ['2-3'], accounts: [], reason: 'torn' };
    const printed = await opened.batches.reprints.print(batch, 'key', wanted);
    assert.ok(printed.ok);
    for (const [name, width] of [
      ['proof.pdf', 595.28],
      ['reprints/0001.pdf', 595.28],
      ['volumes/0001.pdf', 1190.55],
    ] as const) {
      const pdf = readFileSync(join(folder, name));
      const boxes = dictionariesWith(pdf, '/Type /Page\n').map((page) =>
        Number(/\/MediaBox \[0 0 ([\d.]+)/.exec(page)?.[1]).toFixed(2),
      );
      assert.deepEqual(boxes, [width.toFixed(2), width.toFixed(2)], name);
    }
    const zip = await opened.batches.sheetFiles.zip(batch, {});
    assert.ok(zip.ok);
    const files = await unzip(Buffer.concat(await Array.fromAsync(zip.value)));
    assert.equal(files.length, 4);
    for (const { bytes } of files) {
      assert.match(dictionariesWith(bytes, '/Type /Page\n').join(), /\/MediaBox \[0 0 595\.27/);
    }
  });
});

test('a bill that cannot be drawn in the end leaves no gap in the pile', async (t) => {
  const folder = aFolder(t);
  const options = batchOptionsSchema.parse({ separators: 'house', twoUp: 'a3' });
  const { spool } = filesIn(folder);
  const { lateRejects } = await print(folder, billLines(7), options, {
    reach: (point) => {
      if (point !== 'planned') return;
      const lines = readFileSync(spool, 'utf8').split('\n');
      const spoilt = lines.map((line) =>
        /"00000000[26]"/.test(line) ? line.replaceAll('"2026-10"', '"2026-1x"') : line,
      );
      assert.notDeepEqual(spoilt, lines);
      writeFileSync(spool, spoilt.join('\n'));
    },
  });
  assert.equal(lateRejects, 2);
  const { volumes, sheets } = manifestIn(folder);
  // Three separators and five bills.
  assert.deepEqual(
    volumes.map(({ pages, sheets: printed }) => [pages, printed]),
    [[4, 5]],
  );
  assert.deepEqual(
    sheets.map(({ sequence, page, side }) => [sequence, page, side]),
    [
      [1, 2, 'left'],
      [3, 3, 'left'],
      [5, 1, 'right'],
      [6, 2, 'right'],
      [7, 4, 'right'],
    ],
  );
  assert.deepEqual((await verifyFolder(folder)).findings, []);
});

test('A5 bills and their separators stand on A4; an A4 bill is rejected with its line', async (t) => {
  const folder = aFolder(t);
  const options = batchOptionsSchema.parse({
    ...{ twoUp: 'a4', mark: 'datamatrix', separators: 'house' },
  });
  const lines = billLines(5);
  const large = lines.map((line) => line.replace('"almaty-city"', '"almaty-oblast"'));
  assert.notEqual(large[3], lines[3]);
  const environment = { TOLEM_LAYOUTS_DIR: layoutsWithSmall(t) };
  const mixed = lines.with(3, large[3] ?? '');
  const { status } = await print(folder, mixed, options, { environment });
  assert.equal(status, 'completed_with_rejects');
  const [reject = ''] = readFileSync(join(folder, 'rejects.ndjson'), 'utf8').trim().split('\n');
  const { line, faults } = JSON.parse(reject);
  assert.deepEqual([line, faults[0].code, faults[0].pointer], [4, 'DOES_NOT_FIT', '/layout']);
  // Two separators and four bills.
  const { volumes } = manifestIn(folder);
  assert.deepEqual(
    volumes.map(({ pages, sheets }) => [pages, sheets]),
    [[3, 4]],
  );
  const pdf = readFileSync(join(folder, 'volumes/0001.pdf'));
  for (const page of dictionariesWith(pdf, '/Type /Page\n')) {
    assert.match(page, /\/MediaBox \[0 0 841\.88\d* 595\.27\d*\]/);
  }
  assert.deepEqual((await verifyFolder(folder)).findings, []);
});

/** The layouts, with `almaty-city` as an A5 bill that says whose it is. */
function layoutsWithSmall(t: TestContext): string {
  const folder = aFolder(t);
  cpSync(join(import.meta.dirname, '../../../layouts'), folder, { recursive: true });
  const small = join(folder, 'almaty-city');
  const template = `{{#page}}
  {{#region "account"}}{{> payer}}{{/region}}
  {{#region "last-line" anchor="bottom"}}{{> last-line-account}}{{/region}}
{{/page}}\n`;
  writeFileSync(join(small, 'bill.hbs'), template);
  const read = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8'));
  const { page } = read('_parts/base.json');
  const settings = {
    ...read('almaty-city/layout.json'),
    page: { ...page, width: 148, height: 210 },
  };
  writeFileSync(join(small, 'layout.json'), JSON.stringify(settings));
  return folder;
}
