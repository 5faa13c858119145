// Threads that do not start, or start late: what is refused, what waits, what the service is told.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { success } from '../../src/fault.ts';
import type { RendererOptions } from '../../src/worker/pool.ts';
import type { Renderer } from '../../src/worker/renderer.ts';
import { faultOf, open, task, textOf, workerUrl } from './pool.ts';

describe('starting', () => {
  checkNoStart('throw-at-import.ts', /do not start: layouts\/almaty-city\/layout\.json:3: no such/);
  checkNoStart('exit-at-import.ts', /do not start: worker exited with code: 7/);
  checkNoStart('hang-at-import.ts', /did not start within 150 ms/);
  checkNoStart('there-is-no-such-file.ts', /do not start: /);

  function checkNoStart(file: string, reason: RegExp): void {
    test(`${file}: not ready, requests are refused at once`, async (t) => {
      const startTimeoutMs = file.startsWith('hang') ? 150 : 10_000;
      const renderer = open(t, { threads: 2, startTimeoutMs, workerUrl: workerUrl(file) });
      assert.deepEqual(renderer.readiness(), {
        ready: false,
        reason: 'The threads are starting.',
      });
      const early = await renderer.render(task('echo'));
      assert.deepEqual(faultOf(early).details, { reason: 'start' });
      const readiness = renderer.readiness();
      assert.ok(!readiness.ready);
      assert.match(readiness.reason, reason);
      assert.equal(faultOf(await renderer.render(task('echo'))).code, 'WORKER_LOST');
    });
  }

  test('what threads say when they start, or why none can, is told once', async (t) => {
    const well = open(t, { threads: 2 });
    assert.deepEqual(await well.started, success({ layouts: [] }));
    const broken = open(t, { threads: 2, workerUrl: workerUrl('broken-layout.ts') });
    const outcome = await broken.started;
    assert.ok(!outcome.ok);
    assert.deepEqual(
      outcome.faults.map(({ code, source, message }) => [code, source, message]),
      [
        ['LAYOUT_BROKEN', 'town', 'town/layout.json: the file is missing.'],
        ['LAYOUT_BROKEN', undefined, 'town/bill.hbs: the file is missing.'],
      ],
    );
    const silent = open(t, { workerUrl: workerUrl('exit-at-import.ts') });
    const unstarted = await silent.started;
    assert.deepEqual(!unstarted.ok && unstarted.faults[0]?.details, { reason: 'start' });
  });

  test('one failed start is repeated and costs no request', async (t) => {
    const { renderer, folder } = openFragile(t, { threads: 1 }, 'fail-once');
    assert.equal(textOf(await renderer.render(task('echo late'))), 'late');
    assert.ok(folder.length > 0);
  });

  test('threads that cannot be replaced leave the others at work until they can', async (t) => {
    const failures: string[] = [];
    const onFailedStart = (reason: string) => failures.push(reason);
    const { renderer, folder } = openFragile(t, { threads: 2, onFailedStart });
    await renderer.render(task('echo warm'));
    writeFileSync(join(folder, 'broken'), '');
    assert.equal(faultOf(await renderer.render(task('exit 1'))).code, 'WORKER_LOST');
    while (failures.length < 2) {
      assert.equal(textOf(await renderer.render(task('echo alone'))), 'alone');
      await sleep(5);
    }
    assert.deepEqual(renderer.readiness(), { ready: true });
    rmSync(join(folder, 'broken'));
    await bothAtWork(renderer);
  });

  test('losing every thread is not ready, and ends when the cause does', async (t) => {
    const { renderer, folder } = openFragile(t, { threads: 2 });
    await renderer.render(task('echo warm'));
    writeFileSync(join(folder, 'broken'), '');
    await Promise.all([renderer.render(task('exit 1')), renderer.render(task('exit 1'))]);
    const refused = await renderer.render(task('echo'));
    assert.deepEqual(faultOf(refused).details, { reason: 'start' });
    const readiness = renderer.readiness();
    assert.ok(!readiness.ready);
    assert.match(readiness.reason, /the layouts are broken/);
    rmSync(join(folder, 'broken'));
    while (!renderer.readiness().ready) await sleep(10);
    assert.equal(textOf(await renderer.render(task('echo back'))), 'back');
  });
});

/** Two bills of 100 ms each that take much less than 200 ms together are on two threads. */
async function bothAtWork(renderer: Renderer): Promise<void> {
  for (;;) {
    const before = performance.now();
    await Promise.all([renderer.render(task('sleep 100')), renderer.render(task('sleep 100'))]);
    if (performance.now() - before < 180) return;
  }
}

function openFragile(t: TestContext, options: Partial<RendererOptions>, mark?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'tolem-pool-'));
  t.after(() => rmSync(folder, { recursive: true }));
  if (mark !== undefined) writeFileSync(join(folder, mark), '');
  const settings = { layoutsDir: folder, fontsDir: folder, samples: [], today: '' };
  const renderer = open(t, { ...options, settings, workerUrl: workerUrl('start-if-allowed.ts') });
  return { renderer, folder };
}
