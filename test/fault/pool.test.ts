// The real pool with misbehaving threads: each fault costs its own request and nothing else.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import type { Bug } from '../../src/bug.ts';
import type { RendererOptions } from '../../src/worker/pool.ts';
import { faultOf, open, task, textOf } from './pool.ts';

test('threads have room for young objects, whatever bounds those of the main thread', async (t) => {
  // As the image has it in NODE_OPTIONS.
  setFlagsFromString('--max-semi-space-size=2');
  const renderer = open(t, { memoryMb: 64 });
  await renderer.started;
  // Three halves of 4 MB: the image's flag would leave 2.
  assert.equal(textOf(await renderer.render(task('room'))), '76');
});

describe('a misbehaving bill costs only itself', () => {
  check('loop', 'RENDER_TIMEOUT', { limitMs: 300, stage: 'running' });
  check('exit 3', 'WORKER_LOST', { reason: 'exit' });
  check('exit 0', 'WORKER_LOST', { reason: 'exit' });
  check('heap', 'WORKER_LOST', { reason: 'memory' }, { renderTimeoutMs: 20_000 });
  check('buffers', 'RENDER_TIMEOUT', { limitMs: 300, stage: 'running' });
  check('throw-late', 'INTERNAL');
  check('reject-unseen', 'INTERNAL');
  check('throw 000123457', 'INTERNAL');
  check('garbage', 'INTERNAL');
  check('nothing', 'INTERNAL');
  check('unclonable', 'INTERNAL');

  /** A neighbour is at work meanwhile, and the pool serves both threads' worth afterwards. */
  function check(
    act: string,
    code: string,
    details?: object,
    options: Partial<RendererOptions> = {},
  ): void {
    test(`${act}: ${code}`, async (t) => {
      const bugs: Bug[] = [];
      const onBug = (bug: Bug) => bugs.push(bug);
      const renderer = open(t, { threads: 2, renderTimeoutMs: 300, onBug, ...options });
      await renderer.started;
      const neighbour = renderer.render(task('sleep 200'));
      const outcome = await renderer.render(task(act));
      const fault = faultOf(outcome);
      assert.equal(fault.code, code);
      if (details !== undefined) assert.deepEqual(fault.details, details);
      assert.equal(textOf(await neighbour), 'slept');
      const after = await Promise.all([1, 2, 3].map((n) => renderer.render(task(`echo ${n}`))));
      assert.deepEqual(after.map(textOf), ['1', '2', '3']);
      assert.deepEqual(renderer.readiness(), { ready: true });
      if (code !== 'INTERNAL') return;
      assert.equal(bugs.length, 1);
      assert.equal(fault.details?.correlationId, bugs[0]?.correlationId);
      assert.ok(!JSON.stringify([bugs, outcome]).includes('000123457'));
    });
  }

  test('ten in a row, one after the other', async (t) => {
    const renderer = open(t, { threads: 1 });
    for (let round = 0; round < 5; round += 1) {
      assert.equal(faultOf(await renderer.render(task('exit 1'))).code, 'WORKER_LOST');
      assert.equal(textOf(await renderer.render(task('echo alive'))), 'alive');
    }
    assert.equal(renderer.stats().restarts, 5);
  });
});

