// POST /v1/batches/{id}/resume with real threads: what failed is mended, and the batch goes on.

import assert from 'node:assert/strict';
import { mkdirSync, rmdirSync } from 'node:fs';
import { test } from 'node:test';
import { billLines, endOf } from '../support/batch.ts';
import { openHouse, viewOf } from './batch-house.ts';

test('a batch that failed goes on where it was, once that is mended; others stay', async (t) => {
  const errors: unknown[] = [];
  const onBug = (error: unknown) => `${errors.push(error)}`;
  const house = await openHouse(t, { TOLEM_BATCH_WORKERS: '2' }, { onBug });
  const query = '?volumeSheets=120';
  const { id } = await viewOf(await house.send(billLines(300).join('\n'), { query }));
  const address = `/v1/batches/${id}`;
  // Something stands where the volume is to be.
  const { volume } = house.opened.batches.files(id);
  mkdirSync(volume(1));
  assert.equal((await endOf(house.opened, id)).status, 'failed');
  assert.equal((await viewOf(await house.get(address))).fault?.code, 'INTERNAL');
  assert.match(String(errors), /^Error: EISDIR/);
  assert.equal(errors.length, 1);
  rmdirSync(volume(1));
  const answers = await Promise.all([1, 2].map(() => house.post(`${address}/resume`)));
  for (const answer of answers) {
    const { status, fault, endedAt } = await viewOf(answer);
    assert.deepEqual([status, fault, endedAt], ['running', undefined, undefined]);
  }
  assert.equal((await endOf(house.opened, id)).status, 'completed');
  assert.equal((await viewOf(await house.post(`${address}/resume`))).status, 'completed');
  await house.problem(await house.post('/v1/batches/NOBODY/resume'), 'BATCH_UNKNOWN');
});
