// Where compiled code is kept. That it saves time is the benchmark's to show.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';

const root = join(import.meta.dirname, '../../..');
const ours = join(root, 'node_modules/.cache/tolem');

const code = `
  const { keepCompiledCode, saveCompiledCode, threadEnvironment } =
    await import('./src/compile-cache.ts');
  keepCompiledCode();
  await import('./src/clock.ts');
  saveCompiledCode();
  const { getCompileCacheDir } = await import('node:module');
  console.log(getCompileCacheDir());
  console.log(threadEnvironment().NODE_COMPILE_CACHE);
`;

test('beside the packages, where nobody writes who cannot change the code', () => {
  const { folder, ofThreads } = cached({});
  assert.equal(join(folder, '..'), ours);
  assert.equal(ofThreads, ours);
  assert.ok(readdirSync(folder).length > 0);
});

test('where Node is told to, if it is', (t) => {
  const other = freshFolder(t);
  const { folder, ofThreads } = cached({ NODE_COMPILE_CACHE: other });
  assert.equal(join(folder, '..'), other);
  assert.equal(ofThreads, other);
  assert.ok(readdirSync(folder).some((name) => statSync(join(folder, name)).size > 0));
});

test('nowhere, if Node is told so, and everything works', () => {
  const { folder, ofThreads } = cached({ NODE_DISABLE_COMPILE_CACHE: '1' });
  assert.deepEqual([folder, ofThreads], ['undefined', 'undefined']);
});

function cached(env: Record<string, string>) {
  const words = ['--input-type=module', '-e', code];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  const [folder = '', ofThreads = ''] = stdout.trim().split('\n');
  return { folder, ofThreads };
}

function freshFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'tolem-cache-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}
