// The log tells what happened and never to whom: canaries in every part of a request.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failure } from '../../src/fault.ts';
import { fakeRenderer, json, openApp } from './support.ts';

const canaries = ['Канарейка', 'kanareyka', '000123457', '960440000151'];
const canary = canaries.join('-');
const inUrl = encodeURIComponent(canary);

test('no body, address, query value, header or message reaches the log', async (t) => {
  const logged: string[] = [];
  const renderer = fakeRenderer((task) => {
    if (task.json.includes('throw')) throw new Error(`the payer is ${canary}`);
    return failure([{ code: 'BILL_INVALID', message: `Not ${canary}`, pointer: '/account/payer' }]);
  });
  const app = await openApp(t, { renderer, logged });
  const headers = { ...json, 'user-agent': inUrl, 'x-request-id': inUrl, referer: inUrl };
  for (const payload of [`{"payer":"${canary}"}`, `throw ${canary}`, `{"${canary}`]) {
    await app.inject({ method: 'POST', url: `/v1/bills?${inUrl}=1`, headers, payload });
    await app.inject({ method: 'POST', url: '/v1/bills', headers, payload });
    await app.inject({ method: 'POST', url: '/v1/bills/validate', headers, payload });
  }
  const text = { ...headers, 'content-type': `text/${inUrl}` };
  await app.inject({ method: 'POST', url: '/v1/bills', headers: text, payload: canary });
  for (const url of [`/${inUrl}`, `/v1/layouts/${inUrl}`, `/v1/layouts?account=${inUrl}`, '/%E0']) {
    await app.inject({ url, headers });
  }
  const log = logged.join('');
  assert.ok(logged.length >= 14, `${logged.length} lines`);
  for (const word of [...canaries, inUrl]) assert.ok(!log.includes(word), word);
});

test('one line tells route, status, time and faults with their pointers', async (t) => {
  const logged: string[] = [];
  const fault = { code: 'BILL_INVALID', message: 'Wrong.', pointer: '/charges/3/due' } as const;
  const app = await openApp(t, { renderer: fakeRenderer(() => failure([fault])), logged });
  const request = { method: 'POST', url: '/v1/bills', headers: json, payload: '{}' } as const;
  const answer = await app.inject(request);
  const [line, ...others] = logged.map((text) => JSON.parse(text));
  assert.deepEqual(others, []);
  const { time, ms, ...rest } = line;
  assert.deepEqual(rest, {
    level: 30,
    reqId: answer.headers['tolem-request-id'],
    method: 'POST',
    route: '/v1/bills',
    status: 422,
    faults: [{ code: 'BILL_INVALID', pointer: '/charges/3/due' }],
    msg: 'request',
  });
  assert.ok(ms >= 0 && Date.parse(time) > 0);
});

test('our failures are errors in the log, the callers are not', async (t) => {
  const logged: string[] = [];
  const renderer = fakeRenderer(() => failure([{ code: 'WORKER_LOST', message: 'Lost.' }]));
  const app = await openApp(t, { renderer, logged });
  await app.inject({ method: 'POST', url: '/v1/bills', headers: json, payload: '{}' });
  await app.inject('/none');
  assert.deepEqual(
    logged.map((text) => JSON.parse(text).level),
    [50, 30],
  );
});
