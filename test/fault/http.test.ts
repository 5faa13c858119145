// HTTP and the real pool together: a misbehaving bill costs its caller an answer, nobody else
// anything, and never the process.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, type TestContext, test } from 'node:test';
import { createRenderer } from '../../src/worker/pool.ts';
import { json, openApp, problemIn } from '../http/support.ts';

describe('over HTTP', () => {
  check('loop', 504, 'RENDER_TIMEOUT');
  check('exit 9', 500, 'WORKER_LOST');
  check('heap', 500, 'WORKER_LOST', 20_000);
  check('throw Канарейка', 500, 'INTERNAL');
  check('garbage', 500, 'INTERNAL');

  function check(act: string, status: number, code: string, renderTimeoutMs = 300): void {
    test(`${act}: ${status}`, async (t) => {
      const { app } = await open(t, renderTimeoutMs);
      const post = (payload: string) =>
        app.inject({ method: 'POST', url: '/v1/bills', headers: json, payload });
      await post('echo warm');
      const [neighbour, answer] = await Promise.all([post('sleep 100'), post(act)]);
      assert.equal(neighbour.body, 'slept');
      problemIn(answer, code);
      assert.equal(answer.statusCode, status);
      assert.ok(!answer.body.includes('Канарейка'));
      assert.equal((await post('echo after')).body, 'after');
      assert.equal((await app.inject('/readyz')).statusCode, 200);
    });
  }
});

test('callers who hang up in a storm cost no thread', async (t) => {
  const { app, renderer } = await open(t, 5000);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  assert.ok(address !== null && typeof address === 'object');
  const { port } = address;
  const hangUp = async () => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      'POST /v1/bills HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n' +
        'Content-Length: 8\r\n\r\nsleep 20',
    );
    await once(app.server, 'request');
    socket.destroy();
  };
  await Promise.all(Array.from({ length: 30 }, hangUp));
  const request = { method: 'POST', url: '/v1/bills', headers: json, payload: 'echo on' } as const;
  assert.equal((await app.inject(request)).body, 'on');
  assert.equal(renderer.stats().restarts, 0);
  assert.equal((await app.inject('/livez')).statusCode, 200);
});

async function open(t: TestContext, renderTimeoutMs: number) {
  const renderer = createRenderer({
    threads: 2,
    queueLimit: 64,
    renderTimeoutMs,
    startTimeoutMs: 10_000,
    memoryMb: 32,
    settings: { layoutsDir: 'layouts', fontsDir: 'fonts', samples: [], today: '' },
    workerUrl: new URL('./workers/acts.ts', import.meta.url),
  });
  t.after(() => renderer.close());
  // A start may take longer than a bill may here.
  await renderer.started;
  return { app: await openApp(t, { renderer }), renderer };
}
