// Lists of letters, aligned: what is in both, in order, and runs left out as a whole.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { align, impossible } from '../../../src/snapshot/align.ts';

/** `ab-d` with `a-cd`: a pair stands above each other, what is left out stands over a dash. */
function shown(before: string, after: string): readonly [string, string] {
  const likeness = {
    before: before.length,
    after: after.length,
    same: (a: number, b: number) => before[a] === after[b],
    score: (a: number, b: number) => scoreOf(before[a] ?? '', after[b] ?? ''),
  };
  let [top, bottom, i, j] = ['', '', 0, 0];
  for (const [a, b] of [...align(likeness), [before.length, after.length] as const]) {
    top += before.slice(i, a) + '-'.repeat(b - j) + (before[a] ?? '');
    bottom += '-'.repeat(a - i) + after.slice(j, b) + (after[b] ?? '');
    [i, j] = [a + 1, b + 1];
  }
  return [top, bottom];
}

/** Letters of one kind may stand for each other; digits and letters may not. */
function scoreOf(a: string, b: string): number {
  if (a === b) return 10;
  return /\d/.test(a) === /\d/.test(b) ? 1 : impossible;
}

describe('lists are aligned', () => {
  check('abc', 'abc', 'abc', 'abc');
  check('', 'ab', '--', 'ab');
  check('ab', '', 'ab', '--');
  check('abcd', 'acd', 'abcd', 'a-cd');
  check('abcd', 'axcd', 'abcd', 'axcd');
  check('abyzef', 'abcdyzef', 'ab--yzef', 'abcdyzef');
  check('a1b', 'ab1', 'a-1b', 'ab1-');
  check('12ab34', '1234', '12ab34', '12--34');

  function check(before: string, after: string, top: string, bottom: string): void {
    test(`${before} and ${after}`, () => {
      assert.deepEqual(shown(before, after), [top, bottom]);
    });
  }
});
