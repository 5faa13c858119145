// What supervisors see.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Readiness } from '../../src/worker/renderer.ts';
import { fakeRenderer, json, openApp } from './support.ts';

test('/livez answers', async (t) => {
  const answer = await (await openApp(t)).inject('/livez');
  assert.deepEqual([answer.statusCode, answer.json()], [200, { alive: true }]);
  assert.equal(answer.headers['cache-control'], 'no-store');
});

describe('/readyz', () => {
  test('follows what it is given', async (t) => {
    let readiness: Readiness = { ready: true };
    const app = await openApp(t, { readiness: () => readiness });
    assert.deepEqual(await ask(app), [200, { ready: true }]);
    readiness = { ready: false, reason: 'The service is shutting down.' };
    assert.deepEqual(await ask(app), [503, readiness]);
  });

  test('asks the renderer otherwise', async (t) => {
    const readiness = { ready: false, reason: 'The threads are starting.' } as const;
    const renderer = { ...fakeRenderer(), readiness: () => readiness };
    assert.deepEqual(await ask(await openApp(t, { renderer })), [503, readiness]);
  });

  async function ask(app: FastifyInstance) {
    const answer = await app.inject('/readyz');
    return [answer.statusCode, answer.json()];
  }
});

test('/version names what decides the bytes', async (t) => {
  const answer = await (await openApp(t)).inject('/version');
  assert.deepEqual(answer.json(), {
    service: '0.1.0',
    node: '26.10.0',
    zlib: '1.3.1',
    pdfkit: '0.20.2',
    layouts: [{ id: 'almaty-city', revision: 1, digest: '5e' }],
  });
});

test('/metrics counts requests by route, renderings, faults, and the queue', async (t) => {
  const app = await openApp(t);
  await app.inject({ method: 'POST', url: '/v1/bills', headers: json, payload: '{}' });
  await app.inject('/v1/layouts/000123457');
  await app.inject('/account/000123457');
  const { body, headers } = await app.inject('/metrics');
  assert.match(String(headers['content-type']), /^text\/plain/);
  const count = 'tolem_http_request_duration_seconds_count';
  for (const line of [
    `${count}{route="/v1/bills",method="POST",status="200"} 1`,
    `${count}{route="/v1/layouts/:id",method="GET",status="404"} 1`,
    `${count}{route="(unknown)",method="GET",status="404"} 1`,
    'tolem_render_duration_seconds_count{output="pdf",outcome="ok"} 1',
    'tolem_faults_total{code="LAYOUT_UNKNOWN"} 1',
    'tolem_faults_total{code="ROUTE_UNKNOWN"} 1',
    'tolem_queue_waiting 3',
    'tolem_queue_running 2',
    'tolem_queue_limit 64',
    'tolem_worker_threads 2',
    'tolem_worker_restarts 1',
  ]) {
    assert.ok(body.includes(`${line}\n`), line);
  }
  assert.ok(!body.includes('000123457'));
});
