// Batches with two bills on a press sheet: order, manifest, late rejects, what stays one by one.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { filesIn } from '../../../src/batch/folder.ts';
import { batchOptionsSchema } from '../../../src/batch/options.ts';
import type { SheetRow } from '../../../src/batch/sheet-row.ts';
import { verifyFolder } from '../../../src/batch/verify.ts';
import { halfTexts } from '../../../src/draw/half-text.ts';
import { aFolder, billLines, openIn, print, resultsIn } from '../../support/batch.ts';
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
  });
});

test('a bill that cannot be drawn in the end leaves no gap in the pile', async (t) => {
  const folder = aFolder(t);
  const options = batchOptionsSchema.parse({ separators: 'house', twoUp: 'a3' });
  const { spool } = filesIn(folder);
  const { lateRejects } = await print(folder, billLines(7), options, (point) => {
    if (point !== 'planned') return;
    const lines = readFileSync(spool, 'utf8').split('\n');
    const spoilt = lines.map((line) =>
      /"00000000[26]"/.test(line) ? line.replaceAll('"2026-10"', '"2026-1x"') : line,
    );
    assert.notDeepEqual(spoilt, lines);
    writeFileSync(spool, spoilt.join('\n'));
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

test('a bill of another format is rejected with its line', async (t) => {
  const folder = aFolder(t);
  const options = batchOptionsSchema.parse({ twoUp: 'a4' });
  const { status, received } = await print(folder, billLines(2), options);
  assert.deepEqual(
    [status, received?.accepted, received?.rejected],
    ['completed_with_rejects', 0, 2],
  );
  const [first = ''] = readFileSync(join(folder, 'rejects.ndjson'), 'utf8').split('\n');
  const { line, faults } = JSON.parse(first);
  assert.deepEqual([line, faults[0].code, faults[0].pointer], [1, 'DOES_NOT_FIT', '/layout']);
});
