// Batches that somebody tampered with, for the tests of verifying. What is found is theirs to say.

import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { aFolder } from './batch.ts';

/** The same batch in a folder that is gone after the test. */
export function copyOf(folder: string, t: TestContext): string {
  const copy = aFolder(t);
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Changes the page tree of a volume; offsets stay, because spaces fill up. */
export function changePages(
  path: string,
  change: (kids: readonly string[]) => readonly string[],
): void {
  const text = readFileSync(path, 'latin1');
  const [, list = ''] = /\/Kids \[([^\]]*)\]/.exec(text) ?? [];
  const before = list.match(/\d+ 0 R/g) ?? [];
  const kids = change(before);
  const changed = kids.join(' ').padEnd(list.length);
  assert.equal(changed.length, list.length);
  const counted = `/Count ${before.length}`;
  assert.ok(text.includes(counted));
  const moved = text.replace(`[${list}]`, `[${changed}]`);
  writeFileSync(path, moved.replace(counted, `/Count ${kids.length}`), 'latin1');
}
