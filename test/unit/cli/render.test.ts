// tolem render and validate: files in, files and lines out.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { failure } from '../../../src/fault.ts';
import type { RenderTask } from '../../../src/worker/protocol.ts';
import { folderWith, onlyLine, rendered, run } from './support.ts';

const warning = { code: 'FITTED', message: 'Tighter rows.', source: 'x/bill.hbs:9' };
const faults = [
  { code: 'BILL_INVALID', message: 'This field is missing.', pointer: '/period' },
  { code: 'DOES_NOT_FIT', message: 'Too much.' },
] as const;

describe('tolem render', () => {
  test('writes each bill under its own name', async (t) => {
    const at = folderWith(t, { 'a.json': '{"a":1}', 'b.c.JSON': '{"b":1}' });
    const { exit, out, err } = await run(['render', at('a.json'), at('b.c.JSON'), '-o', at('x/y')]);
    assert.deepEqual([exit, err], [0, []]);
    assert.match(out[0] ?? '', /a\.json: .*x\/y\/a\.pdf \(\d+ ms\)$/);
    assert.deepEqual(readdirSync(at('x/y')).toSorted(), ['a.pdf', 'b.c.pdf']);
    assert.equal(readFileSync(at('x/y/a.pdf'), 'utf8'), 'pdf 150 {"a":1}');
  });

  test('writes a picture and the page model if wanted', async (t) => {
    const at = folderWith(t, { 'a.json': '{}' });
    const words = ['render', at('a.json'), '--out', at('out'), '--png', '--page', '--dpi', '96'];
    assert.equal((await run(words)).exit, 0);
    assert.deepEqual(readdirSync(at('out')).toSorted(), ['a.page.json', 'a.pdf', 'a.png']);
    assert.equal(readFileSync(at('out/a.png'), 'utf8'), 'png 96 {}');
  });

  test('hands on the profile, and names the known ones', async (t) => {
    const at = folderWith(t, { 'a.json': '{}' });
    const profiles: string[] = [];
    const render = (task: RenderTask) => {
      profiles.push(task.profile);
      return rendered(task);
    };
    for (const profile of [[], ['--profile', 'archive']]) {
      await run(['render', at('a.json'), '-o', at('o'), ...profile], { render });
    }
    assert.deepEqual(profiles, ['print', 'archive']);
    const wrong = await run(['render', at('a.json'), '-o', at('o'), '--profile', 'web']);
    assert.deepEqual([wrong.exit, wrong.err[0]], [2, '--profile is one of print, archive.']);
  });

  test('takes standard input, named by account and period', async (t) => {
    const at = folderWith(t);
    const { out } = await run(['render', '-', '-o', at('out')], { input: '{"in":1}' });
    assert.match(onlyLine(out), /^\(input\): /);
    assert.equal(readFileSync(at('out/00-12_2026-10.pdf'), 'utf8'), 'pdf 150 {"in":1}');
  });

  test('replaces a file as a whole, and leaves no draft behind', async (t) => {
    const at = folderWith(t, { 'a.json': '{"new":1}', 'a.pdf': 'old' });
    assert.equal((await run(['render', at('a.json'), '-o', at('.')])).exit, 0);
    assert.equal(readFileSync(at('a.pdf'), 'utf8'), 'pdf 150 {"new":1}');
    assert.deepEqual(readdirSync(at('.')).toSorted(), ['a.json', 'a.pdf']);
  });

  test('goes on after a wrong bill, and exits with 1', async (t) => {
    const at = folderWith(t, { 'bad.json': 'bad', 'good.json': '{}' });
    const { exit, out, err } = await run(
      ['render', at('bad.json'), at('good.json'), '-o', at('o')],
      {
        render: (task) => (task.json === 'bad' ? failure(faults) : rendered(task, [warning])),
      },
    );
    assert.equal(exit, 1);
    assert.equal(out.length, 1);
    assert.deepEqual(err, [
      `${at('bad.json')}: /period: This field is missing. [BILL_INVALID]`,
      `${at('bad.json')}: Too much. [DOES_NOT_FIT]`,
      `${at('good.json')}: x/bill.hbs:9: warning: Tighter rows. [FITTED]`,
    ]);
    assert.deepEqual(readdirSync(at('o')), ['good.pdf']);
  });

  test('reports for programs', async (t) => {
    const at = folderWith(t, { 'bad.json': 'bad', 'good.json': '{}' });
    const words = ['render', at('good.json'), at('bad.json'), '-o', at('o'), '--json'];
    const { out, err } = await run(words, {
      render: (task) => (task.json === 'bad' ? failure(faults) : rendered(task, [warning])),
    });
    const [good, bad] = out.map((line) => JSON.parse(line));
    assert.deepEqual([good.ok, good.written, good.warnings], [true, [at('o/good.pdf')], [warning]]);
    assert.deepEqual([bad.ok, bad.written, bad.faults], [false, [], faults]);
    assert.deepEqual(err, []);
  });

  test('exits with 3 when the program fails, whatever else is wrong', async (t) => {
    const at = folderWith(t, { 'a.json': '1', 'b.json': '2', 'c.json': '3' });
    const files = ['a', 'b', 'c'].map((name) => at(`${name}.json`));
    const { exit } = await run(['render', ...files, '-o', at('o')], {
      render: (task) =>
        failure(task.json === '2' ? [{ code: 'INTERNAL', message: 'Failed.' }] : faults),
    });
    assert.equal(exit, 3);
  });

  test('exits with 3 when the disk refuses, and says where', async (t) => {
    const at = folderWith(t, { 'a.json': '{}', taken: 'a file, not a folder' });
    const { exit, err } = await run(['render', at('a.json'), '-o', at('taken/out')]);
    assert.equal(exit, 3);
    assert.match(onlyLine(err), /ENOTDIR.*taken/);
  });

  test('does not begin when a file is missing', async (t) => {
    const at = folderWith(t, { 'a.json': '{}' });
    const { exit } = await run(['render', at('a.json'), at('b.json'), '-o', at('out')]);
    assert.equal(exit, 2);
    assert.ok(!existsSync(at('out')));
  });

  test('a bug is told without the message, which may quote the bill', async (t) => {
    const at = folderWith(t, { 'a.json': '{}' });
    const { exit, err } = await run(['render', at('a.json'), '-o', at('out')], {
      render: () => Promise.reject(new RangeError('the payer is Канарейка')),
    });
    assert.equal(exit, 3);
    assert.match(onlyLine(err), /RangeError/);
    assert.doesNotMatch(onlyLine(err), /Канарейка/);
  });
});

