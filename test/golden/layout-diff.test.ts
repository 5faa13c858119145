// tolem layout diff, end to end: a copy of a layout in a folder of its own against the layout, over
// bills of several sizes; and what is misuse.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openEngine } from '../../src/cli/engine.ts';
import { run } from '../unit/cli/support.ts';
import { root } from './case.ts';

const tolem = (...words: readonly string[]) =>
  run(words, {
    openEngine: (config) => openEngine(config, (bug) => assert.fail(JSON.stringify(bug))),
  });

describe('tolem layout diff', () => {
  test('ranks bills by how much they change, and finds nothing in a plain copy', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'tolem-diff-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const copy = join(folder, 'draft');
    cpSync(join(root, 'layouts/almaty-city'), copy, { recursive: true });
    const bills = join(folder, 'bills.ndjson');
    const lines = ['minimal', 'overpayment'].map((name) =>
      JSON.stringify(
        JSON.parse(readFileSync(join(root, `samples/almaty-city/${name}.json`), 'utf8')),
      ),
    );
    writeFileSync(bills, lines.join('\n'));
    const words = ['layout', 'diff', 'almaty-city', copy, '--bills', bills];
    const same = await tolem(...words);
    assert.deepEqual([same.exit, same.err], [0, []]);
    assert.equal(same.out.at(-1), '2 bills: 2 are the same.');

    const labels = join(copy, 'labels.json');
    writeFileSync(labels, JSON.stringify({ overpaid: { kk: 'артық', ru: 'лишнее', en: 'over' } }));
    const report = join(folder, 'report.html');
    const changed = await tolem(...words, '--report', report, '--json');
    assert.equal(changed.exit, 1);
    const results = changed.out.map((line) => JSON.parse(line));
    assert.deepEqual(
      results.map(({ name, status }) => `${name} ${status}`),
      ['bills.2 differs', 'bills.1 same'],
    );
    const said = results[0].findings.map(({ sentence }: { sentence: string }) => sentence);
    assert.ok(said.length > 0);
    for (const sentence of said)
      assert.match(sentence, /^label "overpaid": «.*» → «(?:артық|лишнее)»/);
    assert.match(readFileSync(report, 'utf8'), /<h1>almaty-city → /);
  });

  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['a', 'b'], /layout diff A B --bills FILE/],
    [['a', '--bills', 'x'], /layout diff A B --bills FILE/],
    [['almaty-city', 'no/such', '--bills', join(root, 'samples/ktk-rent')], /no folder no\/such/],
    [['a', 'b', '--bills', 'no-bills.json'], /There is no no-bills\.json/],
    [['almaty-city', import.meta.dirname, '--bills', join(root, 'samples/ktk-rent')], /no layout/],
  ];
  for (const [words, message] of cases) {
    test(`refuses ${words.map((word) => word.replace(root, '')).join(' ')}`, async () => {
      const { exit, err } = await tolem('layout', 'diff', ...words);
      assert.equal(exit, 2);
      assert.match(err[0] ?? '', message);
    });
  }
});
