// tolem batch and tolem manifest, with real threads and real files.

import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openSqliteStore } from '../../../src/batch/sqlite-store.ts';
import { pageTexts } from '../../../src/draw/page-text.ts';
import { billLines } from '../../support/batch.ts';
import { unzip } from '../../support/zip.ts';
import { folderWith, onlyLine, run } from './support.ts';

const environment = { TOLEM_BATCH_WORKERS: '1' };

test('prints, resumes what has ended, and verifies', async (t) => {
  const file = folderWith(t, { 'bills.ndjson.gz': gzipSync(billLines(3).join('\n')) });
  const [bills, out] = [file('bills.ndjson.gz'), file('out')];
  const words = ['batch', bills, '-o', out, '--volume-sheets', '2', '--date', '2026-11-06'];
  const expected = { exit: 0, out: [`${out}: completed, 3 of 3 bills, 3 sheets`], err: [] };
  assert.deepEqual(await run(words, { environment }), expected);
  const manifest = readFileSync(file('out/manifest.json'));
  assert.deepEqual(await run(words, { environment }), expected);
  assert.deepEqual(readFileSync(file('out/manifest.json')), manifest);
  const verified = await run(['manifest', 'verify', out]);
  assert.deepEqual(verified.out, [`${out}: ok, 3 sheets in 2 volumes`]);

  const other = await run([...words.slice(0, 4), '--sort', 'account'], { environment });
  assert.equal(other.exit, 2);
  assert.match(other.err[0] ?? '', /holds a batch of another file or with other options/);
  const date = await run([...words.slice(0, -1), '2026-11-07'], { environment });
  assert.equal(date.exit, 2);
  assert.match(date.err[0] ?? '', /holds this batch with the date 2026-11-06/);
});

test('two bills on a press sheet', async (t) => {
  const file = folderWith(t, { 'bills.ndjson': billLines(3).join('\n') });
  const out = file('out');
  const printed = await run(['batch', file('bills.ndjson'), '-o', out, '--two-up', 'a3'], {
    environment,
  });
  assert.deepEqual(printed.out, [`${out}: completed, 3 of 3 bills, 3 sheets`]);
  assert.deepEqual((await run(['manifest', 'verify', out])).out, [
    `${out}: ok, 3 sheets in 1 volumes`,
  ]);
});

test('a batch that had failed goes on by the same command', async (t) => {
  const file = folderWith(t, { 'bills.ndjson': billLines(2).join('\n') });
  const out = file('out');
  const words = ['batch', file('bills.ndjson'), '-o', out, '--date', '2026-11-06'];
  await run(words, { environment });
  const manifest = readFileSync(join(out, 'manifest.json'));
  const store = openSqliteStore(join(out, 'batch.sqlite'), () => new Date());
  const [batch] = await store.list();
  const fault = { code: 'INTERNAL', message: 'It failed.' } as const;
  await store.advance(batch?.id ?? '', ['completed'], { status: 'failed', fault });
  await store.close();
  rmSync(join(out, 'manifest.json'));
  const again = await run(words, { environment });
  assert.deepEqual(again, {
    exit: 0,
    out: [`${out}: completed, 2 of 2 bills, 2 sheets`],
    err: [`${out}: this batch had failed. It goes on where it was.`],
  });
  assert.deepEqual(readFileSync(join(out, 'manifest.json')), manifest);
});

test('gzip that is damaged or breaks off', async (t) => {
  const whole = gzipSync(billLines(3).join('\n'));
  const damaged = Buffer.from(whole).fill(0xff, 20, 60);
  const file = folderWith(t, { 'a.gz': whole.subarray(0, -20), 'b.gz': damaged });
  for (const name of ['a.gz', 'b.gz']) {
    const { exit, err } = await run(['batch', file(name), '-o', file('out')], { environment });
    assert.equal(exit, 1);
    assert.match(
      onlyLine(err),
      /breaks off, or is damaged\. Make it again\. \[REQUEST_MALFORMED\]/,
    );
  }
});

test('sheets one by one', async (t) => {
  const file = folderWith(t, { 'bills.ndjson': billLines(3).join('\n') });
  const [out, zip] = [file('out'), file('sheets.zip')];
  await run(['batch', file('bills.ndjson'), '-o', out, '--sort', 'as-sent'], { environment });
  const words = ['sheets', out, '-o', zip, '--sequences', '2-3'];
  assert.deepEqual(await run(words, { environment }), { exit: 0, out: [], err: [] });
  assert.deepEqual(
    (await unzip(readFileSync(zip))).map(({ name }) => name),
    ['0001/00000002_000000002.pdf', '0001/00000003_000000003.pdf'],
  );
  const none = await run([...words.slice(0, -1), '9'], { environment });
  assert.equal(none.exit, 1);
  assert.match(onlyLine(none.err), /has no such sheets/);
});