describe('the queue', () => {
  test('keeps the order of arrival', async (t) => {
    const renderer = open(t, { threads: 1 });
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        await renderer.render(task('sleep 2'));
        order.push(index);
      }),
    );
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    );
  });

  test('refuses what exceeds its limit, and says when to come again', async (t) => {
    const renderer = open(t, { threads: 1, queueLimit: 3 });
    await renderer.started;
    const accepted = [1, 2, 3].map(() => renderer.render(task('sleep 50')));
    assert.deepEqual(renderer.stats(), {
      threads: 1,
      queueLimit: 3,
      restarts: 0,
      waiting: 2,
      running: 1,
    });
    const fault = faultOf(await renderer.render(task('echo')));
    assert.equal(fault.code, 'QUEUE_FULL');
    assert.deepEqual(fault.details, { waiting: 2, limit: 3, retryAfterSeconds: 1 });
    assert.deepEqual((await Promise.all(accepted)).map(textOf), ['slept', 'slept', 'slept']);
    assert.equal(textOf(await renderer.render(task('echo again'))), 'again');
  });

  test('stays ready while it is full', async (t) => {
    const renderer = open(t, { threads: 1, queueLimit: 1 });
    const running = renderer.render(task('sleep 50'));
    await running;
    const full = renderer.render(task('sleep 50'));
    assert.deepEqual(renderer.readiness(), { ready: true });
    await full;
  });

  test('gives up on a bill that no thread takes in time', async (t) => {
    const renderer = open(t, { threads: 1, renderTimeoutMs: 150 });
    await renderer.started;
    const first = renderer.render(task('sleep 140'));
    const second = renderer.render(task('sleep 140'));
    const third = await renderer.render(task('echo'));
    assert.deepEqual(faultOf(third).details, { limitMs: 150, stage: 'waiting' });
    assert.equal(textOf(await first), 'slept');
    assert.equal(textOf(await second), 'slept');
  });
});

describe('a caller who gives up', () => {
  test('is forgotten while waiting', async (t) => {
    const renderer = open(t, { threads: 1 });
    await renderer.started;
    const running = renderer.render(task('sleep 60'));
    const controller = new AbortController();
    const waiting = renderer.render(task('exit 1'), { signal: controller.signal });
    controller.abort(new Error('gone'));
    await assert.rejects(waiting, /gone/);
    assert.equal(renderer.stats().waiting, 0);
    assert.equal(textOf(await running), 'slept');
    assert.equal(renderer.stats().restarts, 0);
  });

  test('does not cost a thread while running', async (t) => {
    const renderer = open(t, { threads: 1 });
    await renderer.started;
    const controller = new AbortController();
    const running = renderer.render(task('sleep 60'), { signal: controller.signal });
    assert.equal(renderer.stats().running, 1);
    controller.abort(new Error('gone'));
    await assert.rejects(running, /gone/);
    assert.equal(textOf(await renderer.render(task('echo next'))), 'next');
    assert.equal(renderer.stats().restarts, 0);
  });

  test('is not admitted when gone before', async (t) => {
    const renderer = open(t, { threads: 1 });
    const signal = AbortSignal.abort(new Error('gone'));
    await assert.rejects(renderer.render(task('echo'), { signal }), /gone/);
  });
});

describe('closing', () => {
  test('finishes what was accepted and refuses the rest', async (t) => {
    const renderer = open(t, { threads: 1 });
    const accepted = [1, 2].map(() => renderer.render(task('sleep 30')));
    const closing = renderer.close();
    assert.equal(faultOf(await renderer.render(task('echo'))).code, 'SHUTTING_DOWN');
    assert.deepEqual(renderer.readiness().ready, false);
    assert.deepEqual((await Promise.all(accepted)).map(textOf), ['slept', 'slept']);
    await closing;
    assert.equal(faultOf(await renderer.render(task('echo'))).code, 'SHUTTING_DOWN');
  });

  test('ends in time although a bill hangs', async (t) => {
    const renderer = open(t, { threads: 1, renderTimeoutMs: 200 });
    await renderer.started;
    const hanging = renderer.render(task('loop'));
    await renderer.close();
    assert.equal(faultOf(await hanging).code, 'RENDER_TIMEOUT');
  });
});

test('the result is moved, not copied', async (t) => {
  const renderer = open(t, { threads: 1 });
  const outcome = await renderer.render(task('moved 300000'));
  assert.ok(outcome.ok);
  assert.equal(outcome.value.bytes.buffer.byteLength, 300_000);
  assert.equal(outcome.value.bytes[299_999], 7);
});
