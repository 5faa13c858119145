// docs/first-layout.md, followed step by step in a folder of its own: every block that goes into a
// file, and every answer that it shows. Whether it is well said is for readers.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { openEngine } from '../../src/cli/engine.ts';
import { main } from '../../src/cli/main.ts';
import { makeFromSkeleton } from '../../src/cli/skeleton.ts';
import { readConfig } from '../../src/config.ts';
import { mergeJson } from '../../src/layout/merge.ts';
import { root } from './case.ts';
import { type Example, readDocument } from './document.ts';

const id = 'ulgi-zhylu';
const folder = mkdtempSync(join(tmpdir(), 'tolem-first-'));
after(() => rmSync(folder, { recursive: true }));
const folders = { layoutsDir: join(folder, 'layouts'), samplesDir: join(folder, 'samples') };
for (const name of ['_parts', '_skeleton']) {
  cpSync(join(root, 'layouts', name), join(folders.layoutsDir, name), { recursive: true });
}

// The month in which the page was written; the command would take the current one.
const title = { kk: 'Жылу шоты', ru: 'Счёт за тепло' };
const languages = ['kk-ru', 'kk', 'ru'];
await makeFromSkeleton({ id, month: '2026-11', languages, title }, folders);

const { examples } = readDocument('docs/first-layout.md');
const steps = examples.filter(({ words }) => words.has('into') || words.has('says'));

describe('docs/first-layout.md', () => {
  let sample = 'typical.json';
  for (const [index, { words, line, ...step }] of steps.entries()) {
    test(`line ${line}`, async () => {
      const into = words.get('into');
      if (into !== undefined) follow(into, step);
      if (into?.startsWith('crowded')) sample = into;
      const answers = steps[index + 1]?.words.has('says');
      if (into !== undefined && answers) return;
      const said = await render(sample);
      const expected = step.text.split('\n');
      if (words.get('says') === 'all') assert.deepEqual(said, expected);
      else if (words.has('says')) assert.deepEqual(said.slice(0, expected.length), expected);
      else if (sample === 'typical.json') assert.deepEqual(said, []);
      else
        assert.deepEqual(
          said.filter((text) => !text.includes(' warning: ')),
          [],
        );
    });
  }

  test('ends with a layout for every language', async () => {
    for (const language of languages) {
      change(join(folders.samplesDir, id, 'typical.json'), { language });
      assert.deepEqual(await render('typical.json'), []);
    }
  });
});

/** Does with a block what the page asks for. */
function follow(into: string, { kind, text }: Pick<Example, 'kind' | 'text'>): void {
  const own = into === 'typical.json' ? folders.samplesDir : folders.layoutsDir;
  const path = join(own, id, into);
  if (kind === 'json') change(path, JSON.parse(text));
  else if (kind === 'hbs') {
    const before = '  {{#region "last-line"';
    const template = readFileSync(path, 'utf8');
    assert(template.includes(before));
    writeFileSync(
      path,
      template.replace(before, () => `${text}\n${before}`),
    );
  } else {
    const script = text.slice(0, text.indexOf('npm run')).replace(/^node /, '"$NODE" ');
    const env = { ...process.env, NODE: process.execPath };
    execFileSync('sh', ['-c', script], { cwd: folder, env });
  }
}

function change(path: string, changes: object): void {
  const merged = mergeJson(JSON.parse(readFileSync(path, 'utf8')), changes);
  writeFileSync(path, JSON.stringify(merged));
}

/** What the command writes beside «done», without the path of the folder. */
async function render(sample: string): Promise<readonly string[]> {
  const said: string[] = [];
  const path = join(folders.samplesDir, id, sample);
  const environment = {
    TOLEM_LAYOUTS_DIR: folders.layoutsDir,
    TOLEM_SAMPLES_DIR: folders.samplesDir,
  };
  await main(['render', path, '-o', join(folder, 'out')], {
    out: () => undefined,
    err: (line) => said.push(line.replace(`${folder}/`, '')),
    write: async () => undefined,
    readInput: async () => new Uint8Array(),
    readConfig: () => readConfig(environment, 2),
    openEngine: (config) => openEngine(config, (bug) => said.push(JSON.stringify(bug))),
  });
  return said;
}
