// Batches in trouble: bills that take threads with them, a full disk, senders who vanish. What is
// right is printed all the same, and what is not is named.

import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { batchOptionsSchema, defaultOptions } from '../../src/batch/options.ts';
import { verifyFolder } from '../../src/batch/verify.ts';
import { aFolder, billLines, bytesOf, endOf, openIn } from '../support/batch.ts';

const today = '2026-11-06';
const workerUrl = new URL('./workers/deadly-thread.ts', import.meta.url);

test('a bill that twice takes a thread with it is given up, and its volume goes on', async (t) => {
  const folder = aFolder(t);
  const opened = await openIn(folder, { workerUrl });
  t.after(() => opened.close());
  const lines = billLines(6).map((line, index) => {
    const marks = new Map([
      [1, 'DEADLY'],
      [3, 'DEADLY-LATER'],
      [4, 'DEADLY-ONCE'],
    ]);
    return line.replace('"Үлгі Тұтынушы"', JSON.stringify(marks.get(index) ?? 'A'));
  });
  const source = bytesOf(lines.join('\n'));
  const submission = { id: 'A', options: defaultOptions, today, source };
  const taken = await opened.batches.submit(submission);
  assert.deepEqual(taken.ok && taken.value.received?.rejected, 1);
  const ended = await endOf(opened, 'A');
  assert.equal(ended.status, 'completed_with_rejects');
  assert.equal(ended.lateRejects, 1);
  const rejects = rowsIn(join(folder, 'rejects.ndjson'));
  assert.deepEqual(
    rejects.map(({ line, account, faults }) => [line, account, faults[0].code]),
    [
      [2, undefined, 'WORKER_LOST'],
      [4, '000000004', 'WORKER_LOST'],
    ],
  );
  const { sheets, accepted, rejected } = manifestIn(folder);
  assert.deepEqual({ accepted, rejected }, { accepted: 4, rejected: 2 });
  assert.deepEqual(
    sheets.map(({ line }: { line: number }) => line).toSorted(),
    [1, 3, 5, 6],
    'not the bills that live',
  );
  assert.deepEqual((await verifyFolder(folder)).findings, []);
});

test('a bill that takes threads with it is left out of the proof, and of the volumes', async (t) => {
  const folder = aFolder(t);
  const opened = await openIn(folder, { workerUrl });
  t.after(() => opened.close());
  const [deadly = '', ...others] = billLines(4);
  const lines = [deadly.replace('"Үлгі Тұтынушы"', '"DEADLY-LATER"'), ...others];
  const options = batchOptionsSchema.parse({ proof: 10 });
  const source = bytesOf(lines.join('\n'));
  await opened.batches.submit({ id: 'A', options, today, source });
  const ended = await endOf(opened, 'A');
  assert.deepEqual([ended.proof?.pages, ended.lateRejects], [3, 1]);
  assert.deepEqual((await verifyFolder(folder)).findings, []);
});

test('a full disk is a pause with a name, and nothing is lost by it', async (t) => {
  const folder = aFolder(t);
  // The device that is always full, in the place of the first draft of the second volume.
  mkdirSync(join(folder, 'volumes'));
  const draft = join(folder, 'volumes/0002.pdf.1.part');
  const opened = await openIn(folder, {
    retryMs: 300,
    reach: (point) => {
      if (point === 'planned') symlinkSync('/dev/full', draft);
    },
  });
  t.after(() => opened.close());
  const options = batchOptionsSchema.parse({ volumeSheets: 2 });
  const source = bytesOf(billLines(6).join('\n'));
  await opened.batches.submit({ id: 'A', options, today, source });
  assert.equal((await endOf(opened, 'A')).status, 'completed');
  const events = await opened.batches.events('A', 0);
  const told = events.map(({ type, status }) => (type === 'status' ? status : type));
  assert.deepEqual(told, [
    'receiving',
    'planned',
    'running',
    'volume',
    'paused',
    'volume',
    'resumed',
    'volume',
    'completed',
  ]);
  rmSync(draft, { force: true });
  assert.deepEqual((await verifyFolder(folder)).findings, []);
});

test('of a sender who vanishes nothing stays', async (t) => {
  const folder = aFolder(t);
  const opened = await openIn(folder);
  t.after(() => opened.close());
  async function* broken() {
    yield Buffer.from(`${billLines(40).join('\n')}\n{"half`);
    throw new Error('gone');
  }
  const submission = { id: 'A', key: 'k', options: defaultOptions, today, source: broken() };
  await assert.rejects(opened.batches.submit(submission), /gone/);
  assert.deepEqual(await opened.batches.list(), []);
  assert.equal(await opened.batches.byKey('k'), undefined);
  assert.deepEqual(
    readdirSync(folder).filter((name) => !name.startsWith('batch.sqlite')),
    [],
  );
});

test('limits: bytes, bills, lines, and nothing at all', async (t) => {
  const folder = aFolder(t);
  const environment = {
    TOLEM_BATCH_BILLS_LIMIT: '3',
    TOLEM_BATCH_BYTES_LIMIT: '20000',
    TOLEM_BODY_LIMIT_BYTES: '4000',
  };
  const opened = await openIn(folder, { environment });
  t.after(() => opened.close());
  const send = (id: string, text: string) =>
    opened.batches.submit({ id, options: defaultOptions, today, source: bytesOf(text) });
  const codeOf = async (id: string, text: string) => {
    const outcome = await send(id, text);
    return outcome.ok ? 'accepted' : outcome.faults[0]?.code;
  };
  assert.equal(await codeOf('A', billLines(4).join('\n')), 'BODY_TOO_LARGE');
  assert.equal(await codeOf('B', 'x'.repeat(20_001)), 'BODY_TOO_LARGE');
  assert.equal(await codeOf('C', ' \n\n\t\r\n'), 'REQUEST_MALFORMED');
  const bad = Buffer.from([0x22, 0xff, 0x22]).toString('latin1');
  const taken = await send('D', ['x'.repeat(4001), '{"a":', billLines(1)[0], bad].join('\n'));
  assert.ok(!taken.ok, 'four lines are more than three');
  await opened.batches.submit({
    id: 'E',
    options: defaultOptions,
    today,
    source: bytesOf(['', 'x'.repeat(4001), '{"a":', billLines(1)[0]].join('\n')),
  });
  assert.equal((await endOf(opened, 'E')).status, 'completed_with_rejects');
  const codes = rowsIn(join(folder, 'rejects.ndjson')).map(({ line, faults }) => [
    line,
    faults[0].code,
  ]);
  assert.deepEqual(codes, [
    [2, 'BODY_TOO_LARGE'],
    [3, 'REQUEST_MALFORMED'],
  ]);
});

function rowsIn(path: string) {
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line));
}

function manifestIn(folder: string) {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
}
