// What bills have in common: one block for equal values, and nothing of a bill beside them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BillInput } from '../../../src/bill/schema.ts';
import type { Row } from '../../../src/typeset/block.ts';
import { aMeter } from '../../support/a-bill.ts';
import { composedWith, faultsOf, templateOf, wideLayout } from '../../support/compose.ts';

const layout = wideLayout({
  template: templateOf('{{#remember shown=number}}{{text shown style="text"}}{{/remember}}'),
});

function blockFor(bill: Partial<BillInput>): unknown {
  const sheet = composedWith(layout, bill);
  assert.ok(sheet.ok);
  return sheet.value.regions[0]?.children[0];
}

test('values that came before give the same block, others another', () => {
  blockFor({ number: '17' });
  const block = blockFor({ number: '17' });
  assert.ok(block);
  assert.equal(blockFor({ number: '17', duplicate: true }), block);
  assert.notDeepEqual(blockFor({ number: '18' }), block);
});

test('another language is another block', () => {
  assert.notEqual(blockFor({ number: '17', language: 'ru' }), blockFor({ number: '17' }));
});

test('what is not given by name is not there', () => {
  const inside = '{{text number style="text"}}';
  const [fault] = faultsOf(`{{#remember shown=number}}\n${inside}{{/remember}}`);
  assert.deepEqual([fault?.code, fault?.source], ['LAYOUT_FAILED', 'plain/bill.hbs:3']);
});

test('which turn of a loop it is, is not there either', () => {
  const inside = '{{#if @first}}{{gap 1}}{{/if}}';
  const [fault] = faultsOf(
    `{{#each meters}}{{#remember what=serial}}\n${inside}{{/remember}}{{/each}}`,
    {
      meters: [aMeter()],
    },
  );
  assert.deepEqual([fault?.code, fault?.source], ['LAYOUT_FAILED', 'plain/bill.hbs:3']);
});

test('a payload, which reads the bill, may not stand in it', () => {
  const inside = '{{text (payload "{account}") style="text"}}';
  const [fault] = faultsOf(`{{#remember shown=number}}\n${inside}{{/remember}}`);
  assert.deepEqual([fault?.code, fault?.source], ['LAYOUT_FAILED', 'plain/bill.hbs:3']);
  assert.match(fault?.message ?? '', /payload.*remember/);
});

test('not after a remembered part inside it either', () => {
  const inside = '{{#remember}}{{gap 1}}{{/remember}}\n{{text (payload "{account}") style="text"}}';
  const [fault] = faultsOf(`{{#remember shown=number}}${inside}{{/remember}}`);
  assert.deepEqual([fault?.code, fault?.source], ['LAYOUT_FAILED', 'plain/bill.hbs:3']);
});

function rowsOf(template: string, bill: Partial<BillInput> = {}): readonly Row[] {
  const sheet = composedWith(wideLayout({ template: templateOf(template) }), bill);
  assert.ok(sheet.ok);
  const [table] = sheet.value.regions[0]?.children ?? [];
  return table?.kind === 'table' ? table.rows : [];
}

test('in a row it holds cells, the same ones for values that came before', () => {
  const [, first, second, third] = rowsOf(
    '{{#table "charges"}}{{#each (list 1 1 1 2)}}{{#row}}' +
      '{{cell "due" 5}}{{#remember what=this}}{{cell "service" what}}{{/remember}}' +
      '{{/row}}{{/each}}{{/table}}',
  );
  assert.deepEqual([first?.cells.length, first?.groups?.length], [1, 1]);
  assert.ok(first?.groups?.[0]);
  assert.equal(first.groups[0], second?.groups?.[0]);
  assert.notEqual(first.groups[0], third?.groups?.[0]);
});

test('in a row it holds neither fields nor notes nor rows', () => {
  for (const inside of [
    '{{#cell "due"}}{{field width=14 stroke="hairline"}}{{/cell}}',
    '{{#note "due"}}{{gap 1}}{{/note}}',
    '{{#subrow}}{{cell "due" 1}}{{/subrow}}',
    '{{#remember}}{{cell "due" 1}}{{/remember}}',
  ]) {
    const [fault] = faultsOf(
      `{{#table "charges"}}{{#row}}\n{{#remember}}${inside}{{/remember}}{{/row}}{{/table}}`,
    );
    assert.deepEqual([fault?.code, fault?.source], ['LAYOUT_FAILED', 'plain/bill.hbs:3'], inside);
  }
});
