// {{text}} and {{span}}: styles and what single texts change of them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeSpan } from '../../../src/compose/spans.ts';
import { mmToPt } from '../../../src/typeset/unit.ts';
import { blockOf, blocksOf, partsIn } from '../../support/compose.ts';

test('a text is set as its style says', () => {
  const text = blockOf('text', '{{text number style="right"}}', { number: '7' });
  const { kind, source, setting, parts, shared } = text;
  assert.deepEqual([kind, source, shared], ['text', 'plain/bill.hbs:2', false]);
  assert.deepEqual(setting, {
    join: 'stack',
    separator: makeSpan(' · ', 'RobotoCondensed-Regular', { size: 6, gray: 0 }),
    leading: mmToPt(2),
    align: 'right',
    role: 'figure',
    wrap: 'none',
    balance: false,
    sizes: [],
  });
  assert.equal(parts[0]?.[0]?.size, 6);
});

test('one text may differ from its style', () => {
  const { setting } = blockOf(
    'text',
    '{{text "a" style="right" align="center" join="auto" wrap="anywhere" role="label"' +
      ' balance=true leading=5 sizes="9 8.5 8"}}',
  );
  const { align, join, wrap, role, balance, leading } = setting;
  assert.deepEqual([align, join, wrap, role], ['center', 'auto', 'anywhere', 'label']);
  assert.deepEqual([balance, leading, setting.sizes], [true, mmToPt(5), [9, 8.5, 8]]);
});

test('spans follow one another in one part, languages with the separator between', () => {
  const block = blockOf(
    'text',
    '{{#text style="text"}}{{span "a" style="text" face="bold"}}{{span " " style="text"}}' +
      '{{span (label "due") style="text"}}{{/text}}',
  );
  assert.deepEqual(partsIn(block), [
    'Bold a|Regular  |Bold kk-KZ Төлеуге|Regular  · |Regular ru-KZ К оплате',
  ]);
});

test('a text without spans is none', () => {
  assert.deepEqual(blocksOf('{{#text style="text"}}{{span number style="text"}}{{/text}}'), []);
});
