// A thread that works on many rows and no bill: it shows that it lives, or it would be ended as one
// that stands still.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type TestContext, test } from 'node:test';
import { draftOf, filesIn } from '../../../src/batch/folder.ts';
import { writeManifest } from '../../../src/batch/manifest.ts';
import { defaultOptions } from '../../../src/batch/options.ts';
import { Progress } from '../../../src/batch/protocol.ts';
import { rowText, volumeChain } from '../../../src/batch/sheet-row.ts';
import { type VolumePlan, writePlan } from '../../../src/batch/write-plan.ts';
import { aFolder } from '../../support/batch.ts';
import { plain } from './plan-entry.ts';

test('each row of the index moves the progress of a plan', (t) => {
  const { folder, index } = preparedFiles(t);
  const rows = [1, 2, 3].map((line) => `${JSON.stringify([line, 0, 1, plain({ line })])}\n`);
  writeFileSync(index, rows.join(''));
  const progress = new Progress();
  const { volumes } = writePlan({ folder, options: defaultOptions }, progress);
  assert.equal(progress.position, rows.length + volumes.length);
});

test('a sheet of the plan says where its bill is and on which rung it stood', (t) => {
  const { folder, index, plan } = preparedFiles(t);
  const entries = ['normal', 'roomy', undefined].map((rung, at) => {
    const { line, ...facts } = plain({ line: at + 1 });
    return [line, 100 * at, 50, { ...facts, risk: { ...facts.risk, rung } }];
  });
  writeFileSync(index, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  writePlan({ folder, options: { ...defaultOptions, sort: 'as-sent' } }, new Progress());
  const { pages }: VolumePlan = JSON.parse(readFileSync(draftOf(plan), 'utf8'));
  assert.deepEqual(
    pages.map((page) => page.kind === 'sheet' && [page.offset, page.length, page.rung]),
    [
      [0, 50, 'normal'],
      [100, 50, 'roomy'],
      [200, 50, undefined],
    ],
  );
});

test('each row of a volume moves the progress of a manifest', (t) => {
  const files = preparedFiles(t);
  const digest = '0'.repeat(64);
  const texts = [1, 2, 3].map((sequence) =>
    rowText({
      ...{ sequence, page: sequence, line: sequence, account: '1', amount: '1.00', digest },
      ...{ volume: 1, copy: 1, copies: 1 },
    }),
  );
  writeFileSync(files.rows(1), `${texts.join('\n')}\n`);
  writeFileSync(files.intakeRejects, '');
  const chain = volumeChain('A', 1);
  for (const text of texts) chain.add(text);
  const file = { bytes: 1, sha256: digest };
  const counts = { pages: 3, sheets: 3, bills: 3, amount: 300 };
  const planAt = { offset: 0, length: 0 };
  const volume = { number: 1, firstSequence: 1, sheets: 3, planAt, attempt: 1 };
  const sealed = { ...file, ...counts, rows: file, chain: chain.head };
  const progress = new Progress();
  writeManifest(
    {
      ...{ folder: files.folder, batch: 'A', options: defaultOptions, today: '2026-11-06' },
      ...{ warnings: [], lateRejects: [], counts: { accepted: 3, rejected: 0 } },
      volumes: [{ ...volume, status: 'sealed', sealed }],
    },
    progress,
  );
  assert.equal(progress.position, texts.length - 1);
});

function preparedFiles(t: TestContext) {
  const files = filesIn(aFolder(t));
  for (const path of [files.index, files.rows(1)]) mkdirSync(dirname(path), { recursive: true });
  return files;
}
