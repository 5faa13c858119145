// Every thread sees every sample before the first caller.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failure } from '../../../src/fault.ts';
import type { RenderTask } from '../../../src/worker/protocol.ts';
import { warmUp } from '../../../src/worker/warm-up.ts';

test('each sample once a thread, one sample after the other, whatever comes of it', async () => {
  const tasks: RenderTask[] = [];
  let running = 0;
  let most = 0;
  const renderer = {
    render: async (task: RenderTask) => {
      running += 1;
      most = Math.max(most, running);
      tasks.push(task);
      await Promise.resolve();
      running -= 1;
      return failure([{ code: 'WORKER_LOST', message: 'Lost.' }]);
    },
    readiness: () => ({ ready: true }) as const,
    stats: () => ({ threads: 3, waiting: 0, running: 0, queueLimit: 64, restarts: 0 }),
    close: async () => {},
  };
  await warmUp(renderer, ['a', 'b'], '2026-11-06');
  assert.deepEqual(
    tasks.map(({ json, output, today }) => [json, output, today]),
    ['a', 'a', 'a', 'b', 'b', 'b'].map((json) => [json, 'pdf', '2026-11-06']),
  );
  assert.equal(most, 3);
});
