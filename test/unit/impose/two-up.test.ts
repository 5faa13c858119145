// Two pages on a press sheet, and the order after the cut.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { separatorPage } from '../../../src/impose/separator.ts';
import { checkHalf, cutAndStack, halfOf, twoUp } from '../../../src/impose/two-up.ts';
import { mmToPt } from '../../../src/typeset/unit.ts';
import { rect, text } from '../draw/sample.ts';
import { blank, house, labels, type } from './facts.ts';

test('the right pile under the left one has all pages in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), (pages) => {
      const sheets = cutAndStack(pages);
      const left = sheets.map(([page]) => page);
      const right = sheets.flatMap(([, page]) => (page === undefined ? [] : [page]));
      assert.deepEqual(
        [...left, ...right],
        Array.from({ length: pages }, (_, index) => index),
      );
      assert.equal(sheets.length, Math.ceil(pages / 2));
    }),
  );
});

test('pages stand side by side as they are', () => {
  const page = { ...blank(210, 297), items: [rect([10, 20, 5, 5]), text(10, 50, 'Үлгі')] };
  const dash = { width: 1, gray: 0, dash: [1, 1], roundCaps: false };
  const made = { source: 'sample.hbs:1', role: 'decoration' } as const;
  const line = { ...made, ...dash, kind: 'line', x1: 1, y1: 2, x2: 3, y2: 4 } as const;
  const sheet = twoUp('a3', page, { ...page, items: [...page.items, line] });
  const half = mmToPt(210);
  const [one, label, other, , moved] = sheet.items;
  assert.deepEqual([one, label], page.items);
  assert.ok(other?.kind === 'rect' && other.x === 10 + half && other.y === 20);
  assert.ok(moved?.kind === 'line' && moved.x1 === 1 + half && moved.x2 === 3 + half);
  assert.deepEqual([sheet.width, sheet.height], [mmToPt(420), mmToPt(297)]);
});

test('the cut is marked at both ends, in the middle', () => {
  for (const paper of ['a3', 'a4'] as const) {
    const { width, height, items } = twoUp(paper, blank(10, 10));
    const ends = items.map((item) => item.kind === 'line' && [item.x1, item.x2, item.y1, item.y2]);
    const [middle, long] = [width / 2, mmToPt(5)];
    assert.deepEqual(ends, [
      [middle, middle, 0, long],
      [middle, middle, height - long, height],
    ]);
  }
});

test('a page that is not half a press sheet is a fault', () => {
  const fits = [
    ['a3', 210, 297],
    ['a4', 148, 210],
    ['a4', 148.5, 210],
  ] as const;
  for (const [paper, width, height] of fits) assert.ok(checkHalf(blank(width, height), paper).ok);
  const others = [
    ['a3', 148, 210, /148 × 210 mm; half a sheet of A3 is 210 × 297 mm/],
    ['a4', 210, 297, /210 × 297 mm; half a sheet of A4 is 148\.5 × 210 mm/],
    ['a4', 210, 148, /210 × 148 mm/],
    ['a3', 210, 297.1, /210 × 297\.1 mm/],
  ] as const;
  for (const [paper, width, height, says] of others) {
    const checked = checkHalf(blank(width, height), paper);
    assert.ok(!checked.ok);
    assert.equal(checked.faults[0]?.code, 'DOES_NOT_FIT');
    assert.match(checked.faults[0]?.message ?? '', says);
  }
});

test('a separator between small bills is as small as they are', () => {
  const { width, height } = halfOf('a4');
  const [large, small] = [undefined, height].map((given) =>
    separatorPage(house, labels, type, given),
  );
  assert.ok(large?.ok && small?.ok);
  assert.ok(checkHalf(small.value, 'a4').ok);
  assert.equal(small.value.items.length, large.value.items.length);
  const inside = small.value.items.every((item) => {
    assert.ok(item.kind === 'rect' || item.kind === 'text');
    return item.x >= 0 && item.x + item.width <= width && item.y <= height;
  });
  assert.ok(inside);
  // Points of type: A5 is smaller than A4 by the root of two.
  const numbers = [large, small].map(({ value: { items } }) =>
    items.flatMap((item) => (item.kind === 'text' && item.text === '12к2' ? [item.size] : [])),
  );
  assert.deepEqual(numbers, [[220], [155.56]]);
});
