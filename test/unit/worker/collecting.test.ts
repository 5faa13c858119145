// V8 changes its flags with its releases, and says nothing to a program that sets one it lost.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { collectingFlags, servingFlags } from '../../../src/worker/collecting.ts';

test('V8 knows every flag that threads are started with', () => {
  for (const flag of [...collectingFlags, ...servingFlags]) {
    const { status, stderr } = spawnSync(process.execPath, [flag, '-e', '0'], { encoding: 'utf8' });
    assert.equal(status, 0, `${flag}: ${stderr}`);
  }
  const { status } = spawnSync(process.execPath, ['--no-such-flag-of-v8', '-e', '0']);
  assert.notEqual(status, 0);
});