test('sheets again, with a reason; the audit is proved', async (t) => {
  const file = folderWith(t, { 'bills.ndjson': billLines(3).join('\n') });
  const out = file('out');
  await run(['batch', file('bills.ndjson'), '-o', out, '--sort', 'as-sent'], { environment });
  const reprint = (...words: string[]) => run(['reprint', out, ...words], { environment });
  const printed = await reprint('--sequences', '1,2-3', '--reason', 'torn');
  const path = join(out, 'reprints', '0001.pdf');
  assert.deepEqual(printed, { exit: 0, out: [`${path}: 3 sheets`], err: [] });
  assert.equal((await Array.fromAsync(pageTexts(readFileSync(path)))).length, 3);
  const theirs = await reprint('--accounts', '000000002', '--reason', 'lost');
  assert.deepEqual(theirs.out, [`${join(out, 'reprints', '0002.pdf')}: 1 sheets`]);
  const none = await reprint('--sequences', '9', '--reason', 'torn');
  assert.equal(none.exit, 1);
  assert.match(onlyLine(none.err), /are not in this batch/);
  const audit = await run(['audit', 'verify', out]);
  assert.match(onlyLine(audit.out), /ok, 2 entries, the last hash is [0-9a-f]{64}$/);
  const database = new DatabaseSync(join(out, 'batch.sqlite'));
  database.exec("DROP TRIGGER audit_is_not_changed; UPDATE audit SET hash = 'x' WHERE id = 1");
  database.close();
  const broken = await run(['audit', 'verify', out]);
  assert.equal(broken.exit, 1);
  assert.match(broken.err.join(), /entry 1 of 2 is not as it was written/);
});

test('bills that are wrong are counted, and the rest is printed', async (t) => {
  const file = folderWith(t, { 'bills.ndjson': `${billLines(1).join('\n')}\n{}\n` });
  const out = file('out');
  const done = await run(['batch', file('bills.ndjson'), '-o', out], { environment });
  assert.deepEqual(done, {
    exit: 1,
    out: [`${out}: completed_with_rejects, 1 of 2 bills, 1 sheets`],
    err: [`${out}: 1 bills were rejected; rejects.ndjson says why.`],
  });
});

test('a file with nothing in it is no batch', async (t) => {
  const file = folderWith(t, { 'bills.ndjson': '\n' });
  const done = await run(['batch', file('bills.ndjson'), '-o', file('out')], { environment });
  assert.equal(done.exit, 1);
  assert.match(done.err.join(), /The batch holds no bill/);
});

test('command lines that cannot be run', async (t) => {
  const file = folderWith(t, { 'bills.ndjson': '{}' });
  const bills = file('bills.ndjson');
  const cases: readonly (readonly [words: readonly string[], says: RegExp])[] = [
    [['batch'], /Name one file of bills/],
    [['batch', bills], /Name the folder of the volumes with -o DIR/],
    [['batch', bills, '-o', 'x', '--sort', 'colour'], /--sort must be one of address, route/],
    [['batch', bills, '-o', 'x', '--volume-sheets', '0'], /--volume-sheets must be a whole number/],
    [['batch', bills, '-o', 'x', '--two-up', 'a5'], /--two-up must be one of a3, a4/],
    [['batch', bills, '-o', 'x', '--date', '6.11.2026'], /--date is a day/],
    [['batch', bills, '-o', 'x', '--date', '2026-02-30'], /--date is a day/],
    [['batch', '-', '-o', 'x'], /comes from a file/],
    [['batch', file('none'), '-o', 'x'], /none cannot be read/],
    [['manifest', 'verify'], /Name the folder with the manifest/],
    [['manifest', 'verify', file('')], /has no manifest.json/],
    [['reprint'], /Name the folder of one batch/],
    [['reprint', 'x', '--sequences', '3-'], /--sequences are numbers and ranges/],
    [['reprint', 'x', '--sequences', '3'], /Say why with --reason/],
    [['reprint', file(''), '--sequences', '3', '--reason', 'torn'], /holds no batch/],
    [['audit'], /Name the folder of the batches/],
    [['audit', 'verify', file('')], /holds no batches/],
    [['sheets'], /Name the folder of one batch/],
    [['sheets', file('')], /Name the ZIP with -o FILE.zip/],
    [['sheets', file(''), '-o', 'x'], /holds no batch/],
    [['sheets', file(''), '-o', 'x', '--volume', 'a'], /--volume is the number of a volume/],
    [['sheets', file(''), '-o', 'x', '--sequences', '3-'], /--sequences is a number such as/],
  ];
  for (const [words, says] of cases) {
    const { exit, err } = await run(words, { environment });
    assert.equal(exit, 2);
    assert.match(err.join('\n'), says);
  }
});
