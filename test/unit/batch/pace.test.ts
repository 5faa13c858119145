// Estimates from the pace so far, and what is remembered for them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pace } from '../../../src/batch/pace.ts';

test('the rest goes as what was drawn since it was first asked', () => {
  let nowMs = 0;
  const pace = new Pace(() => nowMs);
  const batch = { id: 'A', sheets: 100 };
  assert.equal(pace.secondsLeft({ id: 'A' }, 0), undefined, 'there is no plan yet');
  assert.equal(pace.secondsLeft(batch, 20), undefined);
  nowMs = 10_000;
  assert.equal(pace.secondsLeft(batch, 20), undefined, 'nothing was drawn');
  assert.equal(pace.secondsLeft(batch, 40), 30);
});

test('a batch that has ended is forgotten', () => {
  const pace = new Pace(() => 0);
  pace.secondsLeft({ id: 'A', sheets: 1 }, 0);
  pace.secondsLeft({ id: 'B', sheets: 1 }, 0);
  assert.equal(pace.size, 2);
  pace.forget('A');
  pace.forget('nobody');
  assert.equal(pace.size, 1);
});
