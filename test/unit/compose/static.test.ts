// Static parts: one block for all bills in one language and rung, which cannot read a bill.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BillInput } from '../../../src/bill/schema.ts';
import { composeSheet } from '../../../src/compose/compose.ts';
import { viewBill } from '../../../src/compose/view.ts';
import type { Block } from '../../../src/typeset/block.ts';
import { aParsedBill } from '../../support/a-bill.ts';
import { builtLayout, checkFaults } from '../../support/a-layout.ts';
import { blocksOf, templateOf, wideLayout } from '../../support/compose.ts';

const template = templateOf('{{#static}}{{text (label "due") style="text"}}{{/static}}');
const rung = { changes: 'rows are tighter' };
const layout = wideLayout({
  template,
  settings: {
    ladder: [
      { ...rung, id: 'normal' },
      { ...rung, id: 'tight' },
    ],
  },
});

function staticAt(index: number, bill: Partial<BillInput> = {}): Block | undefined {
  const edition = layout.editions[index];
  assert.ok(edition);
  const sheet = composeSheet(viewBill(aParsedBill(bill), undefined), layout, edition);
  return sheet.ok ? sheet.value.regions[0]?.children[0] : undefined;
}

test('the same language and rung is the same block, whatever the bill', () => {
  const block = staticAt(0);
  assert.equal(block?.kind, 'static');
  assert.equal(staticAt(0, { number: '17', duplicate: true }), block);
});

test('another language or rung is another block with an id of its own', () => {
  const blocks = [staticAt(0), staticAt(1), staticAt(0, { language: 'ru' })];
  assert.equal(new Set(blocks).size, 3);
  const ids = blocks.map((block) => block?.kind === 'static' && block.id);
  assert.equal(new Set(ids).size, 3);
});

test('a static part that looks at the bill stops the start', () => {
  for (const inside of [
    '{{text account.payer style="text"}}',
    '{{text ../number style="text"}}',
    '{{#if number}}{{/if}}',
    '{{#each suppliers}}{{/each}}',
    '{{text (money totalDue) style="text"}}',
    '{{text (payload "{account}") style="text"}}',
    '{{#stack}}{{text (label "countedTo" date=(date payBy)) style="text"}}{{/stack}}',
    '{{> part}}',
  ]) {
    const built = builtLayout({
      template: templateOf(`{{#static}}\n${inside}{{/static}}`),
      partials: { part: '{{text number style="text"}}' },
    });
    checkFaults(built.ok ? [] : built.faults, [['plain/bill.hbs:2', /static/]]);
  }
});

test('what is the same for every bill may stand in it', () => {
  for (const inside of [
    '{{#if (bilingual)}}{{text (label "due") style="text"}}{{/if}}',
    '{{#unless (switch "brief")}}{{image "water" height=5}}{{/unless}}',
    '{{#frame height=9}}{{rule stroke="hairline" y="100%"}}{{/frame}}',
    '{{text (unit "m3") (money 100) style="text"}}',
  ]) {
    assert.equal(blocksOf(`{{#static}}${inside}{{/static}}`)[0]?.kind, 'static', inside);
  }
});
