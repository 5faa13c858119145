// What callers do to a batch, where two of them do it at once. The store and the folder are real;
// nothing is drawn.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Batch } from '../../../src/batch/batch.ts';
import { draftOf, filesIn } from '../../../src/batch/folder.ts';
import { Lifecycle } from '../../../src/batch/lifecycle.ts';
import { defaultOptions } from '../../../src/batch/options.ts';
import { openSqliteStore } from '../../../src/batch/sqlite-store.ts';
import { noLine } from '../../../src/batch/store.ts';
import { aFolder } from '../../support/batch.ts';

const endedAt = '2026-11-06T00:00:00.000Z';
const later = new Date('2026-11-07T00:00:00.000Z');

const failed: Batch = {
  id: 'A',
  status: 'failed',
  options: defaultOptions,
  today: '2026-11-06',
  createdAt: endedAt,
  endedAt,
  fault: { code: 'INTERNAL', message: '' },
  sheets: 2,
  lateRejects: 0,
};

async function open(t: TestContext, batch: Batch = failed) {
  const folder = aFolder(t);
  const store = openSqliteStore(join(folder, 'batches.sqlite'), () => later);
  t.after(() => store.close());
  await store.begin(batch);
  const done: string[] = [];
  const runner = {
    add: (id: string) => done.push(`add ${id}`),
    stop: async (id: string) => {
      done.push(`stop ${id}`);
    },
  };
  const lifecycle = new Lifecycle({
    store,
    runner: { ...runner, add: (id) => void runner.add(id) },
    filesOf: (id) => filesIn(join(folder, id)),
    now: () => later,
    onBug(error) {
      throw error;
    },
  });
  return { store, lifecycle, done, files: filesIn(join(folder, batch.id)) };
}

test('a batch that failed goes on: nothing of its end stays, and it is audited', async (t) => {
  const { store, lifecycle, done } = await open(t);
  await lifecycle.markTold(failed);
  for (let loss = 1; loss <= 3; loss += 1) assert.equal(await store.strike('A', noLine), loss);
  const resumed = await lifecycle.resume('A');
  assert.ok(resumed.ok);
  const { status, fault, isTold, endedAt: end } = resumed.value;
  assert.deepEqual([status, fault, isTold, end], ['planned', undefined, undefined, undefined]);
  assert.deepEqual(await store.get('A'), resumed.value);
  assert.deepEqual(done, ['stop A', 'add A']);
  assert.deepEqual(
    (await store.audit('A')).map(({ action }) => action),
    ['resume'],
  );
  assert.equal(await store.strike('A', noLine), 1);
});

test('it goes on from where it was', async (t) => {
  const { sheets, ...unplanned } = failed;
  const begun = { ...failed, startedAt: endedAt };
  for (const [batch, expected] of [
    [unplanned, 'receiving'],
    [begun, 'running'],
  ] as const) {
    const resumed = await (await open(t, batch)).lifecycle.resume('A');
    assert.equal(resumed.ok && resumed.value.status, expected);
  }
});

test('a batch that has not failed stays as it is, and one that is not there is unknown', async (t) => {
  const completed: Batch = { ...failed, status: 'completed' };
  const { lifecycle, done } = await open(t, completed);
  const resumed = await lifecycle.resume('A');
  assert.equal(resumed.ok && resumed.value.status, 'completed');
  const unknown = await lifecycle.resume('B');
  assert.equal(!unknown.ok && unknown.faults[0]?.code, 'BATCH_UNKNOWN');
  assert.deepEqual(done, []);
});

test('resumed twice at once it is resumed once, and no draft of the second run is lost', async (t) => {
  const { lifecycle, done, files } = await open(t);
  const [first] = await Promise.all([
    lifecycle.resume('A').then((resumed) => {
      // What the runner would begin to write.
      mkdirSync(dirname(files.volume(1)), { recursive: true });
      writeFileSync(draftOf(files.volume(1)), '');
      return resumed;
    }),
    lifecycle.resume('A'),
  ]);
  assert.ok(first.ok);
  assert.deepEqual(done, ['stop A', 'add A']);
  assert.ok(existsSync(draftOf(files.volume(1))));
});

test('resumed and removed at once, nothing of it is left', async (t) => {
  for (const order of ['resume first', 'remove first']) {
    const { store, lifecycle, files } = await open(t);
    const works = [() => lifecycle.resume('A'), () => lifecycle.remove('A')];
    if (order === 'remove first') works.reverse();
    await Promise.all(works.map((work) => work()));
    assert.equal(await store.get('A'), undefined, order);
    assert.ok(!existsSync(files.folder), order);
  }
});

test('retention leaves a batch that was resumed meanwhile', async (t) => {
  const { store, lifecycle } = await open(t);
  const resuming = lifecycle.resume('A');
  assert.equal(await lifecycle.purge(later), 0);
  assert.ok((await resuming).ok);
  assert.equal((await store.get('A'))?.status, 'planned');
});

test('of a new end nobody was told because somebody was told of the old one', async (t) => {
  const { store, lifecycle } = await open(t);
  assert.equal(await lifecycle.isPast(failed), false);
  await lifecycle.resume('A');
  assert.equal(await lifecycle.isPast(failed), true);
  await store.advance('A', ['planned'], { status: 'failed', endedAt: later.toISOString() });
  assert.equal(await lifecycle.isPast(failed), true);
  await lifecycle.markTold(failed);
  const again = await store.get('A');
  assert.equal(again?.isTold, undefined);
  if (again !== undefined) await lifecycle.markTold(again);
  assert.equal((await store.get('A'))?.isTold, true);
});
