// GET /v1/batches/{id}/proof, and what the plan warns of: what is told while volumes are drawn.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manifestSchema } from '../../src/batch/manifest-schema.ts';
import { pageTexts } from '../../src/draw/page-text.ts';
import { billLines, endOf } from '../support/batch.ts';
import { openHouse, viewOf } from './batch-house.ts';

test('a proof run is had while the batch is drawn, and warnings of the plan are told', async (t) => {
  const house = await openHouse(t);
  const lines = billLines(5);
  const longer =
    lines[1]?.replace('"Үлгі Тұтынушы"', `"Үлгі ${'Тұтынушы '.repeat(6)}Мысалұлы"`) ?? '';
  const body = [...lines.with(1, longer), lines[0]].join('\n');
  const { id } = await viewOf(await house.send(body, { query: '?proof=1' }));
  await endOf(house.opened, id);
  const { proof, warnings } = await viewOf(await house.get(`/v1/batches/${id}`));
  assert.deepEqual(
    warnings.map(({ code, details }) => [code, details?.lines]),
    [
      ['ACCOUNT_REPEATED', ['1 and 6']],
      ['PROOF_INCOMPLETE', undefined],
    ],
  );
  assert.equal(proof?.pages, 1);
  const sent = await house.get(proof.href);
  assert.equal(sent.headers.get('content-type'), 'application/pdf');
  const texts = await Array.fromAsync(pageTexts(Buffer.from(await sent.arrayBuffer())));
  for (const text of texts) assert.match(text, new RegExp(`${id} 1/\\d 1/1 P`));
  const manifest = await (await house.get(`/v1/batches/${id}/manifest`)).json();
  const told = manifestSchema.parse(manifest);
  assert.deepEqual([told.proof?.sha256, told.warnings.length], [proof.sha256, 2]);
  const none = await viewOf(await house.send(body, { headers: { 'idempotency-key': 'none' } }));
  await house.problem(await house.get(`/v1/batches/${none.id}/proof`), 'BATCH_UNKNOWN');
  await endOf(house.opened, none.id);
});
