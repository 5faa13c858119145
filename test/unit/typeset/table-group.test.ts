// Cells that rows have in common: one form for each set of columns, at the same place as without.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CellGroup, Row, TableBlock } from '../../../src/typeset/block.ts';
import { flowSheet } from '../../../src/typeset/flow.ts';
import { createContext } from '../../../src/typeset/layout-block.ts';
import type { Form } from '../../../src/typeset/page.ts';
import { Nils } from '../../../src/typeset/table-group.ts';
import { aRegion, aSheet, aStack, aText, measure, placed } from '../../support/block.ts';
import { aColumn, aRow, aTable, columnAt } from '../../support/table.ts';

const columns = ['service', 'unit', 'tariff', 'due'].map((id) => aColumn(id));

function aGroup(words: Readonly<Record<string, string>>, shared = true): CellGroup {
  const cells = Object.entries(words).map(([id, word]) => {
    const column = columnAt(columns, id);
    const block = aText(word);
    const { setting } = block;
    const own = { source: 't', or: undefined, indent: 0, floats: false, setting };
    return { place: { ...own, column, to: column }, block, figure: undefined };
  });
  return { source: 't', cells, shared };
}

function tableOf(groups: readonly CellGroup[], due = '12'): TableBlock {
  const table = aTable(columns, [aRow({ due })]);
  const rows = table.rows.map((row): Row => ({ ...row, groups }));
  return { ...table, rows };
}

function formsOf(table: TableBlock, width = 60): readonly Form[] {
  return placed(table, width).items.flatMap((item) => (item.kind === 'form' ? item.form : []));
}

const words = { service: 'су', unit: 'м3', tariff: '92' };

describe('cells that rows have in common', () => {
  test('are one form, the same object on any page', () => {
    const group = aGroup(words);
    const [form] = formsOf(tableOf([group]));
    assert.deepEqual(
      form?.items.map((item) => item.kind === 'text' && item.text),
      ['су', 'м3', '92'],
    );
    assert.equal(formsOf(tableOf([group], '34'))[0], form);
  });

  test('are another form in other columns', () => {
    const group = aGroup(words);
    const [narrow] = formsOf(tableOf([group]));
    const [wide] = formsOf(tableOf([group], '123 456'));
    assert.ok(narrow && wide);
    assert.notEqual(narrow.id, wide.id);
  });

  test('are no form where they are two, or where they reported something', () => {
    assert.deepEqual(formsOf(tableOf([aGroup({ service: 'су', unit: 'м3' })])), []);
    assert.deepEqual(formsOf(tableOf([aGroup(words, false)])), []);
  });

  test('stand where they would stand one by one', () => {
    const [form] = formsOf(tableOf([aGroup(words)]));
    const single = placed(tableOf([aGroup(words, false)]), 60).items;
    assert.deepEqual(
      form?.items.map((item) => item.kind === 'text' && item.x),
      single.flatMap((item) => (item.kind === 'text' && item.text !== '12' ? [item.x] : [])),
    );
  });

  test('report what does not fit at every use', () => {
    const wide = aColumn('service', { width: { kind: 'fixed', width: 5 } });
    const group = aGroup({ service: 'калорифер', unit: 'м3', tariff: '92' });
    const table = { ...tableOf([group]), columns: [wide, ...columns.slice(1)] };
    const { overflows } = placed(table, 60);
    assert.equal(overflows.length, 1);
    assert.deepEqual(placed(table, 60).overflows, overflows);
  });
});

test('in a page with a structure its cells come in the order of the columns', () => {
  const table = aTable(columns, [aRow({ unit: 'м3' })]);
  const groups = [aGroup({ service: 'су', tariff: '92', due: '12' })];
  const rows = table.rows.map((row): Row => ({ ...row, groups }));
  const sheet = aSheet([aRegion([{ ...table, rows }])]);
  const { items } = flowSheet(sheet, createContext(measure, true)).draw();
  const texts = items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
  assert.deepEqual(texts, ['су', 'м3', '92', '12']);
});

test('the dashes of a row are one form, whatever else it says', () => {
  const always = columns.map((column) => ({ ...column, always: true }));
  const row = { unit: '–', tariff: '–', due: '–' };
  const table = aTable(always, [aRow({ service: 'су', ...row }), aRow({ service: 'газ', ...row })]);
  const [first, second] = formsOf(table);
  assert.deepEqual([first?.items.length, first?.id], [3, second?.id]);
});

test('dashes are the same group where they are the same cells, and only there', () => {
  const { cells } = aGroup({ unit: '–', tariff: '–' });
  const [unit, tariff] = cells;
  assert.ok(unit && tariff);
  const none = new Nils();
  const both = none.with(unit).with(tariff);
  assert.deepEqual(both.group.cells, [unit, tariff]);
  assert.deepEqual(none.with(tariff).group.cells, [tariff]);
  assert.equal(none.with(unit).with(tariff).group, both.group);
});

describe('a head whose headings are shared', () => {
  const headed = columns.map((column) => ({
    ...column,
    heading: aStack([aText('қ'), aText('у')], { shared: true }),
  }));
  const head = { pad: 1, rule: { width: 0.5, gray: 0 } };

  test('is one form for each set of columns', () => {
    const [first] = formsOf(
      aTable(headed, [aRow({ due: '12' }), aRow({ unit: '1', tariff: '2' })], { head }),
    );
    const [second] = formsOf(
      aTable(headed, [aRow({ due: '34' }), aRow({ unit: '5', tariff: '6' })], { head }),
    );
    assert.ok(first);
    assert.equal(first.id, second?.id);
  });

  test('stands line by line in another size of type', () => {
    const own = headed.map((column) => ({ ...column, heading: aText('қ') }));
    assert.deepEqual(formsOf(aTable(own, [aRow({ due: '12' })], { head })), []);
  });
});
