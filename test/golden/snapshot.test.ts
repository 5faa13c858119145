// Seeded changes, end to end through the command line: one change of a layout or a bill is told as
// exactly that, and nothing else. The layouts are copies of ours.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { openEngine } from '../../src/cli/engine.ts';
import { type Run, run } from '../unit/cli/support.ts';
import { root } from './case.ts';

interface Place {
  at(path: string): string;
  tolem(...words: readonly string[]): Promise<Run>;
  /** Replaces a text that stands in a file, once. */
  change(path: string, from: string, to: string): void;
}

function place(t: TestContext, sample: string): Place {
  const folder = mkdtempSync(join(tmpdir(), 'tolem-snapshot-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const at = (path: string) => join(folder, path);
  for (const name of ['_parts', 'almaty-city']) {
    cpSync(join(root, 'layouts', name), at(`layouts/${name}`), { recursive: true });
  }
  mkdirSync(at('bills'));
  cpSync(join(root, 'samples/almaty-city', `${sample}.json`), at(`bills/${sample}.json`));
  return {
    at,
    tolem: (...words) =>
      run(words, {
        environment: { TOLEM_LAYOUTS_DIR: at('layouts') },
        openEngine: (config) => openEngine(config, (bug) => assert.fail(JSON.stringify(bug))),
      }),
    change(path, from, to) {
      const text = readFileSync(at(path), 'utf8');
      assert.ok(text.includes(from), `${path} has no ${from}`);
      writeFileSync(at(path), text.replace(from, to));
    },
  };
}

/** The sentences without places. */
function sentences(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace(/ {2}\[[^\]]*\]$/, '').trimEnd());
}

/** How many items moved with a column is the layout's affair. */
function isNoFollower(line: string): boolean {
  return !/^ {4}\d+ (?:other )?(?:items?|rules?) .*(?:moved|grew)/.test(line);
}

describe('a seeded change of', () => {
  check(
    'one label',
    ({ change }) => change('layouts/_parts/labels.json', '"ru": "К оплате"', '"ru": "К уплате"'),
    ['label "column.due": «К оплате» → «К уплате»'],
  );

  check('one amount', ({ change }) => change('bills/typical.json', '"12609.70"', '"12609.80"'), [
    'lastPayment on and lastPayment amount: ' +
      '«22.10.2026 — 12 609,70 ₸» → «22.10.2026 — 12 609,80 ₸»',
  ]);

  // Beside it the other columns have a millimetre or so to share.
  check(
    'one column width',
    ({ change }) => change('layouts/_parts/base.json', '"fixed": 15', '"fixed": 17.1'),
    [
      'column "pay" is 2.1 mm wider',
      '  8 columns are up to 0.26 mm narrower, as they share the rest',
    ],
    'one-supplier',
  );

  function check(
    what: string,
    seed: (here: Place) => void,
    expected: readonly string[],
    sample = 'typical',
  ): void {
    test(what, async (t) => {
      const here = place(t, sample);
      const bills = here.at('bills');
      const update = await here.tolem('snapshot', 'update', bills);
      assert.deepEqual(update, { exit: 0, out: ['1 of 1 goldens written.'], err: [] });
      const before = await here.tolem('snapshot', 'check', bills);
      assert.deepEqual(before, { exit: 0, out: ['1 bill: 1 is the same.'], err: [] });
      seed(here);
      const { exit, out, err } = await here.tolem('snapshot', 'check', bills);
      const told = expected.map((line) => `  ${line}`);
      assert.deepEqual(sentences(out).filter(isNoFollower), [
        `${sample}:`,
        ...told,
        '1 bill: 1 differs.',
      ]);
      assert.deepEqual([exit, err], [1, []]);
    });
  }
});
