// ZIPs by programs that print houses have: Info-ZIP's unzip, and libarchive, which reads a ZIP from
// its beginning, without the directory at its end.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { crc32 } from 'node:zlib';
import { batchOptionsSchema } from '../../src/batch/options.ts';
import { localHeader, ZipDirectory } from '../../src/batch/zip.ts';
import { aFolder, billLines, bytesOf, endOf, openIn } from '../support/batch.ts';
import { run } from './tool.ts';

describe('the sheets of a batch', () => {
  test('unzip and libarchive read every one; qpdf finds no fault in them', async (t) => {
    const folder = aFolder(t);
    const opened = await openIn(folder);
    const options = batchOptionsSchema.parse({ volumeSheets: 2, mark: 'datamatrix' });
    const source = bytesOf(billLines(3).join('\n'));
    await opened.batches.submit({ id: 'V', options, today: '2026-11-06', source });
    const zip = await opened.batches.sheetFiles.zip(await endOf(opened, 'V'), {});
    assert.ok(zip.ok);
    const path = join(folder, 'sheets.zip');
    writeFileSync(path, Buffer.concat(await Array.fromAsync(zip.value)));
    await opened.close();
    assert.match(run('unzip', ['-tq', path]), /No errors detected/u);
    const names = run('bsdtar', ['-tf', path]).trimEnd().split('\n');
    assert.equal(names.length, 3);
    run('bsdtar', ['-xf', path, '-C', folder]);
    for (const name of names) {
      const checked = run('qpdf', ['--check', join(folder, name)]);
      assert.match(checked, /No syntax or stream encoding errors/u);
    }
  });
});

test('more files than the first edition of ZIP can count', (t) => {
  const path = join(aFolder(t), 'many.zip');
  const date = '2026-11-06';
  const directory = new ZipDirectory(date);
  const parts = Array.from({ length: 70_000 }, (_, index) => {
    const content = Buffer.from(`${index}`);
    const entry = { name: `${index}.pdf`, bytes: content.length, crc32: crc32(content) };
    directory.add(entry);
    return Buffer.concat([localHeader(entry, date), content]);
  });
  writeFileSync(path, Buffer.concat([...parts, ...directory.finish()]));
  assert.match(run('unzip', ['-tq', path]), /No errors detected/u);
  assert.equal(run('bsdtar', ['-tf', path]).trimEnd().split('\n').length, 70_000);
});
