// Values of a bill as spans: which languages stand where, what falls back, what prints nothing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BillInput } from '../../../src/bill/schema.ts';
import { makeSpan } from '../../../src/compose/spans.ts';
import { blockOf, blocksOf, partsIn } from '../../support/compose.ts';

type Language = NonNullable<BillInput['language']>;
type Name = BillInput['suppliers'][number]['name'];

function billWith(language: Language, name: Name = { kk: 'Су', ru: 'Вода' }): Partial<BillInput> {
  return {
    language,
    suppliers: [
      { id: 'water', name },
      { id: 'osi', name: { kk: 'МИБ' } },
    ],
  };
}

/** How `expression` is set; `name` is that of the first supplier. */
function check(expression: string, bill: Partial<BillInput>, expected: readonly string[]): void {
  const lines = `{{#with suppliers.[0]}}{{text ${expression} style="text"}}{{/with}}`;
  const [block] = blocksOf(lines, bill);
  assert.deepEqual(block?.kind === 'text' ? partsIn(block) : [], expected, expression);
}

const all = { kk: 'Су', ru: 'Вода', en: 'Water' };

test('two languages stand Kazakh first, each in its face and with its tag', () => {
  check('name', billWith('kk-ru', all), ['Bold kk-KZ Су', 'Regular ru-KZ Вода']);
});

test('one language stands alone in the face for it', () => {
  check('name', billWith('kk', all), ['Regular kk-KZ Су']);
  check('name', billWith('ru', all), ['Regular ru-KZ Вода']);
  check('name', billWith('en', all), ['Regular en Water']);
});

test('a missing language falls back towards Kazakh, and says which it is', () => {
  check('name', billWith('ru', { kk: 'Су' }), ['Regular kk-KZ Су']);
  check('name', billWith('en', { kk: 'Су', ru: 'Вода' }), ['Regular ru-KZ Вода']);
  check('name', billWith('en', { kk: 'Су' }), ['Regular kk-KZ Су']);
});

test('where two are printed a missing translation is not printed twice', () => {
  check('name', billWith('kk-ru', { kk: 'Су' }), ['Bold kk-KZ Су']);
  check('(join "№ 1 " name)', billWith('kk-ru', { kk: 'Су' }), ['Bold kk-KZ № 1 Су']);
});

test('equal versions stand twice, unless the style says once', () => {
  const bill = billWith('kk-ru', { kk: 'Гкал', ru: 'Гкал' });
  const lines = (style: string) => `{{#with suppliers.[0]}}{{text name style="${style}"}}{{/with}}`;
  assert.equal(blockOf('text', lines('text'), bill).parts.length, 2);
  assert.equal(blockOf('text', lines('once'), bill).parts.length, 1);
});

test('single languages of a phrase', () => {
  check('(first name)', billWith('kk-ru'), ['Bold kk-KZ Су']);
  check('(second name)', billWith('kk-ru'), ['Regular ru-KZ Вода']);
  check('(last name)', billWith('kk-ru'), ['Regular ru-KZ Вода']);
  check('(first name)', billWith('ru'), ['Regular ru-KZ Вода']);
  check('(second name)', billWith('ru'), []);
  check('(last name)', billWith('ru'), ['Regular ru-KZ Вода']);
  check('(second name)', billWith('kk-ru', { kk: 'Су' }), []);
  check('(last name)', billWith('kk-ru', { kk: 'Су' }), ['Bold kk-KZ Су']);
  check('(first name)', billWith('en', { kk: 'Су' }), ['Regular kk-KZ Су']);
  check('(first "plain")', billWith('kk'), []);
});

test('figures and identifiers have no language', () => {
  check('(money ../totalDue)', billWith('kk-ru'), ['Regular 719,13']);
  check('../account.number', billWith('kk'), ['Regular 000123457']);
  check('key', billWith('kk'), ['Regular 1']);
});

test('zero is the dash of the layout, in its tone, and keeps no column alive', () => {
  const [block] = blocksOf('{{#each obligatory}}{{text (amount paid) style="text"}}{{/each}}');
  assert.ok(block?.kind === 'text');
  assert.deepEqual(block.parts, [
    [{ ...makeSpan('–', 'RobotoCondensed-Regular', { size: 8, gray: 0.5 }), nil: true }],
  ]);
  check('(money 0)', billWith('kk'), ['Regular 0,00']);
  check('(amount 5)', billWith('kk'), ['Regular 0,05']);
});

test('nothing is set for nothing', () => {
  for (const expression of ['logo', '""', '(money logo)', '(date logo)', '(list logo logo)']) {
    check(expression, billWith('kk-ru'), []);
  }
  check('logo name site', billWith('kk'), ['Regular kk-KZ Су']);
});

test('lists are parts, several values too', () => {
  check('(list "a" logo "b")', billWith('kk'), ['Regular a', 'Regular b']);
  check('"a" name', billWith('kk-ru'), ['Regular a', 'Bold kk-KZ Су', 'Regular ru-KZ Вода']);
  const bill = {
    suppliers: [
      { id: 'water', name: all, phones: ['1', '2'] },
      { id: 'osi', name: all },
    ],
  };
  check('phones', bill, ['Regular 1', 'Regular 2']);
});

test('face, tone and spoken of one text go before those of its style', () => {
  check('name face="bold"', billWith('kk-ru'), ['Bold kk-KZ Су', 'Bold ru-KZ Вода']);
  const lines = '{{text 12 style="text" tone="paper" spoken=(label "due")}}';
  const [[span] = []] = blockOf('text', lines, billWith('ru')).parts;
  assert.deepEqual([span?.gray, span?.spoken], [1, 'К оплате']);
  const [[pale] = []] = blockOf('text', '{{text "a" style="once"}}').parts;
  assert.equal(pale?.gray, 0.9);
});

test('words that a null cannot choose do not count', () => {
  const lines = '{{text "a" style="text" face=number tone=""}}';
  assert.deepEqual(partsIn(blockOf('text', lines)), ['Regular a']);
});
