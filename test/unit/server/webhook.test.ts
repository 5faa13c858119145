// What the operator's address is told of a batch that ended, and where it may not be told.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type TestContext, test } from 'node:test';
import type { Batch } from '../../../src/batch/batch.ts';
import { defaultOptions } from '../../../src/batch/options.ts';
import { Webhook, type WebhookOptions } from '../../../src/server/webhook.ts';
import { isPublic, lookupPublic } from '../../../src/server/webhook-address.ts';

const key = Buffer.alloc(32, 7);
const secret = `whsec_${key.toString('base64')}`;

const batch: Batch = {
  id: '0123456789AB',
  status: 'completed_with_rejects',
  options: defaultOptions,
  today: '2026-11-06',
  createdAt: '2026-11-06T00:00:00.000Z',
  endedAt: '2026-11-06T01:00:00.000Z',
  received: { digest: '', bytes: 0, accepted: 9, rejected: 1, amount: 100 },
  lateRejects: 1,
};

test('the end is told, signed, and again until somebody says yes', async (t) => {
  const { url, heard } = await listen(t, [500, 302, 204]);
  const { failures } = await tell(url);
  assert.deepEqual(failures, ['status 500', 'status 302']);
  assert.equal(heard.length, 3);
  for (const { headers, body } of heard) {
    assert.deepEqual(JSON.parse(body), {
      type: 'batch.completed_with_rejects',
      timestamp: batch.endedAt,
      data: { id: batch.id, accepted: 8, rejected: 2 },
    });
    assert.equal(headers['webhook-id'], '0123456789AB-completed_with_rejects-1793926800000');
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const expected = createHmac('sha256', key).update(signed).digest('base64');
    assert.equal(headers['webhook-signature'], `v1,${expected}`);
  }
});

test('who is gone for good is told once; who never answers, as often as there are waits', async (t) => {
  assert.deepEqual((await tell((await listen(t, [410])).url)).failures, ['status 410']);
  const { url, heard } = await listen(t, [500, 500, 500, 500, 500]);
  await tell(url);
  assert.equal(heard.length, 4);
});

test('an end after which the batch went on is told no more', async (t) => {
  const { url, heard } = await listen(t, [500, 204]);
  let asked = 0;
  const past = Promise.withResolvers<void>();
  const webhook = new Webhook({
    ...untold(url),
    isPast: async () => {
      asked += 1;
      if (asked === 2) past.resolve();
      return asked === 2;
    },
  });
  const alive = setInterval(() => {}, 1000);
  await webhook.tell(batch);
  await past.promise;
  clearInterval(alive);
  webhook.close();
  assert.equal(heard.length, 1);
});

test('nobody in a private network is told unless that is allowed', async (t) => {
  const { url, heard } = await listen(t, [204, 204]);
  const { failures } = await tell(url, false);
  assert.deepEqual(
    failures,
    Array.from({ length: 4 }, () => 'PrivateAddress'),
  );
  const named = await tell(url.replace('127.0.0.1', 'localhost'), false);
  assert.deepEqual(named.failures, failures);
  assert.equal(heard.length, 0);
});

test('addresses that are public, and those that are not', () => {
  for (const address of ['8.8.8.8', '2a00:1450::1']) assert.ok(isPublic(address), address);
  for (const address of [
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    'fd00::1',
    'fe80::1',
    'fec0::1',
    '64:ff9b:1::a00:1',
    '2002:a00:1::1',
    '2001:0:a00:1::1',
  ]) {
    assert.ok(!isPublic(address), address);
  }
  lookupPublic('localhost', {}, (error) => assert.equal(error?.constructor.name, 'PrivateAddress'));
});

test('an end that cannot be noted is a failure with a name, and after the close it is none', async (t) => {
  const { url, heard } = await listen(t, [204, 204]);
  const failures: string[] = [];
  let settled = 0;
  const webhook = new Webhook({
    ...untold(url),
    onFailure: (_batch, reason) => failures.push(reason),
    onSettled: async () => {
      settled += 1;
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    },
  });
  await webhook.tell(batch);
  assert.deepEqual(failures, ['ENOSPC']);
  const telling = webhook.tell(batch);
  webhook.close();
  await telling;
  assert.deepEqual([heard.length, settled, failures.length], [2, 1, 1]);
});

/** Resolves when it is not told again. */
async function tell(url: string, allowPrivate = true): Promise<{ failures: readonly string[] }> {
  const failures: string[] = [];
  const settled = Promise.withResolvers<void>();
  const webhook = new Webhook({
    ...untold(url),
    allowPrivate,
    onFailure: (_batch, reason) => failures.push(reason),
    onSettled: async () => settled.resolve(),
  });
  // Waits do not keep a process alive; this does.
  const alive = setInterval(() => {}, 1000);
  await webhook.tell(batch);
  await settled.promise;
  clearInterval(alive);
  return { failures };
}

function untold(url: string): WebhookOptions {
  return {
    url,
    secret,
    allowPrivate: true,
    now: () => new Date('2026-11-06T02:00:00Z'),
    waitsMs: [1, 1, 1],
    onFailure: () => {},
    isPast: async () => false,
    onSettled: async () => {},
  };
}

interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Answers with these statuses in their order. */
async function listen(t: TestContext, statuses: readonly number[]) {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request)).toString();
    response.statusCode = statuses[heard.length] ?? 500;
    heard.push({ headers: request.headers, body });
    response.end();
  }).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return { url: `http://127.0.0.1:${address.port}/hook`, heard };
}
