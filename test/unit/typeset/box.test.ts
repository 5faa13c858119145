// Boxes around content, and boxes to write in.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block, BoxBlock } from '../../../src/typeset/block.ts';
import type { FieldBlock } from '../../../src/typeset/leaf-block.ts';
import { aBox, aField, aText, placed } from '../../support/block.ts';

function check(block: Block, expected: readonly string[], height: number): void {
  const result = placed(block, 40);
  assert.deepEqual(result.shown, expected);
  assert.equal(result.height, height);
}

test('a box pads its content and takes the width there is', () => {
  const box = aBox([aText('бір'), aText('екі')], { padX: 2, padY: 1 });
  check(box, ['rect 0 0 40×22', 'бір 2 8.8', 'екі 2 18.8'], 22);
});

test('a hugging box is as wide as its content and stands where it is told', () => {
  const hug = { padX: 2, hug: true } as const;
  check(aBox([aText('бір')], hug), ['rect 0 0 7×10', 'бір 2 7.8'], 10);
  check(aBox([aText('бір')], { ...hug, align: 'right' }), ['rect 33 0 7×10', 'бір 35 7.8'], 10);
  check(
    aBox([aText('бір')], { ...hug, align: 'center' }),
    ['rect 16.5 0 7×10', 'бір 18.5 7.8'],
    10,
  );
});

test('a box of given height has its content in the middle', () => {
  check(aBox([aText('бір')], { height: 16 }), ['rect 0 0 40×16', 'бір 0 10.8'], 16);
});

test('a box of given height becomes higher where its content is', () => {
  const box = aBox([aText('бір'), aText('екі')], { height: 16, padY: 1 });
  check(box, ['rect 0 0 40×22', 'бір 0 8.8', 'екі 0 18.8'], 22);
});

test('a box without fill and stroke draws nothing of itself', () => {
  const { fill: _, ...bare } = aBox([aText('бір')], { padX: 2 });
  check(bare satisfies BoxBlock, ['бір 2 7.8'], 10);
});

test('a text that is wider than the inside of a box overflows', () => {
  const { overflows } = placed(aBox([aText('калорифер')], { padX: 17 }), 40);
  assert.deepEqual(overflows, ['t 9 > 6']);
});

/** In a row of the given height. */
function checkField(field: FieldBlock, room: number, expected: string): void {
  assert.deepEqual(placed(field, 40, room).shown, [expected]);
}

test('a field stands inside its row and grows up to its limit', () => {
  checkField(aField(), 7, 'rect 0 1 10×5');
  checkField(aField(), 8, 'rect 0 1 10×6');
  checkField(aField(), 30, 'rect 0 1 10×6');
  checkField(aField({ align: 'right' }), 8, 'rect 30 1 10×6');
});

test('a row lower than told becomes the field itself', () => {
  checkField(aField({ fillBelow: 5 }), 5, 'rect 0 1 10×3');
  checkField(aField({ fillBelow: 5 }), 4.9, 'rect 0 0 10×4.9');
});

test('a field is a place to write in, with its fill and stroke', () => {
  const [item] = placed(aField({ fill: 1 }), 40, 8).items;
  assert.deepEqual(item?.kind === 'rect' && [item.role, item.fill, item.stroke], [
    'field',
    1,
    { width: 0.5, gray: 0 },
  ]);
});
