// Two small pages on a sheet, and the order after the cut.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutAndStack, twoUp } from '../../../src/impose/two-up.ts';
import { mmToPt } from '../../../src/typeset/unit.ts';
import { rect, text } from '../draw/sample.ts';
import { blank } from './facts.ts';

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
  const page = { ...blank(148, 210), items: [rect([10, 20, 5, 5]), text(10, 50, 'Үлгі')] };
  const dash = { width: 1, gray: 0, dash: [1, 1], roundCaps: false };
  const made = { source: 'sample.hbs:1', role: 'decoration' } as const;
  const line = { ...made, ...dash, kind: 'line', x1: 1, y1: 2, x2: 3, y2: 4 } as const;
  const sheet = twoUp(page, { ...page, items: [...page.items, line] });
  assert.ok(sheet.ok);
  const half = mmToPt(148.5);
  const [one, label, other, , moved] = sheet.value.items;
  assert.deepEqual([one, label], page.items);
  assert.ok(other?.kind === 'rect' && other.x === 10 + half && other.y === 20);
  assert.ok(moved?.kind === 'line' && moved.x1 === 1 + half && moved.x2 === 3 + half);
  assert.equal(sheet.value.width, mmToPt(297));
});

test('a page larger than half a sheet is a fault, on either side', () => {
  const small = blank(148.5, 210);
  const large = blank(210, 297);
  assert.ok(twoUp(small, small).ok);
  assert.ok(twoUp(small).ok);
  for (const sheet of [twoUp(large), twoUp(large, small), twoUp(small, large)]) {
    assert.ok(!sheet.ok);
    assert.equal(sheet.faults[0]?.code, 'DOES_NOT_FIT');
    assert.match(sheet.faults[0]?.message ?? '', /210 × 297 mm; .*148\.5 × 210 mm/);
  }
});
