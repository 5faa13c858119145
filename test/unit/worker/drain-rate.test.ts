// When a refused caller is told to come again.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createDrainRate } from '../../../src/worker/drain-rate.ts';

test('the wait follows the measured duration, the queue and the threads', () => {
  check({ durationMs: 50, waiting: 64, threads: 1 }, 4);
  check({ durationMs: 50, waiting: 64, threads: 8 }, 1);
  check({ durationMs: 5, waiting: 64, threads: 1 }, 1);
  check({ durationMs: 10_000, waiting: 64, threads: 2 }, 60);
  check({ durationMs: 1000, waiting: 0, threads: 1 }, 1);
});

test('one slow bill does not change the picture, twenty do', () => {
  const rate = createDrainRate();
  for (let count = 0; count < 50; count += 1) rate.record(5);
  rate.record(1000);
  assert.ok(rate.secondsFor(100, 1) <= 11);
  for (let count = 0; count < 20; count += 1) rate.record(1000);
  assert.equal(rate.secondsFor(100, 1), 60);
});

test('always whole seconds from 1 to 60', () => {
  const duration = fc.float({ min: 0, max: 1e7, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(duration),
      fc.nat(1e6),
      fc.integer({ min: 1, max: 256 }),
      (durations, waiting, threads) => {
        const rate = createDrainRate();
        for (const durationMs of durations) rate.record(durationMs);
        const seconds = rate.secondsFor(waiting, threads);
        assert.ok(Number.isInteger(seconds) && seconds >= 1 && seconds <= 60);
      },
    ),
  );
});

interface Load {
  readonly durationMs: number;
  readonly waiting: number;
  readonly threads: number;
}

function check({ durationMs, waiting, threads }: Load, expected: number): void {
  const rate = createDrainRate();
  for (let count = 0; count < 100; count += 1) rate.record(durationMs);
  assert.equal(rate.secondsFor(waiting, threads), expected);
}
