// Lines into the spool, with threads that answer at once: what is written, and what a full disk or
// a second sender is told.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { CrewFailed } from '../../../src/batch/check-chunk.ts';
import type { Hands } from '../../../src/batch/crew.ts';
import { type BatchFiles, draftOf, filesIn } from '../../../src/batch/folder.ts';
import { receive } from '../../../src/batch/intake.ts';
import { defaultOptions } from '../../../src/batch/options.ts';
import type { CheckTask, TaskKind, TaskTable } from '../../../src/batch/protocol.ts';
import { aFolder, billLines, bytesOf, endOf, openIn } from '../../support/batch.ts';

const today = '2026-11-06';
const limits = { lineBytes: 1000, bytes: 100_000, bills: 1000 };

test('lines keep their bytes and their order; the index says where they are', async (t) => {
  const files = preparedFiles(t);
  const text = ['1', 'no 2', '', 'ң 3', 'no 4', '5'].join('\n');
  const outcome = await receive(bytesOf(text), files, threads(), {
    limits,
    today,
    options: defaultOptions,
  });
  assert.ok(outcome.ok);
  const { accepted, rejected, amount } = outcome.value;
  assert.deepEqual({ accepted, rejected, amount }, { accepted: 3, rejected: 2, amount: 300 });
  const spool = readFileSync(files.spool);
  assert.equal(spool.toString(), '1\nң 3\n5\n');
  const rows = readFileSync(files.index, 'utf8').trimEnd().split('\n');
  assert.deepEqual(
    rows.map((row) => {
      const [line, offset, length] = JSON.parse(row);
      return [line, spool.subarray(offset, offset + length).toString()];
    }),
    [
      [1, '1'],
      [4, 'ң 3'],
      [6, '5'],
    ],
  );
  const rejects = readFileSync(files.intakeRejects, 'utf8').trimEnd().split('\n');
  assert.deepEqual(
    rejects.map((row) => JSON.parse(row).line),
    [2, 5],
  );
});

test('no more is in memory than the threads can take', async (t) => {
  let open = 0;
  let most = 0;
  const slow = threads(async () => {
    open += 1;
    most = Math.max(most, open);
    await new Promise((resolve) => setImmediate(resolve));
    open -= 1;
  });
  const text = Array.from({ length: 900 }, (_, index) => index).join('\n');
  const outcome = await receive(bytesOf(text), preparedFiles(t), slow, {
    limits,
    today,
    options: defaultOptions,
  });
  assert.equal(outcome.ok && outcome.value.accepted, 900);
  assert.equal(most, 4, 'two chunks for each of two threads');
});

test('threads that fail while the sender is silent end the intake, not the process', async (t) => {
  const isSilent = Promise.withResolvers<void>();
  const failing: Hands = { size: 2, run: async () => ({ kind: 'unavailable' }) };
  async function* silent() {
    yield Buffer.from('1\n'.repeat(40));
    await isSilent.promise;
  }
  const received = receive(silent(), preparedFiles(t), failing, {
    limits,
    today,
    options: defaultOptions,
  });
  // A rejection that nobody takes is reported within a turn, and fails this test.
  await new Promise((resolve) => setTimeout(resolve, 10));
  isSilent.resolve();
  await assert.rejects(received, CrewFailed);
});

test('a disk that is full before the first line is the same fault', async (t) => {
  const folder = aFolder(t);
  let isFull = true;
  const folderOf = () => {
    if (!isFull) return folder;
    isFull = false;
    throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  };
  const opened = await openIn(folder, { folderOf });
  t.after(() => opened.close());
  const submission = { id: 'A', options: defaultOptions, today, source: bytesOf('1') };
  const outcome = await opened.batches.submit(submission);
  assert.equal(!outcome.ok && outcome.faults[0]?.code, 'DISK_FULL');
  assert.deepEqual(await opened.batches.list(), []);
});

test('a full disk is said, and nothing gets a name', async (t) => {
  const files = preparedFiles(t);
  symlinkSync('/dev/full', draftOf(files.spool));
  const outcome = await receive(bytesOf('1'), files, threads(), {
    limits,
    today,
    options: defaultOptions,
  });
  assert.equal(!outcome.ok && outcome.faults[0]?.code, 'DISK_FULL');
  assert.throws(() => readFileSync(files.index), /ENOENT/);
});

