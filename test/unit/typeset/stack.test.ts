// Blocks under each other, gaps, and rules on the border between them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from '../../../src/typeset/block.ts';
import { aField, aRoom, aStack, aText, placed } from '../../support/block.ts';

const rule: Block = {
  kind: 'rule',
  source: 'l',
  stroke: { width: 0.5, gray: 0 },
  vertical: false,
  length: 7,
  dash: [],
};

test('children stand under each other with the gap between them', () => {
  const stack = aStack([aText('а'), aRoom(5, 3), aText(['б', 'вв'])], { gap: 2 });
  const { shown, width, height, baseline } = placed(stack, 20);
  assert.deepEqual(shown, ['а 0 7.8', 'room 0 12 5×3', 'б 0 24.8', 'вв 0 34.8']);
  assert.deepEqual({ width, height, baseline }, { width: 5, height: 37, baseline: 7.8 });
});

test('a stack that does not begin with text has no baseline', () => {
  assert.equal(placed(aStack([aRoom(5, 3), aText('а')]), 20).baseline, undefined);
  assert.equal(placed(aStack([]), 20).height, 0);
});

test('gap blocks take room and show nothing', () => {
  const gap = { kind: 'gap', source: 'g', height: 4 } as const;
  assert.deepEqual(placed(aStack([aText('а'), gap, aText('б')]), 20).shown, [
    'а 0 7.8',
    'б 0 21.8',
  ]);
});

test('an only child has the room that the stack has', () => {
  assert.deepEqual(placed(aStack([aField()]), 20, 9).shown, ['rect 0 1 10×6']);
});

test('a rule takes no height and lies on the border, half above it', () => {
  const { shown, height } = placed(aStack([aRoom(5, 3), rule, aRoom(5, 3)]), 20);
  assert.deepEqual(shown, ['room 0 0 5×3', 'rect 0 2.8 20×0.5', 'room 0 3 5×3']);
  assert.equal(height, 6);
});

test('a vertical rule has its own length, a dashed one is a line', () => {
  assert.deepEqual(placed({ ...rule, vertical: true }, 20).shown, ['rect -0.2 0 0.5×7']);
  assert.deepEqual(placed({ ...rule, dash: [0, 2.6] }, 20).shown, ['line 0 0 20 0']);
  assert.deepEqual(placed({ ...rule, dash: [1], vertical: true }, 20).shown, ['line 0 0 0 7']);
});
