// Figures aligned on their decimal commas, with dashes, minus signs and sub-rows among them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aSpan, aText, placed } from '../../support/block.ts';
import { aColumn, aRow, aTable, content, flex, type NamedRow } from '../../support/table.ts';

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

test('commas stand under each other', () => {
  check(
    [aRow({ due: '1 234,50' }), aRow({ due: '7,5' }), aRow({ due: '12,345' })],
    ['1 234,50 1', '7,5 5', '12,345 4'],
  );
});

test('a minus stands in front of the first digit and does not move the comma', () => {
  check([aRow({ due: '353,73' }), aRow({ due: '−1 353,73' })], ['353,73 4', '−1 353,73 1']);
});

test('figures without a comma end where it would stand, dashes too', () => {
  check(
    [aRow({ due: '12,50' }), aRow({ due: '8 590' }), aRow({ due: '–' })],
    ['12,50 4', '8 590 1', '– 5'],
  );
});

test('only the last comma of a figure is the decimal one', () => {
  check([aRow({ due: '1,234,5' }), aRow({ due: '12,5' })], ['1,234,5 1', '12,5 4']);
});

test('sub-rows align with their rows, in their own size', () => {
  const small = aText([], { parts: [[aSpan('5,25', { size: 0.5 })]] });
  const row = aRow({ due: '1 000,75' }, { subrows: [aRow({ due: small })] });
  check([row], ['1 000,75 1', '5,25 6']);
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

test('figures wider than their column are an overflow, to the left of it as well', () => {
  const due = aColumn('due', { align: 'comma', width: content(0, 5) });
  const overflowsOf = (...figures: readonly string[]) =>
    placed(
      aTable(
        [due],
        figures.map((figure) => aRow({ due: figure })),
      ),
      5,
    ).overflows;
  assert.deepEqual(overflowsOf('1 234,50'), ['t 8 > 5']);
  assert.deepEqual(overflowsOf('12345', '1,2345'), ['t 10 > 5', 't 6 > 5']);
  assert.deepEqual(overflowsOf('12,34'), []);
});
