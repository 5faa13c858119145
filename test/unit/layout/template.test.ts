// Compiled templates: helpers run in order, know their file and line, and partials know theirs.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileTemplates } from '../../../src/layout/template.ts';
import type { Names } from '../../../src/layout/template-check.ts';
import type { HelperFunction, Vocabulary } from '../../../src/layout/vocabulary.ts';

const none: ReadonlySet<string> = new Set();
const names: Names = {
  style: none,
  tone: none,
  stroke: none,
  face: none,
  label: none,
  image: none,
  table: none,
  column: none,
  switch: none,
  measure: none,
  partial: new Set(['part', 'inner']),
};

/** `{{say value}}` writes down its file, line and value. */
function ran(template: string, partials: Readonly<Record<string, string>> = {}, view: object = {}) {
  const said: string[] = [];
  const composer = { file: '' };
  const say: HelperFunction = (value, options) => {
    // Handlebars hands its options over last.
    const { loc } = options as { readonly loc: { readonly start: { readonly line: number } } };
    said.push(`${composer.file}:${loc.start.line} ${value}`);
  };
  const vocabulary: Vocabulary = {
    signatures: new Map([['say', { kind: 'block', hash: {} }]]),
    functions: { say },
  };
  const compiled = compileTemplates(
    { name: 'bill', file: 'plain/bill.hbs', text: template },
    Object.entries(partials).map(([name, text]) => ({ name, file: `_parts/${name}.hbs`, text })),
    { names, vocabulary },
  );
  assert.ok(compiled.ok, JSON.stringify(compiled));
  compiled.value(view, { composer });
  return said;
}

test('helpers run in order with their line', () => {
  assert.deepEqual(ran('{{say 1}}\n{{say 2}}\n\n{{say "a"}}'), [
    'plain/bill.hbs:1 1',
    'plain/bill.hbs:2 2',
    'plain/bill.hbs:4 a',
  ]);
});

test('a partial runs in its own file, and the caller goes on in its own', () => {
  const partials = { part: '{{say 2}}\n{{> inner}}{{say 4}}', inner: '\n\n{{say 3}}' };
  assert.deepEqual(ran('{{say 1}}{{> part}}\n{{say 5}}', partials), [
    'plain/bill.hbs:1 1',
    '_parts/part.hbs:1 2',
    '_parts/inner.hbs:3 3',
    '_parts/part.hbs:2 4',
    'plain/bill.hbs:2 5',
  ]);
});

test('a partial sees its context and its parameters', () => {
  const template = '{{#each lines}}{{> part sum=../total}}{{/each}}';
  const view = { total: 9, lines: [{ name: 'a' }, { name: 'b' }] };
  assert.deepEqual(ran(template, { part: '{{say name}}{{say sum}}' }, view), [
    '_parts/part.hbs:1 a',
    '_parts/part.hbs:1 9',
    '_parts/part.hbs:1 b',
    '_parts/part.hbs:1 9',
  ]);
});

test('nothing is escaped', () => {
  assert.deepEqual(ran('{{say name}}', {}, { name: '«А & Б» <c>' }), [
    'plain/bill.hbs:1 «А & Б» <c>',
  ]);
});
