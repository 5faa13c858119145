// Batches whose process is killed: what the next process finishes is, byte for byte, what one
// process would have made. scripts/crash-batches.ts does the same for long.

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { failpoints } from '../../src/batch/failpoint.ts';
import { aFolder, billLines, resultsIn } from '../support/batch.ts';

const script = join(import.meta.dirname, 'workers/batch-process.ts');
const plain = { volumeSheets: 4, proof: 3, separators: 'house' };

test('killed at every failpoint in turn, a batch ends as if nothing had happened', (t) =>
  checkKills(t, plain, failpoints));

test('so does one with two bills on a press sheet', (t) => {
  const ofVolumes = failpoints.filter((failpoint) => failpoint.startsWith('volume-'));
  assert.equal(ofVolumes.length, 3);
  return checkKills(t, { ...plain, twoUp: 'a3' }, ofVolumes);
});

async function checkKills(t: TestContext, given: object, points: readonly string[]): Promise<void> {
  const options = JSON.stringify(given);
  const folder = aFolder(t);
  const file = join(folder, 'bills.ndjson');
  writeFileSync(file, `${billLines(14).join('\n')}\n{"wrong":1}\n`);
  const [whole = '', broken = ''] = ['whole', 'broken'].map((name) => join(folder, name));
  for (const name of [whole, broken]) mkdirSync(name);
  assert.equal(await end(start(file, whole, options)), 0);

  for (const failpoint of points) {
    assert.equal(
      await end(start(file, broken, options, failpoint)),
      'SIGKILL',
      `${failpoint} not reached`,
    );
  }
  // At moments of no choice, later each time: while it starts, in the middle, near the end.
  for (const ms of [300, 600, 900]) {
    const child = start(file, broken, options);
    setTimeout(() => child.kill('SIGKILL'), ms);
    await end(child);
  }
  assert.equal(await end(start(file, broken, options)), 0);
  assert.deepEqual(resultsIn(broken), resultsIn(whole));
  const { accepted, rejected, sheets } = JSON.parse(
    readFileSync(join(broken, 'manifest.json'), 'utf8'),
  );
  assert.deepEqual({ accepted, rejected }, { accepted: 14, rejected: 1 });
  const lines = sheets.map(({ line }: { line: number }) => line).toSorted(byNumber);
  assert.deepEqual(
    lines,
    Array.from({ length: 14 }, (_, index) => index + 1),
  );
}

function byNumber(a: number, b: number): number {
  return a - b;
}

function start(file: string, folder: string, options: string, failpoint = ''): ChildProcess {
  const words = [script, file, folder, options, failpoint];
  return spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The exit code, or the signal that ended it. */
async function end(child: ChildProcess): Promise<number | string> {
  const [code, signal] = await once(child, 'exit');
  return code ?? signal;
}
