// What no bill changes becomes one form, the same object wherever it stands.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StaticBlock } from '../../../src/typeset/block.ts';
import type { Form } from '../../../src/typeset/page.ts';
import { aFrame, aPlace, aStack, aText, placed } from '../../support/block.ts';

function aStatic(text: string, id = 'plain@1/kk/normal/bill.hbs:3'): StaticBlock {
  return { kind: 'static', source: 'bill.hbs:3', id, child: aText(text) };
}

function formsOf(block: Parameters<typeof placed>[0], width: number): readonly Form[] {
  return placed(block, width).items.flatMap((item) => (item.kind === 'form' ? item.form : []));
}

test('the items of a form are relative to its corner', () => {
  const block = aFrame([aPlace(aStatic('бір'), { x: { points: 5, share: 0 } })], 20);
  const [form] = formsOf(block, 40);
  assert.deepEqual(placed(block, 40).shown, ['form 5 -7.8']);
  assert.deepEqual(
    form?.items.map((item) => item.kind === 'text' && [item.text, item.x, Math.round(item.y)]),
    [['бір', 0, 8]],
  );
});

test('the same block at the same width is the same form, on any page', () => {
  const block = aStatic('бір');
  const [first, second] = formsOf(aStack([block, block]), 40);
  const [third] = formsOf(block, 40);
  assert.equal(first, second);
  assert.equal(first, third);
});

test('another block or another width is another form with an id of its own', () => {
  const block = aStatic('бір екі');
  const [wide] = formsOf(block, 40);
  const [narrow] = formsOf(block, 4);
  assert.notEqual(wide, narrow);
  assert.notEqual(wide?.id, narrow?.id);
  assert.equal(narrow?.items.length, 2);
  const [other] = formsOf(aStatic('бір екі'), 40);
  assert.notEqual(wide, other);
});

test('an overflow is reported at every use', () => {
  const block = aStatic('калорифер');
  assert.deepEqual(placed(block, 5).overflows, ['t 9 > 5']);
  assert.deepEqual(placed(block, 5).overflows, ['t 9 > 5']);
});
