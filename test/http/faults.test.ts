// Every code of the fault table, as a caller meets it: one case each, and none forgotten.

import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { type FaultCode, failure, faultTable } from '../../src/fault.ts';
import type { Problem } from '../../src/http/problem.ts';
import { fakeRenderer, json, openApp, problemIn } from './support.ts';

type Provoke = (t: TestContext) => Promise<Parameters<typeof problemIn>[0]>;

/** What arises in HTTP itself; the rest comes from the renderer and passes through. */
const provoked: Partial<Record<FaultCode, Provoke>> = {
  REQUEST_MALFORMED: (t) => send(t, { method: 'POST', url: '/v1/bills', headers: json }),
  QUERY_INVALID: (t) => send(t, { method: 'GET', url: '/v1/layouts?page=2' }),
  LAYOUT_UNKNOWN: (t) => send(t, { method: 'GET', url: '/v1/layouts/almaty-sity' }),
  ROUTE_UNKNOWN: (t) => send(t, { method: 'GET', url: '/v2/bills' }),
  METHOD_NOT_ALLOWED: (t) => send(t, { method: 'DELETE', url: '/v1/bills' }),
  NOT_ACCEPTABLE: (t) =>
    send(t, {
      method: 'POST',
      url: '/v1/bills',
      headers: { ...json, accept: 'text/html' },
      payload: '{}',
    }),
  BODY_TOO_LARGE: (t) =>
    send(t, { method: 'POST', url: '/v1/bills', headers: json, payload: 'x'.repeat(1_048_577) }),
  TYPE_UNSUPPORTED: (t) => send(t, { method: 'POST', url: '/v1/bills', payload: 'text' }),
  RATE_LIMITED: async (t) => {
    const app = await openApp(t, { environment: { TOLEM_RATE_LIMIT: '1' } });
    await app.inject('/v1/layouts');
    return app.inject('/v1/layouts');
  },
  INTERNAL: async (t) => {
    const renderer = fakeRenderer(() => Promise.reject(new Error('secret 000123457')));
    const app = await openApp(t, { renderer });
    return app.inject({ method: 'POST', url: '/v1/bills', headers: json, payload: '{}' });
  },
};

/** Only Node's HTTP parser can tell; the test is in socket.test.ts. */
const onSocket: readonly FaultCode[] = ['BODY_TIMEOUT'];

const codes = Object.keys(faultTable).filter((name): name is FaultCode => name in faultTable);

describe('every fault code', () => {
  for (const code of codes) {
    if (onSocket.includes(code)) continue;
    const { status } = faultTable[code];
    test(`${code}: ${status}`, async (t) => {
      const answer = await (provoked[code]?.(t) ?? fromRenderer(t, code));
      assert.equal(answer.statusCode, status);
      const problem: Problem = problemIn(answer, code);
      assert.equal(problem.title, faultTable[code].title);
      assert.equal(answer.headers['cache-control'], 'no-store');
      assert.ok(!answer.body.includes('000123457'));
    });
  }
});

