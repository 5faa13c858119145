// Which sheets are wanted again: ranges, their bounds, and what cannot be meant.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reprintRequestSchema, Selection } from '../../../src/batch/selection.ts';

test('ranges and single numbers, each sheet once', () => {
  const selection = new Selection({ sequences: [3, '2-4'], accounts: ['000000009'] });
  assert.ok(!selection.isUnusable);
  const wanted = [1, 2, 3, 4, 5].filter((sequence) => selection.has(sequence, '000000001'));
  assert.deepEqual(wanted, [2, 3, 4]);
  assert.equal(selection.missing, 1);
});

test('thousands of ranges that name a billion sheets are too many, and cost nothing', () => {
  const sequences = Array.from({ length: 5000 }, (_, index) => `${index + 1}-999999999`);
  const before = process.memoryUsage().heapUsed;
  assert.ok(new Selection({ sequences, accounts: [] }).isUnusable);
  assert.ok(process.memoryUsage().heapUsed - before < 32 * 1024 ** 2);
});

test('a range that is written backwards is refused', () => {
  const read = (sequence: string) =>
    reprintRequestSchema.safeParse({ sequences: [sequence], reason: 'torn' }).success;
  assert.deepEqual(['1203-1207', '1203-1203', '1207-1203', '9-10'].map(read), [
    true,
    true,
    false,
    true,
  ]);
});
