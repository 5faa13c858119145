// Tables: columns from the layout, rows and cells from the template.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BillInput } from '../../../src/bill/schema.ts';
import type { Row, TableBlock } from '../../../src/typeset/block.ts';
import { mmToPt } from '../../../src/typeset/unit.ts';
import { aLayout } from '../../support/a-layout.ts';
import { blocksOf, composedWith, isKind, partsIn, templateOf } from '../../support/compose.ts';

const tables = {
  charges: {
    style: 'text',
    pad: 0.5,
    headStyle: 'head',
    headPad: 'rowPad',
    headRule: 'hairline',
    groupRule: 'hairline',
    endRule: 'hairline',
    shrink: [7, 6.5],
    floor: 6.5,
    columns: [
      { id: 'service', label: 'service', width: { flex: true, min: 30, want: 60 } },
      { id: 'due', label: 'due', align: 'comma', style: 'strong', width: { content: true } },
      { id: 'pay', align: 'right', width: { fixed: 15 }, band: 'pale', always: true },
    ],
    groups: [{ from: 'due', to: 'pay', label: 'due' }],
  },
};
const styles = {
  head: { size: 6, leading: 2.5 },
  strong: { size: 9, leading: 3.2, face: 'bold' },
};

function tableOf(rows: string, bill: Partial<BillInput> = {}, parameters = ''): TableBlock {
  const lines = `{{#table "charges" ${parameters}}}\n${rows}\n{{/table}}`;
  const layout = aLayout({ template: templateOf(lines), settings: { tables, styles } });
  const sheet = composedWith(layout, bill);
  assert.ok(sheet.ok, JSON.stringify(sheet));
  const table = sheet.value.regions[0]?.children[0];
  assert.ok(isKind(table, 'table'));
  return table;
}

function rowOf(row: string): Row {
  const [only] = tableOf(row).rows;
  assert.ok(only);
  return only;
}

test('columns, head and limits are those of layout.json', () => {
  const table = tableOf('{{#row}}{{cell "due" 1}}{{/row}}');
  assert.deepEqual(
    table.columns.map(({ id, align, headingAlign, always }) => [id, align, headingAlign, always]),
    [
      ['service', 'left', 'left', false],
      ['due', 'comma', 'right', false],
      ['pay', 'right', 'right', true],
    ],
  );
  assert.deepEqual(table.columns[2]?.band, 0.9);
  const heading = table.columns[0]?.heading;
  assert.ok(isKind(heading, 'text'));
  assert.deepEqual(
    [
      heading.parts.map((spans) => spans[0]?.text),
      heading.parts[0]?.[0]?.size,
      heading.setting.role,
    ],
    [['Қызмет', 'Услуга'], 6, 'header-cell'],
  );
  assert.deepEqual(table.head, { pad: mmToPt(1), rule: { width: 0.25, gray: 0 } });
  assert.deepEqual([table.shrink, table.size, table.floor], [[7, 6.5], 8, 6.5]);
  assert.deepEqual(
    table.groups.map(({ from, to }) => [from, to]),
    [[1, 2]],
  );
});

test('a table may go without its head, and without rows there is none', () => {
  assert.equal(tableOf('{{#row}}{{cell "due" 1}}{{/row}}', {}, 'head=false').head, undefined);
  assert.deepEqual(blocksOf('{{#table "charges"}}{{/table}}'), []);
});

test('a cell takes style and alignment of its column', () => {
  const row = rowOf('{{#row}}{{cell "service" "a"}}{{cell "due" 1}}{{cell "pay" 2}}{{/row}}');
  const shown = row.cells.map(({ place: { column, to }, block }) => {
    assert.ok(isKind(block, 'text'));
    return [column, to, block.setting.align, ...partsIn(block), block.parts[0]?.[0]?.size];
  });
  assert.deepEqual(shown, [
    [0, 0, 'left', 'Regular a', 8],
    [1, 1, 'right', 'Bold 1', 9],
    [2, 2, 'right', 'Regular 2', 8],
  ]);
});

