// Readers and a sender of 50 KB a second: what they are given does not gather in the service, and
// nobody waits for them. SLOW_SECONDS says how long it is watched; the figures are printed.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { watchMemory } from '../../scripts/memory.ts';
import { productionEnvironment } from '../../scripts/production.ts';
import { startService } from '../../scripts/server-process.ts';
import { batchStatuses, hasEnded } from '../../src/batch/batch.ts';
import { aFolder } from '../support/batch.ts';
import { generated } from '../support/generated.ts';
import { readSlowly, sendSlowly } from './slow-callers.ts';

const seconds = Number(process.env.SLOW_SECONDS ?? 15);
const single = readFileSync(join(import.meta.dirname, '../../samples/almaty-city/typical.json'));

/** Sheets of the batch that is read: far more bytes than the buffers of both ends of a socket. */
const copies = 9;
const bills = 420;

/**
 * Whoever held back what a reader does not take would hold 100 MB of the ZIP. The service itself
 * may take this much more than before, for what it does beside.
 */
const allowanceMb = 30;

test('slow callers cost no memory and hold nobody up', async (t) => {
  const service = await startService({ ...productionEnvironment, TOLEM_BATCHES_DIR: aFolder(t) });
  try {
    const batches = `${service.url}/v1/batches`;
    const id = await printed(batches, 'read', lines(bills, { copies }));
    // As much as it ever takes: a whole ZIP, single bills.
    const whole = await (await fetch(`${batches}/${id}/sheets`)).bytes();
    assert.ok(whole.length > 3 * allowanceMb * 1024 ** 2, `the ZIP has ${whole.length} bytes only`);
    for (let count = 0; count < 100; count += 1) await printSingle(service.url);
    const before = watchMemory(service.process.pid ?? 0);
    await sleep(500);
    before.stop();

    const memory = watchMemory(service.process.pid ?? 0);
    const hurry = new AbortController();
    const upload = lines((seconds * 50_000) / 5000, {});
    const volume = readSlowly(`${batches}/${id}/volumes/1`, hurry.signal);
    const sheets = readSlowly(`${batches}/${id}/sheets`, hurry.signal);
    const sending = sendSlowly(batches, upload, hurry.signal);
    const slow = [volume, sheets, sending];
    const early = Promise.race(slow).then(() => 'a slow caller is through');
    const beside = others(service.url, batches).then(() => 'the others are through');
    assert.equal(await Promise.race([early, beside]), 'the others are through');
    memory.stop();
    hurry.abort();

    const zip = await sheets;
    // The dates of the files and the numbers on the sheets are the same, so it is to the byte.
    assert.equal(zip.bytes, whole.length);
    assert.ok((await volume).bytes > 0);
    const sent = await sending;
    assert.equal(sent.status, 202, sent.answer);
    await ended(batches, JSON.parse(sent.answer).id);
    const figures = { peakMb: before.peakMb, byTenth: memory.byTenth(), sent: sent.slowBytes };
    t.diagnostic(JSON.stringify({ ...figures, zip, volume: await volume }));
    const most = before.peakMb + allowanceMb;
    assert.ok(memory.peakMb < most, `${memory.peakMb} MB beside ${before.peakMb} MB before`);
  } finally {
    assert.equal(await service.stop(), 0);
  }
});

/** What the service is there for meanwhile: bills one by one, and another batch. */
async function others(service: string, batches: string): Promise<void> {
  const until = performance.now() + 1000 * seconds;
  await printed(batches, 'beside', lines(100, {}));
  while (performance.now() < until) {
    await printSingle(service);
    await sleep(50);
  }
}

async function printSingle(service: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${service}/v1/bills`, { method: 'POST', headers, body: single });
  assert.equal(answer.status, 200, await answer.text());
}

/** Resolves with its id when the batch is completed. */
async function printed(batches: string, key: string, body: Buffer): Promise<string> {
  const headers = { 'content-type': 'application/x-ndjson', 'idempotency-key': key };
  const answer = await fetch(batches, { method: 'POST', headers, body });
  const text = await answer.text();
  assert.equal(answer.status, 202, text);
  const { id } = JSON.parse(text);
  await ended(batches, id);
  return id;
}

async function ended(batches: string, id: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${batches}/${id}`);
    const { status } = z.object({ status: z.enum(batchStatuses) }).parse(await answer.json());
    if (status === 'completed') return;
    assert.ok(!hasEnded({ status }), `the batch is ${status}`);
    await sleep(100);
  }
}

/** Bills of all layouts, a line each. */
function lines(count: number, delivery: { readonly copies?: number }): Buffer {
  const made = generated();
  const texts = Array.from({ length: count }, (_, index) => {
    const bill = JSON.parse(made.at(index).text);
    return `${JSON.stringify({ ...bill, delivery: { ...bill.delivery, ...delivery } })}\n`;
  });
  return Buffer.from(texts.join(''));
}
