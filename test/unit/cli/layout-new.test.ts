// tolem layout new: what it makes loads and renders; what it refuses leaves nothing behind.

import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { openEngine } from '../../../src/cli/engine.ts';
import { fill, type Order } from '../../../src/cli/skeleton.ts';
import { folderWith, onlyLine, type Run, run } from './support.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** Layouts that are only shared parts and the skeleton, and no samples yet. */
function placeFor(t: TestContext) {
  const at = folderWith(t);
  for (const name of ['_parts', '_skeleton']) {
    cpSync(join(root, 'layouts', name), at(`layouts/${name}`), { recursive: true });
  }
  const environment = { TOLEM_LAYOUTS_DIR: at('layouts'), TOLEM_SAMPLES_DIR: at('samples') };
  const bugs: unknown[] = [];
  const tolem = (...words: string[]): Promise<Run> =>
    run(words, {
      environment,
      openEngine: (config) => openEngine(config, (bug) => bugs.push(bug)),
    });
  const text = (path: string) => readFileSync(at(path), 'utf8');
  return { at, tolem, text, json: (path: string) => JSON.parse(text(path)) };
}

const titles = ['--title-kk', 'Жылу шоты', '--title-ru', 'Счёт за тепло'];

describe('tolem layout new', () => {
  test('makes a layout that renders its sample', async (t) => {
    const { at, tolem, json, text } = placeFor(t);
    const { exit, out, err } = await tolem('layout', 'new', 'heat-firm', ...titles);
    assert.deepEqual([exit, err], [0, []]);
    const files = ['README.md', 'bill.hbs', 'labels.json', 'layout.json'];
    assert.deepEqual(readdirSync(at('layouts/heat-firm')).toSorted(), files);
    const { id, revision, valid, title, languages } = json('layouts/heat-firm/layout.json');
    assert.deepEqual([id, revision, languages], ['heat-firm', 1, ['kk-ru', 'kk', 'ru']]);
    assert.match(valid.from, /^20\d\d-(0[1-9]|1[0-2])$/);
    assert.deepEqual(title, { kk: 'Жылу шоты', ru: 'Счёт за тепло' });
    assert.deepEqual(json('layouts/heat-firm/labels.json'), { title });
    assert.match(text('layouts/heat-firm/README.md'), /^# heat-firm\n/);
    const sample = at('samples/heat-firm/typical.json');
    assert.equal(json('samples/heat-firm/typical.json').period, valid.from);

    assert.ok(out.some((line) => line.includes(`render ${sample} -o out`)));
    const rendering = await tolem('render', sample, '-o', at('out'));
    assert.deepEqual([rendering.exit, rendering.err], [0, []]);
    assert.ok(existsSync(at('out/typical.pdf')));
  });

  test('leaves the shared title where none is given, and no brace unfilled', async (t) => {
    const { at, tolem, json, text } = placeFor(t);
    const { exit, err } = await tolem('layout', 'new', 'town', '--languages', 'en,ru');
    assert.deepEqual([exit, err], [0, []]);
    assert.ok(!existsSync(at('layouts/town/labels.json')));
    assert.deepEqual(json('layouts/town/layout.json').languages, ['en', 'ru']);
    assert.equal(json('samples/town/typical.json').language, 'en');
    for (const path of ['layouts/town/layout.json', 'layouts/town/README.md']) {
      assert.doesNotMatch(text(path), /\{[a-z][\w+-]*\}/);
    }
  });

  test('stands beside the layouts that are there', async (t) => {
    const { tolem } = placeFor(t);
    await tolem('layout', 'new', 'one');
    await tolem('layout', 'new', 'two', '--languages', 'kk');
    const { out } = await tolem('layouts');
    assert.deepEqual(
      out.map((line) => line.split(' ')[0]),
      ['one@1', 'two@1'],
    );
  });
});

describe('tolem layout new refuses, and makes nothing:', () => {
  check(['layout'], /layout new/);
  check(['layout', 'old', 'town'], /layout new/);
  check(['layout', 'new', 'town', 'city'], /layout new/);
  check(['layout', 'new', 'Town'], /Town is no id.*small Latin letters/);
  check(['layout', 'new', '../town'], /no id/);
  check(['layout', 'new', '_parts'], /no id/);
  check(['layout', 'new', 'town@2'], /no id/);
  check(['layout', 'new', 'town', '--languages', 'kk-en'], /list of kk-ru, kk, ru, en/);
  check(['layout', 'new', 'town', '--languages', 'kk,kk'], /each once/);
  check(['layout', 'new', 'town', '--languages', ''], /list of/);
  check(['layout', 'new', 'town', '--title-kk', 'Шот'], /--title-kk and --title-ru\./);
  check(['layout', 'new', 'town', '--languages', 'ru,en', ...titles], /--title-en\./);
  check(['layout', 'new', 'taken'], /layouts.taken is there already/);
  check(['layout', 'new', 'revised'], /layouts.revised@2 is there already/);
  check(['layout', 'new', 'sampled'], /samples.sampled is there already/);

  function check(words: readonly string[], message: RegExp): void {
    test(words.slice(1).join(' '), async (t) => {
      const { at, tolem } = placeFor(t);
      for (const path of ['layouts/taken', 'layouts/revised@2', 'samples/sampled']) {
        mkdirSync(at(path), { recursive: true });
      }
      const before = readdirSync(at('.'), { recursive: true });
      const { exit, out, err } = await tolem(...words);
      assert.deepEqual([exit, out], [2, []]);
      assert.match(err[0] ?? '', message);
      assert.match(err.at(-1) ?? '', /tolem help layout`/);
      assert.deepEqual(readdirSync(at('.'), { recursive: true }), before);
    });
  }

  test('where there is no skeleton', async (t) => {
    const at = folderWith(t);
    const environment = { TOLEM_LAYOUTS_DIR: at('x'), TOLEM_SAMPLES_DIR: at('y') };
    const { exit, err } = await run(['layout', 'new', 'town'], { environment });
    assert.equal(exit, 2);
    assert.match(err[0] ?? '', /_skeleton.*Copy _skeleton from the layouts of tolem/);
  });

  test('where another layout is broken', async (t) => {
    const { at, tolem } = placeFor(t);
    mkdirSync(at('layouts/broken'));
    const { exit, out, err } = await tolem('layout', 'new', 'town');
    assert.deepEqual([exit, out], [3, []]);
    assert.match(err[0] ?? '', /broken\/bill\.hbs: the file is missing/);
    assert.match(err.at(-1) ?? '', /Nothing was made/);
    assert.ok(!existsSync(at('layouts/town')) && !existsSync(at('samples/town')));
  });

  test('where the sample of the skeleton is wrong', async (t) => {
    const { at, tolem, text } = placeFor(t);
    const sample = text('layouts/_skeleton/typical.json').replace('"1180.20"', '"1180.21"');
    writeFileSync(at('layouts/_skeleton/typical.json'), sample);
    const { exit, err } = await tolem('layout', 'new', 'town');
    assert.equal(exit, 1);
    assert.match(err[0] ?? '', /typical\.json: \/totalDue: /);
    assert.ok(!existsSync(at('layouts/town')) && !existsSync(at('samples/town')));
  });

  test('where the disk refuses', async (t) => {
    const { at, tolem } = placeFor(t);
    writeFileSync(at('samples'), 'a file, not a folder');
    const { exit, err } = await tolem('layout', 'new', 'town');
    assert.equal(exit, 3);
    assert.match(onlyLine(err), /samples/);
    assert.ok(!existsSync(at('layouts/town')));
  });
});

describe('the skeleton is filled in', () => {
  const order: Order = { id: 'town', month: '2026-11', languages: ['kk-ru', 'ru'] };
  const cases: readonly (readonly [string, string])[] = [
    ['# {id}', '# town'],
    ['"id": "{id}"', '"id": "town"'],
    ['"languages": "{languages}"', '"languages": ["kk-ru", "ru"]'],
    ['in {languages}', 'in kk-ru, ru'],
    ['"title": "{title}"', '"title": { "kk": "town", "ru": "town" }'],
    ['"{month}"', '"2026-11"'],
    ['"{month+1}-05"', '"2026-12-05"'],
    ['{month+2} {month-11} {month-12}', '2027-01 2025-12 2025-11'],
    ['{{> charges}} {account}', '{{> charges}} {account}'],
  ];
  for (const [text, expected] of cases) {
    test(text, () => assert.equal(fill(text, order), expected));
  }
});
