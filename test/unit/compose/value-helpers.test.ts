// Helpers that compute values: labels filled, dates, words, joins, payloads.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BillInput } from '../../../src/bill/schema.ts';
import type { Block } from '../../../src/typeset/block.ts';
import { aCharge, aMeter } from '../../support/a-bill.ts';
import { blockOf, blocksOf, faultsOf } from '../../support/compose.ts';

const nbsp = '\u00a0';

/** The texts of the languages of a value, Kazakh and Russian. */
function check(
  expression: string,
  expected: readonly string[],
  bill: Partial<BillInput> = {},
): void {
  const [block] = blocksOf(`{{text ${expression} style="text"}}`, bill);
  const texts = block?.kind === 'text' ? block.parts.map((spans) => spans[0]?.text) : [];
  assert.deepEqual(texts, expected, expression);
}

test('a label is found by its key, put together from parts if need be', () => {
  check('(label "due")', ['Төлеуге', 'К оплате']);
  check('(label "d" "ue")', ['Төлеуге', 'К оплате']);
});

test('a label takes values into its blanks, each in its language', () => {
  check('(label "countedTo" date=(date payBy))', ['25.11.2026 төлемдер', 'Платежи 25.11.2026']);
  check('(label "countedTo" date=(label "due"))', ['Төлеуге төлемдер', 'Платежи К оплате']);
});

test('a blank that nothing fills is a mistake, never print', () => {
  for (const expression of ['(label "countedTo")', '(label "countedTo" day=1)']) {
    const [fault] = faultsOf(`{{text ${expression} style="text"}}`);
    assert.equal(fault?.code, 'LAYOUT_FAILED');
    assert.match(fault.message, /\{date\}.*"countedTo"/);
    assert.equal(fault.source, 'plain/bill.hbs:2');
  }
});

test('figures, dates and periods', () => {
  check('(moneyWithSign totalDue)', [`719,13${nbsp}₸`]);
  check('(figure "1234.50")', [`1${nbsp}234,50`]);
  check('(date payBy)', ['25.11.2026']);
  check('(month period)', ['10.2026']);
  check('(shortMonth period)', ['10.26']);
  check('(iban "KZ098888777766665555")', [['KZ09', '8888', '7777', '6666', '5555'].join(nbsp)]);
});

test('words are there in every language', () => {
  check('(monthWords period)', [`2026${nbsp}ж.${nbsp}қазан`, `октябрь${nbsp}2026${nbsp}г.`]);
  check('(unit "kWh")', ['кВт·сағ', 'кВт·ч']);
  check('(unit "kWh")', ['kWh'], { language: 'en' });
  check('(days 20 25)', [`20‑сынан 25‑іне дейін`, `с${nbsp}20 по${nbsp}25${nbsp}число`]);
});

test('figures of a list, with a dash for one that is not there', () => {
  check('(figures (list "684.01" "12"))', ['684,01', '12']);
  check('(figures number)', []);
  const meters = [aMeter({ id: 'C1', current: undefined }), aMeter({ id: 'C2' })];
  const charges = [aCharge({ meters: ['C1', 'C2'] })];
  const lines = '{{#each obligatory}}{{text (figures current) style="text"}}{{/each}}';
  const [block] = blocksOf(lines, { meters, charges });
  const texts = block?.kind === 'text' ? block.parts.map((spans) => spans[0]?.text) : [];
  assert.deepEqual(texts, ['–', '684,01']);
});

test('joined texts follow one another, phrases language by language', () => {
  check('(join "a" 1 (money totalDue))', ['a1719,13']);
  check('(join "№ " (label "due"))', ['№ Төлеуге', '№ К оплате']);
  check('(join (date payBy) number " — ")', ['25.11.2026 — ']);
});

test('joined sums and figures are a text wherever a text may stand', () => {
  const joined = '(join (money totalDue) "/" (figure "1234.567"))';
  const text = `719,13/1${nbsp}234,567`;
  check(joined, [text]);
  check(`(lead ${joined} (label "due"))`, [`${text}${nbsp}Төлеуге`, 'К оплате']);
  check(`(lead 4 ${joined})`, [`4${nbsp}${text}`]);
  assert.equal(blocksOf(`{{#if (eq ${joined} "${text}")}}{{gap 1}}{{/if}}`).length, 1);
  const [fault] = faultsOf(`{{code "шот" kind="code128" pointer=${joined}}}`);
  assert.equal(fault?.pointer, text);
  assert.equal(blockOf('code', `{{code ${joined} kind="qr"}}`).payload, text);
});

test('a leading sign stands before the first printed language only', () => {
  check('(lead 4 (label "due"))', [`4${nbsp}Төлеуге`, 'К оплате']);
  check('(lead 4 (label "due"))', [`4${nbsp}К оплате`], { language: 'ru' });
  check('(lead number (label "due"))', ['Төлеуге', 'К оплате']);
});

test('a leading sign before a text that falls back keeps the language really printed', () => {
  const lines = '{{#each suppliers}}{{text (lead 4 name) style="text"}}{{/each}}';
  const [block] = blocksOf(lines, { language: 'en' });
  const [part] = block?.kind === 'text' ? block.parts : [];
  assert.deepEqual([part?.[0]?.text, part?.[0]?.lang], [`4${nbsp}ГКП «Үлгі Су»`, 'ru-KZ']);
});

test('a payload is filled from the bill; what the bill lacks is its fault', () => {
  check('(payload "{account}-{period}-{total}")', ['000123457-202610-71913']);
  const [absent] = faultsOf('{{text (payload "{number}") style="text"}}');
  assert.deepEqual([absent?.code, absent?.pointer], ['CODE_REFUSED', '/number']);
  const [unknown] = faultsOf('{{text (payload "{payer}") style="text"}}');
  assert.deepEqual([unknown?.code, unknown?.source], ['LAYOUT_FAILED', 'plain/bill.hbs:2']);
});

test('a list is cut into columns, the first ones never the shorter', () => {
  const five = '(list "a" "b" "c" "d" "e")';
  const columnsOf = (expression: string): readonly unknown[] => {
    const template = `{{#each ${expression}}}{{#stack}}{{#each this}}{{text this style="text"}}{{/each}}{{gap 0}}{{/stack}}{{/each}}`;
    return blocksOf(template).map((block) =>
      block.kind === 'stack' ? block.children.slice(0, -1).map(textOf).join('') : '',
    );
  };
  assert.deepEqual(columnsOf(`(columnsOf ${five} 2)`), ['abc', 'de']);
  assert.deepEqual(columnsOf(`(columnsOf ${five} 3)`), ['ab', 'cd', 'e']);
  assert.deepEqual(columnsOf('(columnsOf (list "a") 2)'), ['a', '']);
  assert.deepEqual(columnsOf('(columnsOf (list) 2)'), ['', '']);
  for (const wrong of ['(columnsOf "a" 2)', `(columnsOf ${five} 0)`, `(columnsOf ${five})`]) {
    const [fault] = faultsOf(`{{#each ${wrong}}}{{gap 1}}{{/each}}`);
    assert.match(fault?.message ?? '', /how many columns/);
  }
});

function textOf(block: Block): string {
  return block.kind === 'text' ? (block.parts[0]?.[0]?.text ?? '') : '';
}
