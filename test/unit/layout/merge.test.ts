// A layout's own JSON over the shared one.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeJson } from '../../../src/layout/merge.ts';

test('objects merge, everything else replaces', () => {
  const cases: readonly (readonly [unknown, unknown, unknown])[] = [
    [{ a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    [{ a: 1 }, { a: 2 }, { a: 2 }],
    [{ a: { b: 1, c: 2 } }, { a: { c: 3 } }, { a: { b: 1, c: 3 } }],
    [{ a: [1, 2, 3] }, { a: [4] }, { a: [4] }],
    [{ a: { b: 1 } }, { a: null }, { a: null }],
    [{ a: 'x' }, { a: { b: 1 } }, { a: { b: 1 } }],
    [{ a: { b: 1 } }, { a: ['b'] }, { a: ['b'] }],
    [{}, 5, 5],
    [5, { a: 1 }, { a: 1 }],
  ];
  for (const [base, own, expected] of cases) assert.deepEqual(mergeJson(base, own), expected);
});

test('neither input is changed', () => {
  const base = { a: { b: 1 } };
  const own = { a: { c: 2 } };
  mergeJson(base, own);
  assert.deepEqual([base, own], [{ a: { b: 1 } }, { a: { c: 2 } }]);
});
