// What bills have in common: one block for equal values, and nothing of a bill beside them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BillInput } from '../../../src/bill/schema.ts';
import { composedWith, faultsOf, templateOf, wideLayout } from '../../support/compose.ts';

const layout = wideLayout({
  template: templateOf('{{#remember shown=number}}{{text shown style="text"}}{{/remember}}'),
});

function blockFor(bill: Partial<BillInput>): unknown {
  const sheet = composedWith(layout, bill);
  assert.ok(sheet.ok);
  return sheet.value.regions[0]?.children[0];
}

test('equal values give the same block, others another', () => {
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
