// The day in the configured zone, around midnight and around the change of Almaty's offset.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClock } from '../../../src/clock.ts';

test('today is the day of the configured zone', () => {
  check('Asia/Almaty', '2026-11-05T18:59:59Z', '2026-11-05');
  check('Asia/Almaty', '2026-11-05T19:00:00Z', '2026-11-06');
  check('UTC', '2026-11-05T23:59:59Z', '2026-11-05');
  check('Asia/Almaty', '2026-12-31T19:00:00Z', '2027-01-01');
});

// Almaty was at UTC+6 until 1 March 2024, at UTC+5 since.
test('the offset is the one in force on that day', () => {
  check('Asia/Almaty', '2024-02-28T18:00:00Z', '2024-02-29');
  check('Asia/Almaty', '2024-03-05T18:00:00Z', '2024-03-05');
});

function check(zone: string, now: string, expected: string): void {
  assert.equal(createClock(zone, () => new Date(now)).today(), expected);
}
