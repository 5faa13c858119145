// The same request gives the same bytes: again, after other bills, in two threads, after a restart,
// in another process with another zone and locale. What the bytes are is golden.test.ts's.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { renderTask } from '../../src/render/render-bill.ts';
import { createRenderer } from '../../src/worker/pool.ts';
import type { Renderer } from '../../src/worker/renderer.ts';
import { folders, listCases, loadProject, unwrap } from './case.ts';
import { digestOf, listRequests, type Request } from './digest.ts';

const resources = await loadProject();
const requests = listRequests(listCases(resources));
const first = new Map<string, string>();
for (const request of requests) first.set(request.name, await digestHere(request));

describe('the same request gives the same bytes', () => {
  test('again, in the opposite order', async () => {
    for (const request of requests.toReversed()) same(request, await digestHere(request));
  });

  test('in any order, some of them twice', async () => {
    const orders = fc.array(fc.constantFrom(...requests), { minLength: 20, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        for (const request of order) same(request, await digestHere(request));
      }),
      { numRuns: 3 },
    );
  });

  test('with resources loaded anew', async () => {
    const others = await loadProject();
    for (const request of requests) {
      same(request, digestOf(unwrap(await renderTask(request.task, others)).bytes));
    }
  });

  test('in two threads at once, and after a restart of both', async () => {
    for (const start of ['first', 'second']) {
      const renderer = openRenderer();
      try {
        await inTwoThreads(renderer, start);
      } finally {
        await renderer.close();
      }
    }
  });

  const surroundings = [
    { TZ: 'America/New_York', LANG: 'kk_KZ.UTF-8' },
    { TZ: 'Asia/Almaty', LANG: 'C' },
  ];
  for (const { TZ, LANG } of surroundings) {
    test(`in another process with TZ=${TZ} LANG=${LANG}`, async () => {
      const script = join(import.meta.dirname, 'digest.ts');
      const env = { ...process.env, TZ, LANG, LC_ALL: LANG };
      const { stdout } = await promisify(execFile)(process.execPath, [script], { env });
      const [zone, ...lines] = stdout.trimEnd().split('\n');
      assert.equal(zone, TZ);
      assert.deepEqual(
        lines,
        requests.map(({ name }) => `${name} ${first.get(name)}`),
      );
    });
  }
});

test('another spelling of a bill gives the same print, and an archive of its own', async () => {
  for (const request of requests.filter(({ name }) => name.includes('typical.kk-ru pdf'))) {
    const fields = Object.entries(JSON.parse(request.task.json)).toReversed();
    const json = JSON.stringify(Object.fromEntries(fields), undefined, 1);
    const digest = await digestHere({ ...request, task: { ...request.task, json } });
    const isPrint = request.task.profile === 'print';
    assert.equal(digest === first.get(request.name), isPrint, request.name);
  }
});

test('another request gives other bytes', () => {
  assert.equal(new Set(first.values()).size, requests.length);
});

/** Two tasks given to two free threads: each thread takes one. */
async function inTwoThreads(renderer: Renderer, start: string): Promise<void> {
  const [warm, ...rest] = requests;
  assert(warm !== undefined);
  await renderer.render(warm.task);
  for (const request of rest.filter(({ name }) => name.includes('.kk-ru '))) {
    const both = [renderer.render(request.task), renderer.render(request.task)];
    assert.equal(renderer.stats().running, 2, start);
    for (const outcome of await Promise.all(both)) {
      assert(outcome.ok);
      same(request, digestOf(outcome.value.bytes));
    }
  }
}

function openRenderer(): Renderer {
  return createRenderer({
    threads: 2,
    memoryMb: 256,
    startTimeoutMs: 30_000,
    renderTimeoutMs: 30_000,
    queueLimit: 4,
    settings: { ...folders, samples: [], today: '' },
  });
}

async function digestHere({ task }: Request): Promise<string> {
  return digestOf(unwrap(await renderTask(task, resources)).bytes);
}

function same({ name }: Request, digest: string): void {
  assert.equal(digest, first.get(name), name);
}