test('a figure in a column of figures needs no block', () => {
  const row = rowOf('{{#row}}{{cell "due" (figure "12.5")}}{{cell "due" "12,5"}}{{/row}}');
  const shown = row.cells.map(({ block, figure }) => [block?.kind, figure?.text, figure?.size]);
  assert.deepEqual(shown, [
    [undefined, '12,5', 9],
    ['text', undefined, undefined],
  ]);
});

test('a cell over several columns is set in its own style', () => {
  const row = rowOf(
    '{{#row}}{{cell "due" "a" to="pay" or="service" style="head" indent=2}}{{/row}}',
  );
  const [cell] = row.cells;
  const { column, to, or, indent } = cell?.place ?? {};
  assert.deepEqual([column, to, or, indent], [1, 2, 0, mmToPt(2)]);
  assert.ok(isKind(cell?.block, 'text') && cell.block.setting.align === 'left');
});

test('a cell holds any blocks, several of them as one', () => {
  const row = rowOf(
    '{{#row}}{{#cell "service"}}{{gap 1}}{{/cell}}{{#cell "due"}}{{gap 1}}{{gap 2}}{{/cell}}{{/row}}',
  );
  assert.deepEqual(
    row.cells.map(({ block }) => block?.kind),
    ['gap', 'stack'],
  );
});

test('a cell of nothing is none', () => {
  const row = rowOf(
    '{{#row}}{{cell "service" number}}{{#cell "due"}}{{/cell}}{{cell "pay" 1}}{{/row}}',
  );
  assert.deepEqual(
    row.cells.map(({ place }) => place.column),
    [2],
  );
});

test('a row has its pad, height, rule, fill and place in the ladder', () => {
  const row = rowOf(
    '{{#row pad="rowPad" height=4 middle=true rule="hairline" ruleFrom="due" ruleTo="pay"' +
      ' fill="pale" priority=3 pointer="/notices/1"}}{{cell "due" 1}}{{/row}}',
  );
  const { source: _, cells: __, ...own } = row;
  assert.deepEqual(own, {
    groups: [],
    subrows: [],
    notes: [],
    pad: mmToPt(1),
    minHeight: mmToPt(4),
    middle: true,
    rule: { stroke: { width: 0.25, gray: 0 }, from: 'due', to: 'pay' },
    fill: 0.9,
    drop: { priority: 3, pointer: '/notices/1' },
  });
  const bare = rowOf('{{#row rule="" fill="" priority=0}}{{cell "due" 1}}{{/row}}');
  assert.deepEqual([bare.rule, bare.fill, bare.drop], [undefined, undefined, undefined]);
});

test('sub-rows and notes belong to their row', () => {
  const row = rowOf(
    '{{#row}}{{cell "due" 1}}{{#subrow}}{{cell "due" 2}}{{/subrow}}' +
      '{{#note "due"}}{{text "b" style="text"}}{{/note}}{{/row}}',
  );
  assert.deepEqual(
    row.subrows.map(({ cells }) => cells.map(({ place }) => place.column)),
    [[1]],
  );
  assert.deepEqual(
    row.notes.map(({ column, block }) => [column, block.kind]),
    [['due', 'text']],
  );
  const without = rowOf('{{#row}}{{cell "due" 1}}{{#note "due"}}{{/note}}{{/row}}');
  assert.deepEqual(without.notes, []);
});

test('headings are in the language of each bill', () => {
  const headingIn = (language: 'kk' | 'ru') => {
    const table = tableOf('{{#row}}{{cell "due" 1}}{{/row}}', { language });
    const { heading } = table.columns[1] ?? {};
    return isKind(heading, 'text') && heading.parts.flat().map(({ text }) => text);
  };
  assert.deepEqual(headingIn('kk'), ['Төлеуге']);
  assert.deepEqual(headingIn('ru'), ['К оплате']);
});
