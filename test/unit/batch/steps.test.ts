// Steps whose thread is lost although no bill was in work, and what attempts in vain leave behind.

import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Batch } from '../../../src/batch/batch.ts';
import type { CrewAnswer } from '../../../src/batch/crew.ts';
import { draftOf, filesIn } from '../../../src/batch/folder.ts';
import { defaultOptions } from '../../../src/batch/options.ts';
import { Progress } from '../../../src/batch/protocol.ts';
import { openSqliteStore } from '../../../src/batch/sqlite-store.ts';
import { BatchFailed, Steps } from '../../../src/batch/steps.ts';
import { aFolder } from '../../support/batch.ts';

const now = () => new Date('2026-11-06T00:00:00Z');
const batch: Batch = {
  id: 'A',
  status: 'receiving',
  options: defaultOptions,
  today: '2026-11-06',
  createdAt: now().toISOString(),
  lateRejects: 0,
};

/** Steps with threads that answer everything in one way. */
async function stepsWith(t: TestContext, answer: CrewAnswer<never>) {
  const folder = aFolder(t);
  const store = openSqliteStore(join(folder, 'batch.sqlite'), now);
  t.after(() => store.close());
  await store.begin(batch);
  const crew = { size: 1, run: async () => answer };
  const steps = new Steps({ store, crew, folderOf: () => folder, now, reach: () => {} });
  return { folder, store, steps };
}

test('a batch that ends threads when it is planned is not tried for ever', async (t) => {
  const { steps } = await stepsWith(t, { kind: 'lost', position: -1 });
  assert.equal(await steps.plan(batch), 'later');
  assert.equal(await steps.plan(batch), 'later');
  await assert.rejects(steps.plan(batch), (error) => {
    assert.ok(error instanceof BatchFailed);
    assert.equal(error.fault.code, 'WORKER_LOST');
    return true;
  });
});

test('an attempt in vain leaves nothing that takes the room of the next', async (t) => {
  const { folder, store, steps } = await stepsWith(t, { kind: 'disk-full' });
  const planAt = { offset: 0, length: 0 };
  const volume = { number: 1, firstSequence: 1, sheets: 1, planAt };
  await store.plan('A', [volume], { status: 'planned', sheets: 1 });
  const claim = await store.claim('A');
  assert.ok(claim);
  const files = filesIn(folder);
  for (const path of [files.volume(1), files.rows(1)]) {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(draftOf(path, claim.volume.attempt), 'a part');
  }
  assert.equal(
    await steps.draw({ ...batch, status: 'running' }, claim, new Progress()),
    'disk-full',
  );
  const left = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  assert.deepEqual(
    left.filter((name) => name.endsWith('.part')),
    [],
  );
  assert.deepEqual((await store.volumes('A'))[0]?.status, 'planned');
});
