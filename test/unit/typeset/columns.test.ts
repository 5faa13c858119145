// Tracks side by side: fixed, shared, as wide as their content; spread; rules between them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ColumnsBlock } from '../../../src/typeset/block.ts';
import { aColumns, aRoom, aText, placed } from '../../support/block.ts';

const rule = { width: 1, gray: 0 };

/** The x of each child, which are rooms 1 wide unless texts; overflows must be none. */
function check(block: ColumnsBlock, width: number, expected: readonly number[]): void {
  const { items, overflows } = placed(block, width);
  const lefts = items.map((item) => ('x' in item ? Math.round(item.x * 10) / 10 : undefined));
  assert.deepEqual(lefts, expected);
  assert.deepEqual(overflows, []);
}

const room = aRoom(1, 5);

test('fixed tracks keep their width, shares divide what is left', () => {
  check(aColumns('20 1fr 10', [room, room, room]), 100, [0, 20, 90]);
  check(aColumns('1fr 3fr', [room, room]), 100, [0, 25]);
  check(aColumns('20 1fr 1fr', [room, room, room], { gap: 4 }), 100, [0, 24, 64]);
});

test('content tracks are as wide as their content on one line', () => {
  check(aColumns('auto auto', [aText('бір екі'), room], { gap: 2 }), 100, [0, 9]);
  check(aColumns('auto 1fr auto', [room, room, aText('бір')]), 100, [0, 1, 97]);
  check(aColumns('10', [room, aText('екі'), room]), 100, [0, 10, 13]);
});

test('spread children are as far apart from each other as the width allows', () => {
  const texts = [aText('бір'), aText('екі'), aText('төрт')];
  check(aColumns('', texts, { spread: true, gap: 4 }), 40, [0, 18, 36]);
  check(aColumns('', texts, { spread: true, gap: 4 }), 18, [0, 7, 14]);
  check(aColumns('', [aText('бір')], { spread: true, gap: 4 }), 40, [0]);
});

test('spread children too close to each other are an overflow', () => {
  const texts = [aText('бір'), aText('екі'), aText('төрт')];
  const { overflows } = placed(aColumns('', texts, { spread: true, gap: 4 }), 17);
  assert.deepEqual(overflows, ['c 18 > 17']);
});

test('tracks that are wider together than the block are an overflow', () => {
  const texts = [aText('бір'), aText('екі')];
  assert.deepEqual(placed(aColumns('auto auto', texts, { gap: 4 }), 10).overflows, []);
  assert.deepEqual(placed(aColumns('auto auto', texts, { gap: 4 }), 9).overflows, ['c 10 > 9']);
  assert.deepEqual(placed(aColumns('20 30', [room, room]), 40).overflows, ['c 50 > 40']);
});

test('a rule stands in the middle of each gap, as high as the columns or as told', () => {
  const block = aColumns('10 10', [room, aRoom(1, 8)], { gap: 4, rule });
  assert.deepEqual(placed(block, 40).shown, ['room 0 0 1×5', 'rect 11.5 0 1×8', 'room 14 0 1×8']);
  assert.equal(placed({ ...block, ruleHeight: 3 }, 40).shown[1], 'rect 11.5 0 1×3');
});

test('the block is as high as its highest child and hangs on the first baseline there is', () => {
  const { height, width, baseline } = placed(
    aColumns('10 auto', [aRoom(1, 30), aText('бір', { leading: 5 })], { gap: 2 }),
    40,
  );
  assert.deepEqual({ height, width, baseline }, { height: 30, width: 15, baseline: 3.9 });
});
