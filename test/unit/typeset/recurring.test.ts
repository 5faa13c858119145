// What comes again on other bills becomes one form, the same object wherever it stands.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block, StackBlock, StaticBlock } from '../../../src/typeset/block.ts';
import { formDigest } from '../../../src/typeset/form-digest.ts';
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

test('its items are the same however often they are asked for, and its id says them', () => {
  const [form] = formsOf(aShared(six), 40);
  assert.ok(form !== undefined);
  assert.equal(form.items.length, 6);
  assert.deepEqual(form.items, form.items);
  assert.ok(form.id.includes(formDigest(form.height, form.items)), form.id);
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

test('a copy with other words does not take what its original remembers', () => {
  const block = aStatic('бір екі үш');
  placed(block, 40);
  const [form] = formsOf({ ...block, child: aText('төрт') }, 40);
  assert.deepEqual(
    form?.items.map((item) => item.kind === 'text' && item.text),
    ['төрт'],
  );
});

test('an overflow is reported at every use', () => {
  const block = aStatic('калорифер');
  assert.deepEqual(placed(block, 5).overflows, ['t 9 > 5']);
  assert.deepEqual(placed(block, 5).overflows, ['t 9 > 5']);
});

/** Five words under each other, or as many as told, each a mark. */
function aShared(words: readonly string[], overrides: Partial<StackBlock> = {}): StackBlock {
  return aStack(
    words.map((word) => aText(word)),
    { shared: true, ...overrides },
  );
}

const six = ['бір', 'екі', 'үш', 'төрт', 'бес', 'алты'];

test('a shared block of many marks is one form, one of few marks is none', () => {
  assert.deepEqual(placed(aShared(six), 40).shown, ['form 0 0']);
  assert.deepEqual(placed(aShared(['бір', 'екі']), 40).shown, ['бір 0 7.8', 'екі 0 17.8']);
  assert.equal(placed(aStack(six.map((word) => aText(word))), 40).items.length, 6);
});

test('shared blocks within a shared block are part of its form', () => {
  const [form] = formsOf(aShared(['а'], { children: [aShared(six), aStatic('жеті')] }), 40);
  assert.deepEqual(
    form?.items.map((item) => item.kind === 'text' && item.text),
    [...six, 'жеті'],
  );
});

test('forms of one place in a template differ in their id by what they say', () => {
  const [one] = formsOf(aShared(six), 40);
  const [same] = formsOf(aShared(six), 40);
  const [other] = formsOf(aShared([...six.slice(1), 'жеті']), 40);
  assert.equal(one?.id, same?.id);
  assert.notEqual(one?.id, other?.id);
  assert.match(one?.id ?? '', /^s:[0-9a-f]{16}:40\.00$/);
});

test('forms of the same marks differ in their id by their height, which their box is made of', () => {
  const gap: Block = { kind: 'gap', source: 'g', height: 5 };
  const words = six.map((word) => aText(word));
  const [low] = formsOf(aStack(words, { shared: true }), 40);
  const [high] = formsOf(aStack([...words, gap], { shared: true }), 40);
  assert.deepEqual(low?.items, high?.items);
  assert.notEqual(low?.height, high?.height);
  assert.notEqual(low?.id, high?.id);
});

test('what stands by the height of its surroundings is no form in a higher room', () => {
  const half = { y: { points: 0, share: 0.5 }, middle: true };
  const parts = [...six.map((word) => aPlace(aText(word))), aPlace(aText('орта'), half)];
  const frame: Block = {
    kind: 'frame',
    source: 'f',
    height: 20,
    pad: 0,
    places: parts,
    shared: true,
  };
  assert.deepEqual(placed(frame, 40).shown, ['form 0 0']);
  assert.deepEqual(placed(frame, 40, 60).shown.at(-1), 'орта 0 32.8');
});