test('a second batch with a key that is arriving is refused', async (t) => {
  const folder = aFolder(t);
  const opened = await openIn(folder);
  t.after(() => opened.close());
  const wait = Promise.withResolvers<void>();
  async function* slowly() {
    yield Buffer.from(`${billLines(1)[0]}\n`);
    await wait.promise;
  }
  const submission = { key: 'k', options: defaultOptions, today };
  const first = opened.batches.submit({ ...submission, id: 'A', source: slowly() });
  const second = await opened.batches.submit({ ...submission, id: 'B', source: bytesOf('1') });
  assert.equal(!second.ok && second.faults[0]?.code, 'BATCH_IN_FLIGHT');
  wait.resolve();
  assert.ok((await first).ok);
  await endOf(opened, 'A');
});

for (const act of ['cancel', 'remove'] as const) {
  test(`a batch that is arriving: ${act}`, async (t) => {
    const opened = await openIn(aFolder(t));
    t.after(() => opened.close());
    const { batches } = opened;
    async function* interrupted() {
      yield Buffer.from(`${billLines(1)[0]}\n`);
      await batches.lifecycle[act]('A');
    }
    const submission = { id: 'A', key: 'k', options: defaultOptions, today };
    const outcome = await batches.submit({ ...submission, source: interrupted() });
    const kept = await batches.byKey('k');
    if (act === 'cancel') {
      assert.deepEqual(outcome.ok && outcome.value, kept);
      assert.deepEqual([kept?.status, kept?.received?.accepted], ['cancelled', 1]);
    } else {
      assert.equal(!outcome.ok && outcome.faults[0]?.code, 'BATCH_UNKNOWN');
      assert.equal(kept, undefined);
    }
  });
}

test('a batch that was cancelled while it arrived, and whose sender then broke off', async (t) => {
  const folder = aFolder(t);
  const opened = await openIn(folder);
  const { batches } = opened;
  async function* broken() {
    yield Buffer.from(`${billLines(1)[0]}\n`);
    await batches.lifecycle.cancel('A');
    throw new Error('gone');
  }
  const submission = { id: 'A', key: 'k', options: defaultOptions, today };
  await assert.rejects(batches.submit({ ...submission, source: broken() }), /gone/);
  assert.equal((await batches.byKey('k'))?.status, 'cancelled', 'the key is as free as ever');
  assert.ok(!existsSync(join(folder, 'work')), 'bills are left');
  await opened.close();
  mkdirSync(join(folder, 'work'));
  const again = await openIn(folder);
  t.after(() => again.close());
  assert.equal((await again.batches.byKey('k'))?.status, 'cancelled');
  assert.ok(!existsSync(join(folder, 'work')), 'what a process that was killed has left');
});

test('one batch that cannot be gone on with keeps no other', async (t) => {
  const folder = aFolder(t);
  const folderOf = (id: string) => join(folder, id);
  const opened = await openIn(folder, { folderOf });
  for (const id of ['A', 'B']) {
    const submission = { id, options: defaultOptions, today };
    await opened.batches.submit({ ...submission, source: bytesOf(billLines(300).join('\n')) });
  }
  await opened.close();
  rmSync(folderOf('A'), { recursive: true });
  writeFileSync(folderOf('A'), 'a file in the place of its folder');
  const bugs: unknown[] = [];
  const onBug = (error: unknown) => String(bugs.push(error));
  const again = await openIn(folder, { folderOf, onBug });
  t.after(() => again.close());
  assert.equal((await endOf(again, 'B')).status, 'completed');
  assert.ok(bugs.length > 0);
});

function preparedFiles(t: TestContext): BatchFiles {
  const files = filesIn(aFolder(t));
  mkdirSync(dirname(files.spool));
  return files;
}

/** Accepts every line that does not begin with `no`, for 1.00 each. */
function threads(work = async () => {}): Hands {
  return {
    size: 2,
    async run<K extends TaskKind>(_kind: K, task: TaskTable[K]['task']) {
      await work();
      return { kind: 'done', value: check(task as CheckTask) as TaskTable[K]['result'] };
    },
  };
}

function check({ bytes, lengths }: CheckTask) {
  let start = 0;
  return lengths.map((length) => {
    const text = Buffer.from(bytes.subarray(start, start + length)).toString();
    start += length;
    const isRight = !text.startsWith('no');
    return isRight ? { ok: true, facts: '{}', amount: 100 } : { ok: false, faults: [] };
  });
}
