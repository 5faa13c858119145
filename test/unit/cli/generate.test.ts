// tolem generate: lines to a file or out, and what it refuses.

import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { layoutsDir } from '../../support/render.ts';
import { folderWith, run } from './support.ts';

const environment = { TOLEM_LAYOUTS_DIR: layoutsDir };

test('as many lines as asked for, the same out and in a file', async (t) => {
  const path = folderWith(t);
  const { exit, written = '' } = await run(['generate', '30'], { environment });
  assert.equal(exit, 0);
  const lines = written.trimEnd().split('\n');
  assert.equal(lines.length, 30);
  for (const line of lines) assert.ok(JSON.parse(line).layout);
  const filed = await run(['generate', '30', '-o', path('b.ndjson')], { environment });
  assert.deepEqual(filed, { exit: 0, out: [], err: [] });
  assert.equal(readFileSync(path('b.ndjson'), 'utf8'), written);
  assert.deepEqual(readdirSync(path('.')), ['b.ndjson'], 'no draft is left');
});

test('a short batch is the beginning of a long one', async () => {
  const [short, long] = await Promise.all(
    ['10', '200'].map((count) => run(['generate', count, '--seed', '9'], { environment })),
  );
  assert.ok(long?.written?.startsWith(short?.written ?? '?'));
});

test('layouts, period and bad lines', async () => {
  const words = ['generate', '8', '--layout', 'ktk-rent,almaty-city', '--period', '2027-03'];
  const { written = '', err } = await run([...words, '--bad', '2'], { environment });
  const good = written.split('\n').filter((_, index) => !err.some(told(index + 1)));
  const made = good.filter((line) => line !== '').map((line) => JSON.parse(line));
  assert.equal(made.length, 6);
  for (const { layout, period } of made) {
    assert.match(layout, /^(?:ktk-rent|almaty-city)$/);
    assert.equal(period, '2027-03');
  }
  assert.equal(err.at(-1), '8 lines, 2 of them bad.');
  assert.equal(err.length, 3);
});

function told(line: number): (text: string) => boolean {
  return (text) => text.startsWith(`line ${line}: `);
}

describe('what cannot be made exits with 2', () => {
  refused(['generate'], /a whole number from 1/);
  refused(['generate', '0'], /a whole number from 1/);
  refused(['generate', '5', '6'], /a whole number from 1/);
  refused(['generate', '1e3'], /a whole number from 1/);
  refused(['generate', '5', '--seed', 'x'], /--seed is a whole number/);
  refused(['generate', '5', '--period', '2026-13'], /--period is a month/);
  refused(['generate', '5', '--period', '2099-12'], /--period is a month/);
  refused(['generate', '5', '--bad', '6'], /--bad is a number of lines up to 5/);
  refused(['generate', '5', '--bad', '1.5'], /--bad is a number of lines/);
  refused(['generate', '5', '--bad', '101%'], /--bad is a number of lines/);
  refused(['generate', '5', '--layout', 'nowhere'], /layouts\/nowhere\/generate\.json is not/);

  function refused(words: readonly string[], message: RegExp): void {
    test(words.join(' '), async () => {
      const { exit, err, written } = await run(words, { environment });
      assert.equal(exit, 2);
      assert.match(err[0] ?? '', message);
      assert.equal(written, undefined);
    });
  }
});

test('a broken recipe is told with its file and place', async (t) => {
  const words = readFileSync(`${layoutsDir}/_generate/words.json`, 'utf8');
  const path = folderWith(t, {});
  for (const name of ['_generate', 'town']) mkdirSync(path(name));
  writeFileSync(path('_generate/words.json'), words);
  writeFileSync(path('town/generate.json'), '{"city": {"kk": "Қала"}}');
  const { exit, err } = await run(['generate', '1'], {
    environment: { TOLEM_LAYOUTS_DIR: path('.') },
  });
  assert.equal(exit, 2);
  assert.match(err[0] ?? '', /^layouts\/town\/generate\.json: [\s\S]*postcode/);
});

test('a file that cannot be written exits with 3', async (t) => {
  const path = folderWith(t);
  const words = ['generate', '1', '-o', path('none/b.ndjson')];
  const { exit, err } = await run(words, { environment });
  assert.equal(exit, 3);
  assert.match(err[0] ?? '', /ENOENT/);
});
