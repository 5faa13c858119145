// Children at places of their own: lengths and shares, middles, and a frame that grows.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from '../../../src/typeset/block.ts';
import { aFrame, aPlace, aRoom, aText, placed } from '../../support/block.ts';

const points = (length: number) => ({ points: length, share: 0 });
const share = (part: number, length = 0) => ({ points: length, share: part });

function check(block: Block, expected: { readonly height: number; readonly shown: string[] }) {
  const { height, shown, overflows } = placed(block, 40);
  assert.deepEqual({ height, shown }, expected);
  assert.deepEqual(overflows, []);
}

test('text hangs on its first baseline, everything else on its top', () => {
  const places = [
    aPlace(aText('а'), { x: points(3), y: points(12) }),
    aPlace(aRoom(5, 4), { x: points(20), y: points(12) }),
  ];
  check(aFrame(places, 30), { height: 30, shown: ['а 3 12', 'room 20 12 5×4'] });
});

test('shares are of the frame, also of the height it grew to', () => {
  const places = [
    aPlace(aRoom(5, 4), { x: share(0.5, 1), y: share(1, -4) }),
    aPlace(aRoom(6, 35), { x: share(0) }),
  ];
  check(aFrame(places, 10), { height: 35, shown: ['room 21 31 5×4', 'room 0 0 6×35'] });
});

test('a frame grows with its lowest child and the pad below it', () => {
  const places = [aPlace(aText(['а', 'б']), { y: points(7.8) })];
  check(aFrame(places, 10, 3), { height: 23, shown: ['а 0 7.8', 'б 0 17.8'] });
  check(aFrame(places, 40, 3), { height: 40, shown: ['а 0 7.8', 'б 0 17.8'] });
});

test('a child in the middle pushes the frame open on both sides', () => {
  const middle = (height: number, off = 0) =>
    aPlace(aRoom(5, height), { y: share(0.5, off), middle: true });
  check(aFrame([middle(4)], 10), { height: 10, shown: ['room 0 3 5×4'] });
  check(aFrame([middle(16)], 10), { height: 16, shown: ['room 0 0 5×16'] });
  check(aFrame([middle(16, 2)], 10), { height: 20, shown: ['room 0 4 5×16'] });
});

test('a frame in a higher row uses the height of the row', () => {
  const block = aFrame([aPlace(aRoom(5, 4), { y: share(0.5), middle: true })], 4);
  assert.deepEqual(placed(block, 40, 20).shown, ['room 0 8 5×4']);
});

test('a child has the width it is given, else all up to the right edge', () => {
  const text = aText('бір екі үш');
  check(aFrame([aPlace(text, { x: points(33), y: points(8), width: 10 })]), {
    height: 10.2,
    shown: ['бір екі үш 33 8'],
  });
  check(aFrame([aPlace(text, { x: points(33), y: points(8) })]), {
    height: 20.2,
    shown: ['бір екі 33 8', 'үш 33 18'],
  });
});

test('children that are too wide for their place are overflows', () => {
  const wide = aFrame([aPlace(aText('калорифер'), { x: points(35) })]);
  assert.deepEqual(placed(wide, 40).overflows, ['t 9 > 5']);
});
