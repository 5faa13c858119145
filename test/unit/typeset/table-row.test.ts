// Rows: heights, pads, fills, rules, boxes to write in, spanning cells, sub-rows and notes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TableBlock } from '../../../src/typeset/block.ts';
import { aField, aText, placed } from '../../support/block.ts';
import { aCell, aColumn, aRow, aTable, fixed, type NamedRow } from '../../support/table.ts';

const hairline = { width: 0.2, gray: 0 };

/** Four columns of 10, 20, 20 and 10. */
function fourColumns(...rows: readonly NamedRow[]): TableBlock {
  const wide = { width: fixed(20), always: true };
  const narrow = { width: fixed(10), always: true };
  const columns = [
    aColumn('key', narrow),
    aColumn('service', wide),
    aColumn('sum', { ...wide, align: 'right' }),
    aColumn('pay', narrow),
  ];
  return aTable(columns, rows);
}

function check(rows: readonly NamedRow[], expected: readonly string[], height?: number): void {
  const result = placed(fourColumns(...rows), 60);
  assert.deepEqual(result.shown, expected);
  assert.deepEqual(result.overflows, []);
  if (height !== undefined) assert.equal(result.height, height);
}

test('a row is as high as its highest cell and its pad, half of it above', () => {
  check(
    [aRow({ key: 'а', service: aText(['б', 'в']) }, { pad: 3 })],
    ['а 0 9.3', 'б 10 9.3', 'в 10 19.3'],
    23,
  );
});

test('a row is at least as high as told, its lines at the top or in the middle', () => {
  check([aRow({ key: 'а' }, { minHeight: 30, pad: 2 })], ['а 0 8.8'], 30);
  check([aRow({ key: 'а' }, { minHeight: 30, middle: true })], ['а 0 17.8'], 30);
  check([aRow({ key: 'а' }, { minHeight: 5 }), aRow({ key: 'б' })], ['а 0 7.8', 'б 0 17.8'], 20);
});

test('a cell over several columns has their width', () => {
  const over = (to: string, indent = 0) =>
    aRow({ over: aCell('service', 'бірінші екінші үшінші', { to, indent }) });
  check([over('service')], ['бірінші екінші 10 7.8', 'үшінші 10 17.8']);
  check([over('sum')], ['бірінші екінші үшінші 10 7.8']);
  check([over('sum', 5)], ['бірінші екінші үшінші 15 7.8']);
});

test('cells of columns that are not there are left out', () => {
  const columns = [aColumn('a', { width: fixed(10), always: true }), aColumn('b')];
  const table = aTable(columns, [aRow({ a: 'бір', b: '–' })]);
  assert.deepEqual(placed(table, 10).shown, ['бір 0 7.8']);
});

test('a box to write in belongs to the whole row', () => {
  const row = aRow({ service: aText(['б', 'в']), pay: aField() }, { pad: 4 });
  check([row], ['б 10 9.8', 'в 10 19.8', 'rect 50 1 10×6'], 24);
});

test('a fill covers the row, a rule lies on its upper edge', () => {
  const rule = { stroke: hairline };
  check(
    [aRow({ key: 'а' }, { fill: 0.9, rule })],
    ['rect 0 0 60×10', 'rect 0 -0.1 60×0.2', 'а 0 7.8'],
  );
});

test('a rule runs from the edge of one column to that of another', () => {
  for (const [from, to, expected] of [
    ['service', undefined, 'rect 10 -0.1 50×0.2'],
    [undefined, 'service', 'rect 0 -0.1 30×0.2'],
    ['service', 'sum', 'rect 10 -0.1 40×0.2'],
    ['nowhere', 'sum', 'rect 0 -0.1 50×0.2'],
  ] as const) {
    const ends = { ...(from && { from }), ...(to && { to }) };
    check([aRow({ key: 'а' }, { rule: { stroke: hairline, ...ends } })], [expected, 'а 0 7.8']);
  }
});

test('sub-rows follow below, in the same columns', () => {
  const subrow = aRow({ service: aCell('service', 'в', { indent: 2 }), sum: '3,5' });
  check(
    [aRow({ service: 'б', sum: '12' }, { pad: 2, subrows: [subrow] }), aRow({ key: 'г' })],
    ['б 10 8.8', '12 48 8.8', 'в 12 18.8', '3,5 47 18.8', 'г 0 29.8'],
    32,
  );
});

/** A note right-aligned to the column of sums; the row's cells are beside it. */
function checkNote(cells: Parameters<typeof aRow>[0], expected: string): void {
  const note = { column: 'sum', block: aText('себебі бар') };
  const { shown } = placed(fourColumns(aRow(cells, { notes: [note] })), 60);
  assert.equal(
    shown.find((item) => item.startsWith('себебі')),
    expected,
  );
}

test('a note stands on the last line of its row where nothing stands in its way', () => {
  const two = aText(['б', 'в']);
  checkNote({ service: two, sum: '12' }, 'себебі бар 40 17.8');
  checkNote({ service: aText(['б', 'ұзақ қызмет аты']), sum: '12' }, 'себебі бар 40 17.8');
});

test('a note stands below its row where a line or a cell is in its way', () => {
  checkNote({ service: 'б', sum: '12' }, 'себебі бар 40 17.8');
  checkNote({ service: aText(['б', 'в']), sum: aText(['12', '13']) }, 'себебі бар 40 27.8');
  const over = aCell('key', aText(['б', 'өте ұзақ қызметтің толық аталуы осындай']), { to: 'sum' });
  checkNote({ over }, 'себебі бар 40 27.8');
});

test('several notes share a line where they leave each other room, else each takes its own', () => {
  const check = (first: string, column: string, expected: readonly string[], height: number) => {
    const notes = [
      { column, block: aText(first) },
      { column: 'sum', block: aText('себебі') },
    ];
    const page = placed(fourColumns(aRow({ service: 'б' }, { notes })), 60);
    assert.deepEqual(page.shown.slice(1), expected);
    assert.equal(page.height, height);
  };
  check('артық', 'service', ['артық 25 17.8', 'себебі 44 17.8'], 20);
  check('тым ұзақ', 'sum', ['тым ұзақ 42 17.8', 'себебі 44 27.8'], 30);
});

test('boxes to write in stand in no one’s way', () => {
  checkNote({ service: aText(['б', 'в']), sum: aField() }, 'себебі бар 40 17.8');
});
