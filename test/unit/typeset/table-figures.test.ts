// Figures aligned on their decimal commas, with dashes, minus signs and sub-rows among them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aSpan, aText, placed } from '../../support/block.ts';
import {
  aColumn,
  aRow,
  aTable,
  type CellContent,
  content,
  flex,
  type NamedRow,
} from '../../support/table.ts';

/** `text x` of what stands in a column of figures, padded by 1 on both sides. */
function check(rows: readonly NamedRow[], expected: readonly string[]): void {
  const due = aColumn('due', { align: 'comma', padLeft: 1, padRight: 1 });
  const rest = aColumn('rest', { always: true, width: flex(0, 0) });
  const { items, overflows } = placed(aTable([due, rest], rows), 40);
  const shown = items.flatMap((item) =>
    item.kind === 'text' ? `${item.text} ${Math.round(item.x)}` : [],
  );
  assert.deepEqual(shown, expected);
  assert.deepEqual(overflows, []);
}

/** The cells that a column of figures may hold: the composer makes either of what a bill says. */
const alone = (figure: string): CellContent => aSpan(figure, { nil: figure === '–' });
const inText = (figure: string): CellContent => figure;
const mixed = (figure: string, index: number) => (index % 2 === 0 ? alone : inText)(figure);

/** The same figures, whichever cells they stand in. */
function checkEach(figures: readonly string[], expected: readonly string[]): void {
  for (const cellOf of [alone, inText, mixed]) {
    check(
      figures.map((figure, index) => aRow({ due: cellOf(figure, index) })),
      expected,
    );
  }
}

test('commas stand under each other', () => {
  checkEach(['1 234,50', '7,5', '12,345'], ['1 234,50 1', '7,5 5', '12,345 4']);
});

test('a minus stands in front of the first digit and does not move the comma', () => {
  checkEach(['353,73', '−1 353,73'], ['353,73 4', '−1 353,73 1']);
});

test('figures without a comma end where it would stand, dashes too', () => {
  checkEach(['12,50', '8 590', '–'], ['12,50 4', '8 590 1', '– 5']);
});

test('only the last comma of a figure is the decimal one', () => {
  checkEach(['1,234,5', '12,5'], ['1,234,5 1', '12,5 4']);
});

test('sub-rows align with their rows, in their own size', () => {
  const small = aSpan('5,25', { size: 0.5 });
  for (const due of [small, aText([], { parts: [[small]] })]) {
    const row = aRow({ due: '1 000,75' }, { subrows: [aRow({ due })] });
    check([row], ['1 000,75 1', '5,25 6']);
  }
});

test('several figures of one cell stand under each other on one comma', () => {
  const due = aText(['684,01', '8 590', '12,5']);
  check([aRow({ due })], ['684,01 3', '8 590 1', '12,5 4']);
  const { items } = placed(aTable([aColumn('due', { align: 'comma' })], [aRow({ due })]), 9);
  assert.deepEqual(
    items.map((item) => item.kind === 'text' && Math.round(item.y)),
    [8, 18, 28],
  );
});

/** `source needed > available` in a column of at most 5. */
function overflowsOf(...cells: readonly CellContent[]): readonly string[] {
  const due = aColumn('due', { align: 'comma', width: content(0, 5) });
  const rows = cells.map((cell) => aRow({ due: cell }));
  return placed(aTable([due], rows), 5).overflows;
}

test('figures wider than their column are an overflow, to the left of it as well', () => {
  assert.deepEqual(overflowsOf(inText('1 234,50')), ['t 8 > 5']);
  assert.deepEqual(overflowsOf(inText('12345'), inText('1,2345')), ['t 10 > 5', 't 6 > 5']);
  assert.deepEqual(overflowsOf(alone('1 234,50')), ['cell 8 > 5']);
  assert.deepEqual(overflowsOf(alone('12345'), alone('1,2345')), ['cell 10 > 5', 'cell 6 > 5']);
  assert.deepEqual(overflowsOf(alone('12345'), inText('1,2345')), ['cell 10 > 5', 't 6 > 5']);
  assert.deepEqual(overflowsOf(alone('12,34'), inText('12,34')), []);
});

test('of several figures in one cell the widest counts on either side of the comma', () => {
  assert.deepEqual(overflowsOf(aText(['1234', '1,23', '12'])), ['t 7 > 5']);
});
