// Files of batches at the edges: headers alone, and what is removed while it is asked for.

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { billLines, endOf } from '../support/batch.ts';
import { openHouse, viewOf } from './batch-house.ts';

test('who asks for headers alone has them at once, of a file and of news', async (t) => {
  const house = await openHouse(t);
  const { id } = await viewOf(await house.send(billLines(200).join('\n')));
  const head = (address: string) => fetch(`${house.url}${address}`, { method: 'HEAD' });
  const events = await head(`/v1/batches/${id}/events`);
  assert.equal(events.headers.get('content-type'), 'text/event-stream');
  assert.ok(!('endedAt' in ((await house.opened.batches.get(id)) ?? {})), 'it waited for the end');
  await endOf(house.opened, id);
  const [volume] = (await viewOf(await house.get(`/v1/batches/${id}`))).volumes;
  const file = await head(volume?.href ?? '');
  assert.deepEqual([file.status, file.headers.get('content-length')], [200, `${volume?.bytes}`]);
});

test('ranges are for those who want the bytes', async (t) => {
  const house = await openHouse(t);
  const { id } = await viewOf(await house.send(billLines(2).join('\n')));
  await endOf(house.opened, id);
  const address = `${house.url}/v1/batches/${id}/volumes/1`;
  const headers = { range: 'bytes=0-9' };
  const statuses = ['GET', 'HEAD'].map(
    async (method) => (await fetch(address, { method, headers })).status,
  );
  assert.deepEqual(await Promise.all(statuses), [206, 200]);
});

test('what never comes is not worth coming again for', async (t) => {
  const house = await openHouse(t);
  const { id } = await viewOf(await house.send(billLines(400).join('\n')));
  const early = await house.get(`/v1/batches/${id}/manifest`);
  assert.equal(early.headers.get('retry-after'), '5');
  await house.problem(early, 'BATCH_NOT_READY');
  await house.post(`/v1/batches/${id}/cancel`);
  await endOf(house.opened, id);
  for (const file of ['manifest', 'rejects', 'volumes/1', 'sheets']) {
    const late = await house.get(`/v1/batches/${id}/${file}`);
    assert.equal(late.headers.get('retry-after'), null, file);
    await late.text();
  }
});

test('a type of a body that is not there is no matter', async (t) => {
  const house = await openHouse(t);
  const { id } = await viewOf(await house.send(billLines(2).join('\n')));
  await endOf(house.opened, id);
  const address = `${house.url}/v1/batches/${id}`;
  for (const type of [
    'application/x-www-form-urlencoded',
    'application/json',
    'application/x-ndjson',
  ]) {
    const headers = { 'content-type': type };
    const cancelled = await fetch(`${address}/cancel`, { method: 'POST', headers, body: '' });
    assert.equal(cancelled.status, 200, type);
    await cancelled.text();
  }
  const headers = { 'content-type': 'application/json' };
  assert.equal((await fetch(address, { method: 'DELETE', headers })).status, 204);
});

test('a file that was removed meanwhile is no failure of the service', async (t) => {
  const house = await openHouse(t);
  const { id } = await viewOf(await house.send(billLines(2).join('\n')));
  await endOf(house.opened, id);
  const address = `/v1/batches/${id}/volumes/1`;
  const reading = await house.get(address);
  rmSync(join(house.folder, id, 'volumes'), { recursive: true });
  const bytes = await reading.arrayBuffer();
  assert.equal(String(bytes.byteLength), reading.headers.get('content-length'), 'it was open');
  const gone = await house.get(address);
  assert.equal(gone.headers.get('etag'), null);
  await house.problem(gone, 'BATCH_UNKNOWN');
});
