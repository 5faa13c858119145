// docs/layouts.md against the program: its examples run, and it names every helper, parameter,
// setting and field, and none that is not there. Whether it is well said is for readers.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { vocabulary } from '../../src/compose/vocabulary.ts';
import type { HelperSignature } from '../../src/layout/vocabulary.ts';
import { loadProject, root, unwrap } from './case.ts';
import {
  type Files,
  filesOf,
  loadFiles,
  nameOf,
  plain,
  printedText,
  remarkOf,
  typesetTypical,
} from './docs-layout.ts';
import { viewTables } from './docs-view.ts';
import { type Example, readDocument, rowsUnder } from './document.ts';

const { sections, examples } = readDocument('docs/layouts.md');
const project = await loadProject();
const right = examples
  .filter(({ kind }) => kind === 'hbs' || kind === 'json')
  .filter(({ words }) => !words.has('fails') && !isFile(words));
const wrong = examples.filter(({ words }) => words.has('fails'));

const folders = new Map(right.map((one) => [nameOf(one), filesOf(one, shownBefore(one))]));
const loading = await loadFiles(folders, project);

describe('an example of docs/layouts.md works', () => {
  for (const one of right) test(`line ${one.line}`, () => checkRight(one));
});

describe('an example of docs/layouts.md fails as it says', () => {
  for (const one of wrong) test(`line ${one.line}`, () => checkWrong(one));
});

test('the layout from nothing is whole', async () => {
  const files = Object.fromEntries(
    examples.flatMap(({ words, text }) => (isFile(words) ? [[words.get('file'), text]] : [])),
  );
  const resources = unwrap(await loadFiles(new Map([['town', files as Files]]), project));
  const { page, rung } = unwrap(typesetTypical('town', resources));
  const marks = page.items.flatMap((item) => (item.kind === 'form' ? item.form.items : [item]));
  assert(marks.length > 60);
  assert.equal(rung, 'normal');
});

describe('docs/layouts.md describes every helper', () => {
  test('and no other', () => {
    const chapters = ['put something on the page', 'compute', 'decide'].map(
      (word) => `Helpers that ${word}`,
    );
    const described = sections
      .filter(({ title, chapter }) => chapters.includes(chapter) && title !== chapter)
      .map(({ title }) => title);
    assert.deepEqual([...new Set(described)].sort(), [...vocabulary.keys()].sort());
  });
  for (const [name, signature] of vocabulary) {
    test(name, () => checkHelper(name, signature));
  }
});

describe('docs/layouts.md describes every setting', () => {
  const schema = JSON.parse(readFileSync(join(root, 'layouts', 'layout.schema.json'), 'utf8'));
  const { styles, tables, ladder } = schema.properties;
  const table = tables.additionalProperties.properties;
  const tableKeys = [...Object.keys(table), ...Object.keys(table.columns.items.properties)];
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['layout.json', Object.keys(schema.properties)],
    ['Styles', Object.keys(styles.additionalProperties.properties)],
    ['Tables', tableKeys],
    ['How a bill is made to fit', Object.keys(ladder.items.properties)],
  ];
  for (const [title, keys] of cases) test(title, () => checkRows(title, keys));
});

describe('docs/layouts.md describes every field of the view', () => {
  for (const [title, keys] of viewTables()) test(title, () => checkRows(title, keys));
});

/** Settings that the chapter has shown so far. */
function shownBefore({ chapter, line }: Example): readonly Example[] {
  return right.filter((one) => one.kind === 'json' && one.chapter === chapter && one.line < line);
}

/** All are loaded at once, which is quick; if one is broken, each alone, to tell which. */
async function checkRight(one: Example): Promise<void> {
  const name = nameOf(one);
  const files = folders.get(name) ?? {};
  const loaded = loading.ok ? loading : await loadFiles(new Map([[name, files]]), project);
  const typeset = unwrap(typesetTypical(name, unwrap(loaded)));
  assert(typeset.page.items.length > 0, 'It puts nothing on the page.');
  const expected = remarkOf(one, 'prints');
  if (expected === undefined) return;
  const printed = printedText(typeset);
  assert(printed.includes(plain(expected)), `«${expected}» is not in «${printed}»`);
}

async function checkWrong(one: Example): Promise<void> {
  const name = nameOf(one);
  const loaded = await loadFiles(new Map([[name, filesOf(one, [])]]), project);
  const outcome = loaded.ok ? typesetTypical(name, loaded.value) : loaded;
  assert(!outcome.ok, 'It is taken.');
  const [code] = outcome.faults.map((fault) => fault.code);
  assert.equal(code, one.words.get('fails') === 'start' ? 'LAYOUT_BROKEN' : 'LAYOUT_FAILED');
  const messages = outcome.faults.map(({ message }) => message).join('\n');
  assert.match(messages, new RegExp(`${name}/`));
  const expected = remarkOf(one, 'says') ?? '';
  assert(one.kind === 'json' || expected !== '', 'It does not say what happens.');
  assert(messages.includes(expected), `«${expected}» is not in «${messages}»`);
}

/** Its own rows, and those of the sections that it refers to. */
function checkHelper(name: string, { hash, kind }: HelperSignature): void {
  const own = sections
    .filter(({ title }) => title === name)
    .map(({ text }) => text)
    .join('\n');
  const borrowed = [
    ...(/[Tt]akes .*\[a place\]/i.test(own) ? rowsUnder(sections, 'A place in a frame') : []),
    ...(own.includes('parameters of [text](#text)') ? rowsUnder(sections, 'text') : []),
  ];
  const rows = [...rowsUnder(sections, name), ...borrowed].filter((row) => row.endsWith('='));
  const wanted = Object.keys(hash)
    .filter((key) => key !== '*')
    .map((key) => `${key}=`);
  assert.deepEqual([...new Set(rows)].sort(), wanted.sort());
  const used = examples.some(({ text, words }) => !words.has('fails') && uses(text, name));
  assert(used, `No example shows it.`);
  assert(kind !== 'block' || own !== '');
}

function uses(text: string, name: string): boolean {
  return new RegExp(`(?:\\{\\{#?|\\()${name}[\\s)}]`).test(text);
}

function checkRows(title: string, keys: readonly string[]): void {
  assert.deepEqual([...new Set(rowsUnder(sections, title))].sort(), [...new Set(keys)].sort());
}

function isFile(words: Example['words']): boolean {
  return (words.get('file') ?? '') !== '';
}
