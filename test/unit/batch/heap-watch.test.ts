// When a thread is told to let go of what it keeps from bill to bill.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HeapWatch } from '../../../src/batch/heap-watch.ts';

/** After which bills it is full, of `used` in turns, one a look of eight bills. */
function check(used: readonly number[], expected: readonly number[]): void {
  let look = 0;
  const watch = new HeapWatch(125, () => (used[look++ % used.length] ?? 0) * 2 ** 20);
  const full = Array.from({ length: 256 }, (_, at) => at + 1).filter(() => watch.isFull());
  assert.deepEqual(full, expected);
}

test('a heap of which garbage is the most part is not full', () => {
  check([200, 180, 100, 190], []);
});

test('a heap that stays above the bound is full, at every judgement anew', () => {
  check([200, 101, 150], [128, 256]);
});

test('each judgement looks at its own bills only', () => {
  check([...Array<number>(16).fill(90), ...Array<number>(16).fill(120)], [256]);
});