describe('tolem validate', () => {
  test('says ok, or what is wrong and where', async (t) => {
    const at = folderWith(t, { 'bad.json': 'bad', 'good.json': '{}' });
    const tasks: string[] = [];
    const { exit, out, err } = await run(['validate', at('good.json'), at('bad.json')], {
      render(task) {
        tasks.push(task.output);
        return task.json === 'bad' ? failure(faults, [warning]) : rendered(task);
      },
    });
    assert.deepEqual(tasks, ['check', 'check']);
    assert.equal(exit, 1);
    assert.equal(onlyLine(out), `${at('good.json')}: ok`);
    assert.deepEqual(err, [
      `${at('bad.json')}: x/bill.hbs:9: warning: Tighter rows. [FITTED]`,
      `${at('bad.json')}: /period: This field is missing. [BILL_INVALID]`,
      `${at('bad.json')}: Too much. [DOES_NOT_FIT]`,
    ]);
  });

  test('reports for programs', async () => {
    const { exit, out } = await run(['validate', '-', '--json'], {
      render: () => failure(faults, [warning]),
    });
    const expected = { file: '(input)', ok: false, errors: faults, warnings: [warning] };
    assert.deepEqual([exit, JSON.parse(onlyLine(out))], [1, expected]);
  });

  test('a file in another code page is a wrong bill', async (t) => {
    const at = folderWith(t, { 'a.json': Uint8Array.of(0x22, 0xcf, 0xf0, 0x22) });
    const { exit, err } = await run(['validate', at('a.json')]);
    assert.equal(exit, 1);
    assert.match(onlyLine(err), /not valid UTF-8.*\[REQUEST_MALFORMED\]/);
  });
});
