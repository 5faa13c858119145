// Which columns of a table are shown and how wide they are. A letter is one point wide.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TableBlock } from '../../../src/typeset/block.ts';
import { createContext } from '../../../src/typeset/layout-block.ts';
import { layoutGrid } from '../../../src/typeset/table-widths.ts';
import { aField, aText, measure } from '../../support/block.ts';
import {
  aCell,
  aColumn,
  aRow,
  aTable,
  content,
  fixed,
  flex,
  type NamedRow,
  optional,
  widthsOf,
} from '../../support/table.ts';

function check(table: TableBlock, width: number, expected: string): void {
  assert.equal(widthsOf(table, width), expected);
}

const service = aColumn('service', { width: flex(20, 40), always: true });

test('columns are as wide as their widest cell or heading word, and padding', () => {
  const paid = aColumn('paid', { padLeft: 1, padRight: 2, heading: aText('төленді сома') });
  check(aTable([service, paid], [aRow({ service: 'а', paid: '12' })]), 100, 'service 90, paid 10');
  check(
    aTable([service, paid], [aRow({ service: 'а', paid: '1234567890' })]),
    100,
    'service 87, paid 13',
  );
});

test('a column without a word to say gives its width away', () => {
  const columns = [service, aColumn('paid'), aColumn('benefit')];
  const rows = [aRow({ paid: '–' }), aRow({ paid: '–', benefit: '12' })];
  check(aTable(columns, rows), 100, 'service 98, benefit 2');
  check(aTable(columns, [aRow({ paid: '–' }), aRow({ paid: '5' })]), 100, 'service 99, paid 1');
  check(aTable([service, aColumn('paid', { always: true })], [aRow({})]), 9, 'service 9, paid 0');
});

test('a field, an image or a sub-row keeps a column alive, a spanning cell does not', () => {
  const columns = [service, aColumn('paid'), aColumn('pay', { width: fixed(15) })];
  check(aTable(columns, [aRow({ pay: aField() })]), 100, 'service 85, pay 15');
  const nested = aRow({}, { subrows: [aRow({ paid: '12' })] });
  check(aTable(columns, [nested]), 100, 'service 98, paid 2');
  const spanning = aRow({ group: aCell('service', 'Төлемдер', { to: 'pay' }) });
  check(aTable(columns, [spanning]), 100, 'service 100');
});

test('fixed columns are as wide as told', () => {
  const key = aColumn('key', { width: fixed(7) });
  check(aTable([key, service], [aRow({ key: 'аааааааааа' })]), 100, 'key 7, service 93');
});

test('flex is served up to its want, then the others grow, then flex takes the rest', () => {
  const columns = [
    service,
    aColumn('a', { width: content(5) }),
    aColumn('b', { width: content(3) }),
  ];
  const table = aTable(columns, [aRow({ a: '1234567890', b: '1234567890' })]);
  check(table, 50, 'service 30, a 10, b 10');
  check(table, 60, 'service 40, a 10, b 10');
  check(table, 64, 'service 40, a 12, b 12');
  check(table, 70, 'service 42, a 15, b 13');
});

test('without a flex column the content columns share what is left', () => {
  const table = aTable([aColumn('a'), aColumn('b')], [aRow({ a: '12', b: '1234' })]);
  check(table, 26, 'a 12, b 14');
});

test('two flex columns share their part equally', () => {
  const columns = [aColumn('kk', { width: flex(5, 10) }), aColumn('ru', { width: flex(5, 10) })];
  check(aTable(columns, [aRow({ kk: 'а', ru: 'б' })]), 100, 'kk 50, ru 50');
});

test('a column grows no wider than its maximum', () => {
  const name = aColumn('name', { width: content(0, 6), padLeft: 1 });
  const table = aTable([service, name], [aRow({ name: 'Үлгі Энергосбыт' })]);
  check(table, 100, 'service 93, name 7');
});

test('an optional column is there only if flex keeps its want and the spare is left', () => {
  const supplier = aColumn('supplier', { width: optional(12, 3) });
  const table = aTable([supplier, service], [aRow({ supplier: 'Үлгі Су', service: 'а' })]);
  check(table, 51, 'supplier 7, service 44');
  check(table, 50, 'service 50');
  check(table, 10, 'service 10');
});

test('a cell stands in the column named by `or` if all of its own gave way', () => {
  const columns = [service, aColumn('previous'), aColumn('current'), aColumn('basis')];
  const basis = aCell('previous', 'норма', { to: 'current', or: 'basis' });
  check(aTable(columns, [aRow({ basis })]), 100, 'service 95, basis 5');
  const metered = aRow({ previous: '10', current: '12' });
  check(aTable(columns, [aRow({ basis }), metered]), 100, 'service 95, previous 3, current 3');
});

test('a text over several content columns widens them evenly', () => {
  const columns = [service, aColumn('a'), aColumn('b')];
  const rows = [
    aRow({ a: '12', b: '1234' }),
    aRow({ over: aCell('a', 'аааааааааа', { to: 'b' }) }),
  ];
  check(aTable(columns, rows), 100, 'service 90, a 4, b 6');
});

test('a group heading widens its columns where they are too narrow', () => {
  const columns = [service, aColumn('a'), aColumn('b')];
  const groups = [{ from: 1, to: 2, heading: aText('Көрсеткіш'), rule: { width: 1, gray: 0 } }];
  const table = aTable(columns, [aRow({ a: '12', b: '123' })], { groups });
  check(table, 100, 'service 91, a 4, b 5');
});

test('two languages count as one line only up to the limit of their column', () => {
  const both = aText(['су', 'вода'], { join: 'auto' });
  for (const [inlineUpTo, expected] of [
    [8, 'service 96, unit 4'],
    [9, 'service 91, unit 9'],
  ] as const) {
    const unit = aColumn('unit', { inlineUpTo });
    check(aTable([service, unit], [aRow({ unit: both })]), 100, expected);
  }
});

test('an indent counts as content', () => {
  const table = aTable([service, aColumn('a')], [aRow({ a: aCell('a', 'бір', { indent: 4 }) })]);
  check(table, 100, 'service 93, a 7');
});

test('the first shown column begins on the edge of the table', () => {
  const key = aColumn('key', { width: fixed(5), padLeft: 1 });
  const padded = { ...service, padLeft: 2, padRight: 1 };
  const lefts = (rows: readonly NamedRow[]): readonly number[] => {
    const { columns } = layoutGrid(aTable([key, padded], rows), 50, createContext(measure));
    return columns.map(({ x, left }) => left - x);
  };
  assert.deepEqual(lefts([aRow({ service: 'а' })]), [0]);
  assert.deepEqual(lefts([aRow({ key: '1', service: 'а' })]), [0, 2]);
});
