// What belongs to what on a page, as those hear it who cannot see it. Where things stand is told by
// the other tests of this folder.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block, Region } from '../../../src/typeset/block.ts';
import { flowSheet } from '../../../src/typeset/flow.ts';
import { createContext } from '../../../src/typeset/layout-block.ts';
import type { ChartBlock } from '../../../src/typeset/leaf-block.ts';
import type { Page } from '../../../src/typeset/page.ts';
import {
  aBox,
  aColumns,
  aDigits,
  aField,
  aFrame,
  aPlace,
  aRegion,
  aRoom,
  aSheet,
  aSpan,
  aStack,
  aText,
  measure,
} from '../../support/block.ts';
import { partsInWords } from '../../support/structure.ts';
import { aCell, aColumn, aRow, aTable, fixed } from '../../support/table.ts';

function pageOf(regions: readonly Region[], structured = true): Page {
  return flowSheet(aSheet(regions), createContext(measure, structured)).draw();
}

/** One region; the lines of the sheet and the region itself are left out. */
function check(blocks: readonly Block[], expected: readonly string[]): void {
  const lines = partsInWords(pageOf([aRegion(blocks)]));
  assert.deepEqual(lines.slice(0, 2), ['sheet', '  region']);
  assert.deepEqual(
    lines.slice(2).map((line) => line.slice(4)),
    expected,
  );
}

test('a page tells its structure only if it is asked', () => {
  const regions = [aRegion([aText('бір')])];
  assert.equal(pageOf(regions, false).structure, undefined);
  assert.deepEqual(pageOf(regions).items, pageOf(regions, false).items);
});

test('containers are no parts: texts in them are paragraphs in reading order', () => {
  const inner = aColumns('10 10', [aText('бір'), aBox([aText('екі')])]);
  check(
    [aStack([inner, aFrame([aPlace(aText('үш'))])])],
    ['paragraph «бір»', 'paragraph «екі»', 'paragraph «үш»'],
  );
});

test('the regions are parts, in the order of the sheet; empty ones are left out', () => {
  const foot = aRegion([aText('соңы')], { anchor: 'bottom' });
  const page = pageOf([aRegion([aText('басы')]), aRegion([]), foot]);
  assert.deepEqual(partsInWords(page), [
    'sheet',
    '  region',
    '    paragraph «басы»',
    '  region',
    '    paragraph «соңы»',
  ]);
});

test('the first title is the heading of the page, others stand below it', () => {
  const title = (text: string): Block => aText(text, { role: 'title' });
  check(
    [title('а'), aText('б', { role: 'heading' }), title('в')],
    ['heading 1 «а»', 'heading 2 «б»', 'heading 2 «в»'],
  );
});

test('a heading before the title skips no level', () => {
  check(
    [aText('а', { role: 'heading' }), aText('б', { role: 'title' })],
    ['heading 1 «а»', 'heading 1 «б»'],
  );
});

test('boxes to write in, their commas, grounds and rules are for the eye', () => {
  check(
    [aField(), aDigits({ decimals: 1 }), aBox([aText('а')]), aText('б', { role: 'decoration' })],
    ['paragraph «а»'],
  );
});

test('a text of nothing but spaces is left out', () => {
  check([aText(' '), aText('а')], ['paragraph «а»']);
});

test('lines are parted by a space, unless they may divide a word', () => {
  check([aText('бір екі', { wrap: 'words' })], ['paragraph «бір екі»']);
  check([aStack([aText(['бір', 'два'])])], ['paragraph «бір » «два»']);
  check([aText(['бір-', 'два'])], ['paragraph «бір-» «два»']);
  check([aText(['бір', 'два'], { wrap: 'anywhere' })], ['paragraph «бір» «два»']);
});

test('pictures are figures with their words, and ornaments without', () => {
  check([aRoom(5, 5, 'water', 'Су'), aRoom(5, 5)], ['figure "Су" ⟨image⟩']);
});

function aChart(bars: ChartBlock['bars']): ChartBlock {
  return {
    kind: 'chart',
    source: 'h',
    bars,
    pitch: 10,
    barWidth: 8,
    height: 20,
    fills: { plain: 0, current: 0, compared: 1 },
    outline: { width: 1, gray: 0 },
    baseline: { width: 1, gray: 0 },
    alt: 'Тұтыну, м³',
  };
}

test('a chart is one figure and tells every value', () => {
  const bars = [
    { value: 2, kind: 'compared', valueText: '2,00', name: '10.2025' },
    { value: 0, kind: 'plain' },
    { value: 3, kind: 'current', valueText: '3,00', name: '10.2026' },
  ] as const;
  const span = aSpan('');
  const chart = { ...aChart(bars), text: { plain: span, strong: span, leading: 10 } };
  const alt = 'Тұтыну, м³ – 10.2025: 2,00; 10.2026: 3,00';
  check([chart], [`figure "${alt}" ⟨rect⟩ «2,00» ⟨rect⟩ «3,00» ⟨rect⟩`]);
  check([{ ...chart, alt: '' }, aText('а')], ['paragraph «а»']);
});

