// Mistakes of a template that only a bill brings to light: LAYOUT_FAILED with file and line.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlainLayout } from '../../support/a-layout.ts';
import { composedWith, faultsOf, wideLayout } from '../../support/compose.ts';

/** The only fault, which is at this place. */
function check(
  lines: string,
  reason: RegExp,
  source = 'plain/bill.hbs:2',
  layout: PlainLayout = {},
): void {
  const [fault, ...others] = faultsOf(lines, {}, layout);
  assert.deepEqual(others, []);
  assert.equal(fault?.code, 'LAYOUT_FAILED', lines);
  assert.equal(fault.source, source, fault.message);
  assert.match(fault.message, reason);
}

test('names that a template puts together', () => {
  check('{{text (label "to" "tal") style="text"}}', /no label "total"/);
  check('{{text "a" style=period}}', /no style "2026-10"/);
  check('{{text "a" style="text" face=period}}', /no face/);
  check('{{text "a" style="text" tone=period}}', /no tone/);
  check('{{rule stroke=period}}', /no stroke/);
  check('{{image period height=5}}', /no image/);
  check('{{#table period}}{{/table}}', /no table/);
  check('{{#if (switch period)}}{{/if}}', /no switch/);
  check('{{gap period}}', /length "2026-10"/);
});

test('a missing style or stroke', () => {
  check('{{text "a"}}', /style/);
  check('{{rule}}', /stroke/);
  check('{{field width=5}}', /stroke/);
});

test('words and numbers that a parameter does not take', () => {
  check('{{text "a" style="text" align="middle"}}', /left, right, center.*align=/);
  check('{{text "a" style="text" join="line"}}', /stack, inline, auto.*join=/);
  check('{{text "a" style="text" wrap="words " }}', /wrap=/);
  check('{{text "a" style="text" sizes="8 big"}}', /"8 big"/);
  check('{{text "a" style="text" role="star"}}', /role=/);
  check('{{code "a" kind="aztec"}}', /qr.*kind=/);
  check('{{#columns widths="1fr wide"}}{{/columns}}', /"wide"/);
  check('{{#stack priority="high"}}{{gap 1}}{{/stack}}', /number.*priority=/);
  check('{{text "a" style="text" align=totalDue}}', /word.*align=/);
});

test('helpers in places that are not theirs', () => {
  check('{{#page}}{{/page}}', /outermost/);
  check('{{#region "b"}}{{/region}}', /\{\{#page\}\}/);
  check('{{#row}}{{/row}}', /\{\{#table\}\}/);
  check('{{#subrow}}{{/subrow}}', /\{\{#row\}\}/);
  check('{{cell "due" 1}}', /\{\{#row\}\}/);
  check('{{#note "due"}}{{/note}}', /\{\{#row\}\}/);
  check('{{span "a" style="text"}}', /\{\{#text\}\}/);
  check('{{#table "charges"}}{{gap 1}}{{/table}}', /cannot stand directly inside table/);
  check('{{#text style="text"}}{{gap 1}}{{/text}}', /cannot stand directly inside spans/);
});

test('blocks without a body', () => {
  check('{{stack}}', /\{\{#stack\}\}/);
  check('{{#table "charges"}}{{row}}{{/table}}', /\{\{#row\}\}/);
});

test('a column that the table does not have', () => {
  check('{{#table "charges"}}{{#row}}{{cell period 1}}{{/row}}{{/table}}', /column "2026-10"/);
});

test('a field that is not there, wherever it is asked for', () => {
  check('{{text nmae style="text"}}', /field/);
  check('{{text account.nmae style="text"}}', /field/);
  check('{{text "a" style="text" width=nmae}}', /field "nmae"/);
  check('{{text (money totalDeu) style="text"}}', /field/);
  check('{{#if duplicat}}{{/if}}', /field "duplicat"/);
  check('{{#unless duplicat}}{{/unless}}', /field "duplicat"/);
  check('{{#each charges}}{{/each}}', /field "charges"/);
  check('{{#with acount}}{{/with}}', /field "acount"/);
  check('{{#if (or duplicat number)}}{{/if}}', /field/);
  check('{{text constructor style="text"}}', /field/);
});

test('a field of nothing', () => {
  check('{{text lastPayment.on style="text"}}', /"on" of nothing.*\{\{#if\}\}/);
});

test('mistakes in a partial are told with its own file and line', () => {
  const partials = { part: '\n\n{{text nmae style="text"}}' };
  check('{{> part}}', /field/, '_parts/part.hbs:3', { partials });
});

test('a template without a page', () => {
  const outcome = composedWith(wideLayout({ template: '{{#if number}}{{#page}}{{/page}}{{/if}}' }));
  assert.ok(!outcome.ok);
  assert.match(outcome.faults[0]?.message ?? '', /\{\{#page\}\}/);
});

test('a bug of ours is no fault of the layout', () => {
  const layout = wideLayout();
  const broken = () => {
    throw new RangeError('boom');
  };
  assert.throws(() => composedWith({ ...layout, run: broken }), /boom/);
});
