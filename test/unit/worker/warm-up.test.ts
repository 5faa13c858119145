// A thread renders every sample before it says that it has started.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failure } from '../../../src/fault.ts';
import type { RenderTask } from '../../../src/worker/protocol.ts';
import { warmUp } from '../../../src/worker/warm-up.ts';

test('each sample once, one after the other, whatever comes of it', async () => {
  const tasks: RenderTask[] = [];
  let running = 0;
  await warmUp({ samples: ['a', 'b'], today: '2026-11-06' }, async (task) => {
    assert.equal(running, 0);
    running += 1;
    tasks.push(task);
    await Promise.resolve();
    running -= 1;
    return failure([{ code: 'BILL_INVALID', message: 'The bill has no period.' }]);
  });
  assert.deepEqual(
    tasks.map(({ json, output, today }) => [json, output, today]),
    ['a', 'b'].map((json) => [json, 'pdf', '2026-11-06']),
  );
});
