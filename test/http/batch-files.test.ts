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
