// One box per digit of a meter, a comma, one per decimal; boxes give way to the width there is.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DigitsBlock } from '../../../src/typeset/leaf-block.ts';
import { aDigits, placed } from '../../support/block.ts';

/** The left edges of the boxes without the half stroke that they reach over their cells. */
function check(block: DigitsBlock, width: number, expected: readonly number[]): void {
  const { items, overflows } = placed(block, width);
  const lefts = items.flatMap((item) => (item.kind === 'rect' ? item.x + 0.25 : []));
  assert.deepEqual(lefts, expected);
  assert.deepEqual(overflows, []);
}

test('there are as many boxes as digits and decimals, abutting', () => {
  check(aDigits(), 40, [0, 5, 10]);
  check(aDigits({ digits: 2, decimals: 2 }), 40, [0, 5, 12, 17]);
  check(aDigits({ digits: 1 }), 40, [0]);
});

test('neighbours share their edge', () => {
  const [first, second] = placed(aDigits(), 40).items;
  assert.ok(first?.kind === 'rect' && second?.kind === 'rect');
  const overlap = first.x + first.width - second.x;
  assert.equal(overlap, first.stroke?.width);
});

test('the comma stands in its gap, on the foot of the boxes', () => {
  const { items } = placed(aDigits({ digits: 2, decimals: 1 }), 40);
  const comma = items.find((item) => item.kind === 'text');
  assert.ok(comma?.kind === 'text');
  assert.deepEqual([comma.text, comma.x], [',', 10.5]);
  assert.ok(comma.y > 5 && comma.y <= 6, `${comma.y}`);
});

test('boxes become as narrow as needed, never narrower than told', () => {
  check(aDigits(), 15, [0, 5, 10]);
  check(aDigits(), 13.5, [0, 4.5, 9]);
  check(aDigits({ digits: 2, decimals: 1 }), 15.5, [0, 4.5, 11]);
  check(aDigits(), 12, [0, 4, 8]);
  const { overflows } = placed(aDigits(), 11.9);
  assert.deepEqual(overflows, ['d 12 > 11.9']);
});

test('a box is a place to write in', () => {
  for (const item of placed(aDigits(), 40).items) assert.equal(item.role, 'field');
});
