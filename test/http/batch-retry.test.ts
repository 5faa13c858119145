// POST /v1/batches/{id}/retry-rejects: corrected lines, once.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { billLines, endOf } from '../support/batch.ts';
import { openHouse, viewOf } from './batch-house.ts';

const lines = billLines(5);
const body = `${lines.join('\n')}\n{"wrong":1}\n`;

test('corrected lines are a batch of their own, of as many lines as were rejected', async (t) => {
  const house = await openHouse(t);
  const { id } = await viewOf(await house.send(body, { query: '?sort=account' }));
  const retry = (lines: string, key: string) =>
    house.send(lines, { query: `/${id}/retry-rejects`, headers: { 'idempotency-key': key } });
  await house.problem(await retry(lines[0] ?? '', 'early'), 'BATCH_NOT_READY');
  await endOf(house.opened, id);
  await house.problem(await retry(body, 'many'), 'BODY_TOO_LARGE');
  const sent = await retry(lines[0] ?? '', 'right');
  assert.equal(sent.status, 202, await sent.clone().text());
  const again = await viewOf(sent);
  assert.deepEqual([again.retryOf, again.lines, again.options.sort], [id, 1, 'account']);
  assert.equal((await viewOf(await retry(lines[0] ?? '', 'right'))).id, again.id);
  assert.equal((await endOf(house.opened, again.id)).status, 'completed');
  const twice = await retry(lines[0] ?? '', 'twice');
  const { faults } = z
    .object({ faults: z.array(z.object({ message: z.string() })) })
    .parse(await twice.clone().json());
  await house.problem(twice, 'REJECTS_RETRIED');
  assert.match(
    faults[0]?.message ?? '',
    /an earlier retry of this batch has: line 1\. Take them out/,
  );
  assert.equal(await house.opened.batches.byKey('twice'), undefined);
  const other = { query: `/${again.id}/retry-rejects`, headers: { 'idempotency-key': 'x' } };
  await house.problem(await house.send(lines[0] ?? '', other), 'BATCH_NOT_READY');
});
