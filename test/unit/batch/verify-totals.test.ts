// Totals of a manifest at sizes that no small batch has.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultOptions } from '../../../src/batch/options.ts';
import { batchChain, rowText, type SheetRow, volumeChain } from '../../../src/batch/sheet-row.ts';
import { checkTotals, checkVolumeTotals } from '../../../src/batch/verify-totals.ts';

test('a sum may be larger than any amount of a bill', () => {
  const rows = [1, 2].map((sequence): SheetRow => {
    const place = { sequence, volume: 1, page: sequence, line: sequence };
    const amount = '9999999999.99';
    return { ...place, account: `${sequence}`, amount, digest: '', copy: 1, copies: 1 };
  });
  const chain = volumeChain('V', 1);
  for (const row of rows) chain.add(rowText(row));
  const counts = { pages: 2, sheets: 2, bills: 2, amount: '19999999999.98' };
  const file = { file: 'volumes/0001.pdf', bytes: 1, sha256: '' };
  const volume = { number: 1, firstSequence: 1, ...counts, ...file, chain: chain.head };
  const whole = batchChain('V');
  whole.add(chain.head);
  const head = {
    ...{ batch: 'V', date: '2026-11-06', options: defaultOptions, warnings: [] },
    ...{ lines: 2, accepted: 2, rejected: 0, bills: 2, sheetCount: 2 },
    ...{ amount: '19999999999.98', chain: whole.head, volumes: [volume] },
  };
  assert.deepEqual([...checkVolumeTotals(head, volume, rows), ...checkTotals(head)], []);
  const wrong = { ...head, amount: '19999999999.99' };
  assert.deepEqual(
    [...checkTotals(wrong)].map(({ message }) => message),
    ['The amount of the batch: 19999999999.99 is written, 19999999999.98 is right.'],
  );
});
