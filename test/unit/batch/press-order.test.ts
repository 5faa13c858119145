// The order in which pages of a volume go to paper: every page once, and in order after the cut.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { marksOf } from '../../../src/batch/impose-pages.ts';
import { type PressedPage, pressedPages, pressOrder } from '../../../src/batch/press-order.ts';
import type { SpooledSheet } from '../../../src/batch/spooled-sheet.ts';
import type { VolumePlan } from '../../../src/batch/write-plan.ts';

/** Houses of `houses[n]` bills, each behind a separator if wanted. */
function planOf(houses: readonly number[], hasSeparators: boolean): VolumePlan {
  const pages: VolumePlan['pages'][number][] = [];
  const titles: VolumePlan['houses'][number][] = [];
  let sequence = 0;
  for (const [index, bills] of houses.entries()) {
    titles.push({ page: pages.length + 1, title: `house ${index}` });
    const counts = { sheetCount: bills, billCount: bills, amount: 0 };
    const range = { firstSequence: sequence + 1, lastSequence: sequence + bills };
    if (hasSeparators) {
      const group = { kind: 'house', ...range, ...counts } as const;
      pages.push({ kind: 'separator', group, ...range, continued: false });
    }
    for (let bill = 0; bill < bills; bill += 1) {
      sequence += 1;
      const place = { line: sequence, copy: 1, copies: 1, offset: 0, length: 0 };
      pages.push({ kind: 'sheet', sequence, ...place } as SpooledSheet);
    }
  }
  return { number: 1, pages, houses: titles };
}

const volumes = fc.record({
  houses: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 20 }),
  hasSeparators: fc.boolean(),
  given: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 10 }),
});

test('after the cut the pile is what one by one would have printed', () => {
  fc.assert(
    fc.property(volumes, ({ houses, hasSeparators, given }) => {
      const plan = planOf(houses, hasSeparators);
      const pages = pressedPages(plan, new Set(given), () => 0);
      const pressed = pressOrder(pages, 'a3');
      const left = pressed.map(([page]) => page);
      const right = pressed.flatMap(([, page]) => (page === undefined ? [] : [page]));
      assert.deepEqual([...left, ...right], pages);
      assert.deepEqual(
        pressOrder(pages, undefined).map(([page]) => page),
        pages,
      );
      const sequences = pages.flatMap(({ planned }) =>
        planned.kind === 'sheet' ? [planned.sequence] : [],
      );
      const total = houses.reduce((sum, bills) => sum + bills, 0);
      const all = Array.from({ length: total }, (_, index) => index + 1);
      assert.deepEqual(
        sequences,
        all.filter((sequence) => !given.includes(sequence)),
      );
    }),
  );
});

test('a separator goes with the last of its bills', () => {
  const pages = pressedPages(planOf([2, 1], true), new Set([3]), () => 0);
  assert.deepEqual(
    pages.map(({ index, section }) => [index, section]),
    [
      [0, 'house 0'],
      [1, 'house 0'],
      [2, 'house 0'],
    ],
  );
});

test('a press sheet is called by both its numbers, and leads to both houses', () => {
  const pages = pressedPages(planOf([2, 2, 1], true), new Set(), () => 0);
  const marks = pressOrder(pages, 'a3').map((sheet) => marksOf('a3', sheet));
  const [a, b, c] = ['house 0', 'house 1', 'house 2'];
  assert.deepEqual(marks, [
    { label: '- | 3', section: a, sectionBeside: b },
    { label: '1 | 4', section: a, sectionBeside: b },
    { label: '2 | -', section: a, sectionBeside: c },
    { label: '- | 5', section: b, sectionBeside: c },
  ]);
  const [separator, sheet] = pages;
  const alone = (page: PressedPage | undefined) => page && marksOf(undefined, [page]);
  assert.deepEqual([alone(separator), alone(sheet)], [{ section: a }, { label: '1', section: a }]);
  const blank = separator && marksOf('a3', [separator]);
  assert.deepEqual(blank, { section: a });
});
