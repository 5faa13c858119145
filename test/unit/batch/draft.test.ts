// Drafts: what is closed once is not closed again, whoever has its number by then.

import assert from 'node:assert/strict';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Draft } from '../../../src/batch/draft.ts';
import { aFolder } from '../../support/batch.ts';

test('giving up a finished draft closes nobody else’s file', (t) => {
  const folder = aFolder(t);
  const draft = new Draft(join(folder, 'a'));
  draft.text('text');
  assert.equal(draft.finish().bytes, 4);
  // The system gives the lowest number that is free.
  const other = openSync(join(folder, 'b'), 'w');
  draft.abandon();
  writeSync(other, 'still open');
  closeSync(other);
  assert.equal(readFileSync(join(folder, 'b'), 'utf8'), 'still open');
});