test('what is static stands in the page itself', () => {
  const child = aText('тұрақты', { role: 'title' });
  const block: Block = { kind: 'static', source: 's', id: 'x', child };
  check([block], ['heading 1 «тұрақты»']);
});

const columns = ['a', 'b', 'c'].map((id) => aColumn(id, { width: fixed(20), always: true }));
const head = { pad: 0, rule: { width: 1, gray: 0 } };

test('cells fill their rows, however many columns they take', () => {
  const wide = aCell('a', aText('кең'), { to: 'b' });
  const table = aTable(columns, [aRow({ a: wide }), aRow({ c: '1' })], { head });
  check(
    [table],
    [
      'table',
      '  row',
      '    cell',
      '    cell',
      '    cell',
      '  row',
      '    cell 2×1 «кең»',
      '    cell',
      '  row',
      '    cell',
      '    cell',
      '    cell «1»',
    ],
  );
});

test('what stands in one column is one cell, notes too; sub-rows are rows', () => {
  const row = aRow({ a: 'а', b: aCell('b', aText('б')) });
  const twice = { ...row, cells: [...row.cells, aCell('b', aText('в'), { to: 'c' })] };
  const notes = [{ column: 'a', block: aText('ескерту') }];
  const table = aTable(columns, [{ ...twice, notes, subrows: [aRow({ c: 'г' })] }], { head });
  check(
    [table],
    [
      'table',
      '  row',
      '    cell',
      '    cell',
      '    cell',
      '  row',
      '    cell',
      '      paragraph «а»',
      '      paragraph «ескерту»',
      '    cell 2×1',
      '      paragraph «б»',
      '      paragraph «в»',
      '  row',
      '    cell',
      '    cell',
      '    cell «г»',
    ],
  );
});

test('headings head their columns; those outside a group reach over both rows', () => {
  const headed = columns.map((column) =>
    column.id === 'c' ? column : { ...column, heading: aText(column.id.toUpperCase()) },
  );
  const groups = [{ from: 1, to: 2, heading: aText('топ'), rule: head.rule }];
  const table = aTable(headed, [aRow({ a: 'а' })], { head, groups });
  check(
    [table],
    [
      'table',
      '  row',
      '    cell 1×2 heads column «A»',
      '    cell 2×1 heads column «топ»',
      '  row',
      '    cell heads column «B»',
      '    cell',
      '  row',
      '    cell «а»',
      '    cell',
      '    cell',
    ],
  );
});

test('a heading among cells heads its row, among headings its column', () => {
  const heading = (text: string): Block => aText(text, { role: 'header-cell' });
  const first = { a: aCell('a', heading('а')), b: aCell('b', heading('б')) };
  const table = aTable(columns, [aRow(first), aRow({ a: aCell('a', heading('в')), b: '1' })]);
  check(
    [table],
    [
      'table',
      '  row',
      '    cell heads column «а»',
      '    cell heads column «б»',
      '    cell',
      '  row',
      '    cell heads row «в»',
      '    cell «1»',
      '    cell',
    ],
  );
});

test('a figure heads its row where its style says so', () => {
  const figures = columns.map((column) => ({ ...column, align: 'comma' as const }));
  const { setting } = aText('', { role: 'header-cell' });
  const heading = aCell('a', aSpan('1'), { setting });
  const row = ['  row', '    cell heads row «1»', '    cell «2»', '    cell'];
  check([aTable(figures, [aRow({ a: heading, b: aSpan('2') })])], ['table', ...row]);
});

test('a heading that many bills have in common makes a table too', () => {
  const block = aText('в', { role: 'header-cell' });
  const table = aTable(columns, [aRow({ a: aCell('a', block), b: '1' })]);
  const rows = table.rows.map((row) => {
    const [first, ...cells] = row.cells;
    return {
      ...row,
      cells,
      groups: first === undefined ? [] : [{ source: 'g', shared: true, cells: [first] }],
    };
  });
  const row = ['  row', '    cell heads row «в»', '    cell «1»', '    cell'];
  check([{ ...table, rows }], ['table', ...row]);
});

test('a table without any heading is a list', () => {
  check(
    [aTable(columns, [aRow({ a: 'а', c: 'б' }), aRow({ b: 'в' })])],
    ['list', '  entry', '    paragraph «а»', '    paragraph «б»', '  entry «в»'],
  );
});

test('fills of one gray are painted figure by figure, behind those of no part', () => {
  const bars = [{ value: 1, kind: 'plain', valueText: '1', name: 'а' }] as const;
  const chart = aChart(bars);
  const boxes = [aBox([], { fill: 0, height: 1 }), chart, aBox([], { fill: 0, height: 2 }), chart];
  const { items } = pageOf([aRegion(boxes)]);
  assert.deepEqual(
    items.map(({ source }) => source),
    ['b', 'b', 'h', 'h', 'h', 'h'],
  );
});
