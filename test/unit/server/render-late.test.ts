// A start that only tries has one archive drawn as a picture, of the first sample there is.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failure } from '../../../src/fault.ts';
import { offerLayouts } from '../../../src/server/offered-layouts.ts';
import { renderLate } from '../../../src/server/render-late.ts';
import type { LayoutSummary, RenderTask } from '../../../src/worker/protocol.ts';

const title = { kk: 'Шот', ru: 'Счёт' };
const summaries: readonly LayoutSummary[] = ['a', 'b', 'c'].map((id) => {
  return { id, revision: 1, title, languages: ['kk'], digest: '' };
});

async function tasksWith(samples: Readonly<Record<string, unknown>>) {
  const tasks: RenderTask[] = [];
  await renderLate({
    renderer: {
      async render(task) {
        tasks.push(task);
        return failure([{ code: 'BILL_INVALID', message: 'The bill has no period.' }]);
      },
      readiness: () => ({ ready: true }),
      stats: () => ({ threads: 1, waiting: 0, running: 0, queueLimit: 1, restarts: 0 }),
      close: async () => {},
    },
    layouts: offerLayouts(summaries, new Map(Object.entries(samples))),
    clock: { today: () => '2026-11-06' },
  });
  return tasks.map(({ json, output, profile, today }) => [json, output, profile, today]);
}

test('one archive as a picture', async () => {
  const expected = [['{"period":"2026-10"}', 'png', 'archive', '2026-11-06']];
  assert.deepEqual(await tasksWith({ b: { period: '2026-10' }, c: {} }), expected);
});

test('nothing where there is no sample', async () => {
  assert.deepEqual(await tasksWith({}), []);
});
