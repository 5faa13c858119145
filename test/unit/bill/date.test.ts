// Dates and periods.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLocalDate } from '../../../src/bill/date.ts';
import { isPeriod, periodOf } from '../../../src/bill/period.ts';

const dates: readonly [string, boolean][] = [
  ['2026-11-25', true],
  ['2028-02-29', true],
  ['2000-02-29', true],
  ['2099-12-31', true],
  ['2026-02-29', false],
  ['2026-04-31', false],
  ['2026-06-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-01-00', false],
  ['2026-01-32', false],
  ['2026-1-1', false],
  ['26-01-01', false],
  ['1999-12-31', false],
  ['2100-01-01', false],
  ['25.11.2026', false],
  ['2026-11-25T00:00', false],
  ['2026-11-25\n', false],
  ['', false],
];

for (const [text, expected] of dates) {
  test(`${JSON.stringify(text)} is ${expected ? 'a' : 'no'} date`, () => {
    assert.strictEqual(isLocalDate(text), expected);
  });
}

test('each month has its days, in each year', () => {
  for (let year = 2000; year < 2100; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
      const start = `${year}-${String(month).padStart(2, '0')}`;
      assert(isLocalDate(`${start}-${last}`), `${start}-${last}`);
      assert(!isLocalDate(`${start}-${last + 1}`), `${start}-${last + 1}`);
    }
  }
});

const periods: readonly [string, boolean][] = [
  ['2026-10', true],
  ['2026-12', true],
  ['2026-00', false],
  ['2026-13', false],
  ['2026-1', false],
  ['1999-12', false],
  ['2026-10-01', false],
  ['', false],
];

for (const [text, expected] of periods) {
  test(`${JSON.stringify(text)} is ${expected ? 'a' : 'no'} period`, () => {
    assert.strictEqual(isPeriod(text), expected);
  });
}

test('a date lies in its period', () => {
  assert.strictEqual(periodOf('2026-11-25'), '2026-11');
});
