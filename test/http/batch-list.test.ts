// GET /v1/batches in pages.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batchListSchema } from '../../src/http/batch-view.ts';
import { billLines, endOf } from '../support/batch.ts';
import { openHouse, viewOf } from './batch-house.ts';

test('each page says where the next begins, and the last one that it is', async (t) => {
  const house = await openHouse(t);
  const [line = ''] = billLines(1);
  const sent: string[] = [];
  for (const key of ['a', 'b', 'c']) {
    const { id } = await viewOf(await house.send(line, { headers: { 'idempotency-key': key } }));
    sent.unshift(id);
    await endOf(house.opened, id);
  }
  const listed: string[] = [];
  let pages = 0;
  for (let at: string | undefined = '/v1/batches?limit=2'; at !== undefined; pages += 1) {
    const answer: unknown = await (await house.get(at)).json();
    const { batches, next } = batchListSchema.parse(answer);
    listed.push(...batches.map(({ id }) => id));
    at = next;
  }
  assert.deepEqual([listed, pages], [sent, 2]);
  const whole = batchListSchema.parse(await (await house.get('/v1/batches?limit=3')).json());
  assert.deepEqual([whole.batches.length, whole.next], [3, undefined]);
  for (const query of ['limit=0', 'limit=1001', 'limit=a', 'after=', 'after=AAAA', 'page=2']) {
    await house.problem(await house.get(`/v1/batches?${query}`), 'QUERY_INVALID');
  }
});