describe('what goes with a fault', () => {
  test('405 names the methods that are taken', async (t) => {
    const app = await openApp(t);
    const cases = [
      ['DELETE', '/v1/bills', 'POST'],
      ['GET', '/v1/bills', 'POST'],
      ['POST', '/v1/layouts', 'GET, HEAD'],
      ['PUT', '/v1/layouts/almaty-city/preview', 'GET, HEAD'],
      ['OPTIONS', '/v1/bills/validate?x=1', 'POST'],
    ] as const;
    for (const [method, url, allow] of cases) {
      const answer = await app.inject({ method, url });
      problemIn(answer, 'METHOD_NOT_ALLOWED');
      assert.equal(answer.headers.allow, allow);
    }
  });

  test('404 does not depend on the method', async (t) => {
    const app = await openApp(t);
    for (const method of ['GET', 'POST', 'PATCH', 'HEAD'] as const) {
      assert.equal((await app.inject({ method, url: '/v1/billz' })).statusCode, 404);
    }
  });

  test('an address that cannot be decoded is malformed', async (t) => {
    const app = await openApp(t);
    problemIn(await app.inject('/v1/layouts/%E0%A4%A'), 'REQUEST_MALFORMED');
    problemIn(await app.inject(`/v1/layouts/${'x'.repeat(200)}`), 'ROUTE_UNKNOWN');
  });

  test('a full queue says when to come again', async (t) => {
    const details = { waiting: 1, limit: 2, retryAfterSeconds: 7 };
    const renderer = fakeRenderer(() =>
      failure([{ code: 'QUEUE_FULL', message: 'Full.', details }]),
    );
    const app = await openApp(t, { renderer });
    const request = { method: 'POST', url: '/v1/bills', headers: json, payload: '{}' } as const;
    const answer = await app.inject(request);
    assert.deepEqual(problemIn(answer, 'QUEUE_FULL').faults[0]?.details, details);
    assert.equal(answer.headers['retry-after'], '7');
  });

  test('a caller over the rate is told when to come; supervisors are not limited', async (t) => {
    const app = await openApp(t, { environment: { TOLEM_RATE_LIMIT: '2' } });
    for (let count = 0; count < 2; count += 1) {
      assert.equal((await app.inject('/v1/layouts')).statusCode, 200);
    }
    const answer = await app.inject('/v1/layouts');
    problemIn(answer, 'RATE_LIMITED');
    const seconds = Number(answer.headers['retry-after']);
    assert.ok(seconds > 0 && seconds <= 60);
    for (let count = 0; count < 5; count += 1) {
      assert.equal((await app.inject('/livez')).statusCode, 200);
    }
  });

  test('a drowning service refuses work, but tells supervisors how it is', async (t) => {
    const app = await openApp(t);
    const request = { method: 'POST', url: '/v1/bills', headers: json, payload: '{}' } as const;
    assert.equal((await app.inject(request)).statusCode, 200);
    for (let count = 0; count < 5; count += 1) {
      const until = performance.now() + 300;
      while (performance.now() < until);
      await setImmediate();
    }
    const answer = await app.inject(request);
    problemIn(answer, 'QUEUE_FULL');
    assert.equal(answer.headers['retry-after'], '5');
    for (const url of ['/livez', '/readyz', '/metrics']) {
      assert.equal((await app.inject(url)).statusCode, 200);
    }
  });

  test('an unexpected error gives a number that is in the log, and nothing else', async (t) => {
    const logged: string[] = [];
    const renderer = fakeRenderer(() => Promise.reject(new Error('secret 000123457')));
    const app = await openApp(t, { renderer, logged });
    const request = { method: 'POST', url: '/v1/bills', headers: json, payload: '{}' } as const;
    const answer = await app.inject(request);
    const problem = problemIn(answer, 'INTERNAL');
    const { correlationId } = problem.faults[0]?.details ?? {};
    assert.equal(problem.instance, `urn:uuid:${correlationId}`);
    assert.equal(answer.headers['tolem-request-id'], correlationId);
    const line = logged.find((text) => text.includes('unexpected error'));
    assert.ok(line?.includes(String(correlationId)) && line.includes('faults.test.ts'));
    assert.ok(!logged.join('').includes('secret'));
  });
});

async function fromRenderer(t: TestContext, code: FaultCode) {
  const fault = { code, message: 'What failed.', details: { correlationId: 'x' } };
  const app = await openApp(t, { renderer: fakeRenderer(() => failure([fault])) });
  return app.inject({ method: 'POST', url: '/v1/bills', headers: json, payload: '{}' });
}

async function send(
  t: TestContext,
  request: {
    method: 'GET' | 'POST' | 'DELETE';
    url: string;
    headers?: Record<string, string>;
    payload?: string;
  },
) {
  return (await openApp(t)).inject(request);
}
