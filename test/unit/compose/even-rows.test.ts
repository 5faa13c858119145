// Rows of equal fullness: order kept, nothing lost, no row over its limit.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { evenRows } from '../../../src/compose/even-rows.ts';

test('rows are as full as each other', () => {
  const sizes = (length: number, upTo: number) =>
    evenRows(Array.from({ length }), upTo).map((row) => row.length);
  assert.deepEqual(sizes(0, 4), []);
  assert.deepEqual(sizes(4, 4), [4]);
  assert.deepEqual(sizes(5, 4), [3, 2]);
  assert.deepEqual(sizes(7, 5), [4, 3]);
  assert.deepEqual(sizes(9, 4), [3, 3, 3]);
  assert.deepEqual(sizes(3, 1), [1, 1, 1]);
});

test('every element stands once, in order, and no row is longer than the first or the limit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(), { maxLength: 40 }),
      fc.integer({ min: 1, max: 12 }),
      (list, n) => {
        const rows = evenRows(list, n);
        assert.deepEqual(rows.flat(), list);
        for (const row of rows) {
          assert(row.length > 0 && row.length <= n && row.length <= (rows[0]?.length ?? 0));
        }
      },
    ),
  );
});
