// GET /v1/batches/{id}/sheets: one case for each answer, and a reader who leaves.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { billLines, endOf } from '../support/batch.ts';
import { unzip } from '../support/zip.ts';
import { openHouse, soon, viewOf } from './batch-house.ts';

test('sheets one by one: all, some, and the headers alone', async (t) => {
  const house = await openHouse(t);
  const { id } = await viewOf(await house.send(billLines(5).join('\n')));
  const address = `/v1/batches/${id}/sheets`;
  await house.problem(await house.get(address), 'BATCH_NOT_READY');
  await endOf(house.opened, id);
  const sent = await house.get(address);
  assert.equal(sent.status, 200);
  assert.equal(sent.headers.get('content-type'), 'application/zip');
  assert.equal(sent.headers.get('content-disposition'), `attachment; filename="${id}-sheets.zip"`);
  assert.equal((await unzip(Buffer.from(await sent.arrayBuffer()))).length, 5);
  const some = await house.get(`${address}?volume=1&sequences=2-3`);
  assert.equal((await unzip(Buffer.from(await some.arrayBuffer()))).length, 2);
  const head = await fetch(`${house.url}${address}`, { method: 'HEAD' });
  assert.deepEqual([head.status, head.headers.get('content-type')], [200, 'application/zip']);
  await house.problem(await house.get(`${address}?volume=2`), 'BATCH_UNKNOWN');
  for (const query of ['volume=0', 'sequences=2-', 'sheet=1']) {
    await house.problem(await house.get(`${address}?${query}`), 'QUERY_INVALID');
  }
});

test('who leaves in the middle leaves no work behind', async (t) => {
  const house = await openHouse(t);
  const { id } = await viewOf(await house.send(billLines(200).join('\n')));
  await endOf(house.opened, id);
  const { sheetFiles } = house.opened.batches;
  let open = 0;
  const { zip } = sheetFiles;
  sheetFiles.zip = async (...wanted) => {
    const made = await zip.apply(sheetFiles, wanted);
    if (!made.ok) return made;
    open += 1;
    return { ...made, value: counted(made.value) };
  };
  async function* counted(pieces: AsyncGenerator<Uint8Array>) {
    try {
      yield* pieces;
    } finally {
      open -= 1;
    }
  }
  const leaving = new AbortController();
  const sent = await fetch(`${house.url}/v1/batches/${id}/sheets`, { signal: leaving.signal });
  await sent.body?.getReader().read();
  assert.equal(open, 1);
  leaving.abort();
  while (open > 0) await soon();
  assert.equal(await house.opened.crew.isReady(), true);
});
