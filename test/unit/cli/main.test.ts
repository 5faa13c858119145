// The command line as a whole: finding the command, help, usage errors, exit codes.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failure } from '../../../src/fault.ts';
import { onlyLine, run } from './support.ts';

describe('help', () => {
  test('without a command, and by any of its names', async () => {
    for (const words of [[], ['help'], ['--help'], ['-h']]) {
      const { exit, out, err } = await run(words);
      assert.equal(exit, 0);
      assert.deepEqual(err, []);
      for (const name of [
        'serve',
        'render',
        'validate',
        'layouts',
        'layout',
        'generate',
        'config',
        'version',
      ]) {
        assert.ok(
          out.some((line) => line.startsWith(`  tolem ${name} `)),
          name,
        );
      }
    }
  });

  test('of a command: usage, every option, examples', async () => {
    for (const words of [
      ['help', 'render'],
      ['render', '--help'],
      ['render', 'a', '-h'],
    ]) {
      const { exit, out } = await run(words);
      assert.equal(exit, 0);
      assert.ok(out.includes('  tolem render FILE.json… -o DIR'));
      for (const option of ['-o, --out OUT', '--profile PROFILE', '--png', '--page', '--json']) {
        assert.ok(
          out.some((line) => line.includes(option)),
          option,
        );
      }
      assert.ok(out.some((line) => line.includes('tolem render bill.json -o out')));
    }
  });
});

describe('what cannot be run exits with 2 and a hint', () => {
  check(['rendr'], /There is no command rendr\./, 'tolem help`');
  check(['help', 'rendr'], /There is no command rendr\./, 'tolem help`');
  check(['render'], /Name at least one bill/, 'tolem help render`');
  check(['render', 'a.json'], /-o DIR/, 'tolem help render`');
  check(['render', 'a.json', '--colour'], /Unknown option '--colour'/, 'tolem help render`');
  check(['render', 'a.json', '-o', 'out', '--dpi', '20'], /from 36 to 300/, 'tolem help render`');
  check(['render', 'a.json', '-o', 'out', '--dpi', 'x'], /from 36 to 300/, 'tolem help render`');
  check(['render', 'a.json', '-o', 'o', '--profile', 'web'], /one of print/, 'tolem help render`');
  check(['render', 'a/x.json', 'b/x.json', '-o', 'o'], /both become x\.pdf/, 'tolem help render`');
  check(['render', '-', '-', '-o', 'out'], /input can be read once/, 'tolem help render`');
  check(['validate'], /Name at least one bill/, 'tolem help validate`');
  check(['validate', '/none/a.json', '/none/b.json'], /a\.json.*ENOENT[\s\S]*b\.json/, 'validate`');
  check(['layouts', 'almaty'], /almaty is one word too many/, 'tolem help layouts`');

  function check(words: readonly string[], message: RegExp, hint: string): void {
    test(words.join(' '), async () => {
      const { exit, out, err } = await run(words);
      assert.equal(exit, 2);
      assert.deepEqual(out, []);
      assert.match(err.join('\n'), message);
      assert.ok(err.at(-1)?.includes(hint));
    });
  }
});

test('a wrong setting exits with 2', async () => {
  for (const words of [['layouts'], ['config'], ['serve']]) {
    const { exit, err } = await run(words, { environment: { PORT: 'x' } });
    assert.equal(exit, 2);
    assert.match(onlyLine(err), /^PORT is "x"/);
  }
});

test('broken layouts exit with 3', async () => {
  const source = 'layouts/x/bill.hbs:3';
  const engine = failure([{ code: 'LAYOUT_BROKEN', message: 'No such helper.', source }]);
  const { exit, err } = await run(['layouts'], { engine });
  assert.equal(exit, 3);
  assert.equal(onlyLine(err), `tolem: ${source}: No such helper. [LAYOUT_BROKEN]`);

  const again = failure([{ code: 'LAYOUT_BROKEN', message: `${source}: no helper.`, source }]);
  const second = await run(['layouts'], { engine: again });
  assert.equal(onlyLine(second.err), `tolem: ${source}: no helper. [LAYOUT_BROKEN]`);
});

describe('information', () => {
  test('layouts', async () => {
    const { out } = await run(['layouts']);
    assert.deepEqual(out, ['almaty-city@2  kk-ru, kk  2020-04…  Алматы']);
    const asJson = JSON.parse(onlyLine((await run(['layouts', '--json'])).out));
    assert.equal(asJson.layouts[0].revision, 2);
  });

  test('config', async () => {
    const { out } = await run(['config'], { environment: { TOLEM_QUEUE_LIMIT: '7' } });
    const line = out.find((text) => text.startsWith('TOLEM_QUEUE_LIMIT'));
    assert.match(line ?? '', / 7 +environment +Bills waiting/);
    const asJson = JSON.parse(onlyLine((await run(['config', '--json'])).out));
    assert.equal(asJson.settings[1].variable, 'PORT');
  });

  test('version', async () => {
    for (const words of [['version'], ['--version']]) {
      const { out } = await run(words);
      assert.ok(
        out.some((line) => line.startsWith('node ') && line.endsWith(process.versions.node)),
      );
    }
    const asJson = JSON.parse(onlyLine((await run(['version', '--json'])).out));
    assert.match(asJson.pdfkit, /^\d+\.\d+\.\d+$/);
  });
});
