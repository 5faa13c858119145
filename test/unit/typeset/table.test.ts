// A table as a whole: head, groups, bands, end rule, and smaller type where columns are too wide.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Row, TableBlock } from '../../../src/typeset/block.ts';
import { aField, aSpan, aText, placed } from '../../support/block.ts';
import { aCell, aColumn, aRow, aTable, fixed, flex } from '../../support/table.ts';

const rule = { width: 1, gray: 0 };
const ten = { width: fixed(10), always: true };

function check(table: TableBlock, width: number, expected: readonly string[]): void {
  assert.deepEqual(placed(table, width).shown, expected);
}

test('headings stand on the rule below the head, whatever their height', () => {
  const columns = [
    aColumn('a', { ...ten, heading: aText('бір') }),
    aColumn('b', { ...ten, heading: aText(['екі', 'два']), padLeft: 1 }),
  ];
  check(aTable(columns, [aRow({ a: 'а' })], { head: { pad: 2, rule } }), 20, [
    'rect 0 -0.5 20×1',
    'rect 0 21.5 20×1',
    'бір 0 18.8',
    'екі 11 8.8',
    'два 11 18.8',
    'а 0 29.8',
  ]);
});

test('a group heading stands above its columns with a rule between', () => {
  const columns = [
    aColumn('a', { ...ten, heading: aText('бір') }),
    aColumn('b', { ...ten, heading: aText('екі'), padLeft: 1, padRight: 1 }),
    aColumn('c', { ...ten, heading: aText('үш'), padRight: 2 }),
  ];
  const groups = [{ from: 1, to: 2, heading: aText('топ'), rule }];
  check(aTable(columns, [aRow({ a: 'а' })], { head: { pad: 0, rule }, groups }), 30, [
    'rect 0 -0.5 30×1',
    'rect 0 19.5 30×1',
    'топ 11 7.8',
    'rect 11 9.5 17×1',
    'бір 0 17.8',
    'екі 11 17.8',
    'үш 20 17.8',
    'а 0 27.8',
  ]);
});

test('a group whose columns all gave way has no heading', () => {
  const columns = [aColumn('a', ten), aColumn('b', { heading: aText('екі') })];
  const groups = [{ from: 1, to: 1, heading: aText('топ'), rule }];
  const table = aTable(columns, [aRow({ a: 'а' })], { head: { pad: 0, rule }, groups });
  assert.ok(!placed(table, 10).shown.some((item) => item.startsWith('топ')));
});

test('without a head there are no headings', () => {
  check(aTable([aColumn('a', { ...ten, heading: aText('бір') })], [aRow({ a: 'а' })]), 10, [
    'а 0 7.8',
  ]);
});

test('a band runs down its column from head to end, beneath all else', () => {
  const columns = [aColumn('a', ten), aColumn('b', { ...ten, band: 0.9, heading: aText('екі') })];
  const rows = [aRow({ a: 'а' }), aRow({ b: 'б' })];
  const { shown } = placed(aTable(columns, rows, { head: { pad: 0, rule } }), 20);
  assert.equal(shown[0], 'rect 10 0 10×30');
});

test('the end rule lies below the last row', () => {
  check(aTable([aColumn('a', ten)], [aRow({ a: 'а' }), aRow({ a: 'б' })], { endRule: rule }), 10, [
    'а 0 7.8',
    'б 0 17.8',
    'rect 0 19.5 10×1',
  ]);
});

/** Service at least 20 wide beside a sum of eight letters; sizes of all texts at a width. */
function sizesAt(width: number, overrides: Partial<TableBlock> = {}) {
  const columns = [
    aColumn('service', { width: flex(20, 40), always: true, heading: aText('қызмет') }),
    aColumn('sum', { heading: aText('сома') }),
  ];
  const row = aRow(
    { service: aCell('service', aText(['бір', 'раз'], { join: 'inline' })), sum: '12345678' },
    { notes: [{ column: 'sum', block: aText('себебі') }], subrows: [aRow({ sum: '12' })] },
  );
  const table = aTable(columns, [row], {
    shrink: [0.75, 0.5],
    head: { pad: 0, rule },
    ...overrides,
  });
  const { items, reductions, overflows } = placed(table, width);
  const sizes = new Set(items.flatMap((item) => (item.kind === 'text' ? item.size : [])));
  return { sizes: [...sizes], reductions, overflows };
}

test('where the flex column lacks its minimum, every text of the table takes a smaller size', () => {
  assert.deepEqual(sizesAt(28.1), { sizes: [1], reductions: [], overflows: [] });
  assert.deepEqual(sizesAt(26.1), { sizes: [0.75], reductions: [0.75], overflows: [] });
  assert.deepEqual(sizesAt(24.1), { sizes: [0.5], reductions: [0.75, 0.5], overflows: [] });
});

test('figures alone get smaller too, those of a group as well', () => {
  const columns = [
    aColumn('service', { width: flex(20, 40), always: true }),
    aColumn('tariff', { align: 'comma' }),
    aColumn('sum', { align: 'comma' }),
  ];
  const row = { tariff: aSpan('92,5'), sum: aSpan('1234,56') };
  const table = aTable(columns, [aRow({ service: 'бір', ...row })], { shrink: [0.5] });
  const rows = table.rows.map((whole): Row => {
    const [service, tariff, sum] = whole.cells;
    assert.ok(service && tariff && sum);
    const group = { source: 'g', shared: true, cells: [tariff] };
    return { ...whole, cells: [service, sum], groups: [group] };
  });
  const shown = placed({ ...table, rows }, 26).items.map(
    (item) => item.kind === 'text' && `${item.text} ${item.size} ${Math.round(item.x * 10) / 10}`,
  );
  assert.deepEqual(shown, ['92,5 0.5 20.5', 'бір 0.5 0', '1234,56 0.5 22.5']);
});

test('past the last size the flex column gets what there is', () => {
  assert.deepEqual(sizesAt(20).sizes, [0.5]);
  assert.deepEqual(sizesAt(20).overflows, []);
});

test('no text gets smaller than the floor, none larger than it was', () => {
  assert.deepEqual(sizesAt(24.1, { floor: 0.6 }).sizes, [0.6]);
  const small = aText([], { parts: [[aSpan('аа', { size: 0.5 })]] });
  const columns = [aColumn('service', { width: flex(20, 40) }), aColumn('sum')];
  const table = aTable(columns, [aRow({ service: small, sum: '12345678' })], {
    shrink: [0.75],
    floor: 0.6,
  });
  const sizes = placed(table, 27).items.flatMap((item) => (item.kind === 'text' ? item.size : []));
  assert.deepEqual(sizes, [0.5, 0.75]);
});

test('boxes to write in keep their size', () => {
  const columns = [
    aColumn('service', { width: flex(20, 40), always: true }),
    aColumn('sum'),
    aColumn('pay', { width: fixed(10) }),
  ];
  const row = aRow({ sum: '12345678', pay: aField() });
  const { shown, reductions } = placed(aTable(columns, [row], { shrink: [0.5] }), 36);
  assert.deepEqual(reductions, [0.5]);
  assert.equal(shown.at(-1), 'rect 26 1 10×6');
});
