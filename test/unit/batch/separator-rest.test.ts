// Separators of groups of which not every bill is printed: what they say, and that volumes say it.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { filesIn } from '../../../src/batch/folder.ts';
import { batchOptionsSchema } from '../../../src/batch/options.ts';
import type { PlannedSeparator } from '../../../src/batch/plan-page.ts';
import { separatorOfRest } from '../../../src/batch/separator-rest.ts';
import type { SpooledSheet } from '../../../src/batch/spooled-sheet.ts';
import { verifyFolder } from '../../../src/batch/verify.ts';
import { pageTexts } from '../../../src/draw/page-text.ts';
import { aFolder, billLines, bytesOf, endOf, openIn } from '../../support/batch.ts';

describe('a separator', () => {
  /** Sheets 3 to 6, of which 4 and 5 are copies of one bill; sheets of other groups around. */
  const planned: PlannedSeparator = {
    kind: 'separator',
    group: {
      ...{ kind: 'house', firstSequence: 1, lastSequence: 6 },
      ...{ sheetCount: 6, billCount: 5, amount: 500 },
    },
    ...{ firstSequence: 3, lastSequence: 6, continued: true },
  };
  const sheets = [1, 2, 3, 4, 5, 6, 7].map((sequence): SpooledSheet => {
    const line = sequence === 5 ? 4 : sequence;
    const copies = line === 4 ? 2 : 1;
    const copy = sequence === 5 ? 2 : 1;
    return { kind: 'sheet', sequence, line, copy, copies, offset: 0, length: 0 };
  });
  const rest = (lines: readonly number[]) =>
    separatorOfRest(
      planned,
      sheets,
      ({ line }) => lines.includes(line),
      ({ line }) => 10 * line,
    );

  test('of a whole group is as planned', () => assert.equal(rest([1, 7]), planned));

  test('counts what is left of it', () => {
    assert.deepEqual(rest([4]), {
      ...planned,
      group: { ...planned.group, sheetCount: 4, billCount: 4, amount: 460 },
    });
    const { firstSequence, lastSequence } = rest([3, 6]) ?? {};
    assert.deepEqual([firstSequence, lastSequence], [4, 5]);
  });

  test('of nothing is none', () => assert.equal(rest([3, 4, 6]), undefined));
});

test('a bill that fails behind its separator is not counted on it', async (t) => {
  const folder = aFolder(t);
  const { spool } = filesIn(folder);
  // Somebody changes layouts between the check and the press; here, to the same end, the bills.
  const spoil = (accounts: readonly string[]) => {
    const lines = readFileSync(spool, 'utf8').split('\n');
    const spoilt = lines.map((line) =>
      accounts.some((account) => line.includes(`"${account}"`))
        ? line.replaceAll('"2026-10"', '"2026-1x"')
        : line,
    );
    assert.notDeepEqual(spoilt, lines);
    writeFileSync(spool, spoilt.join('\n'));
  };
  const opened = await openIn(folder, {
    reach: (point) => {
      if (point === 'planned') spoil(['000000002', '000000006']);
    },
  });
  t.after(() => opened.close());
  const options = batchOptionsSchema.parse({ separators: 'house' });
  // Houses of three, three and one bill.
  const source = bytesOf(billLines(7).join('\n'));
  await opened.batches.submit({ id: 'V', options, today: '2026-11-06', source });
  const { lateRejects } = await endOf(opened, 'V');
  assert.equal(lateRejects, 2);
  assert.deepEqual((await verifyFolder(folder)).findings, []);
  const pdf = readFileSync(join(folder, 'volumes/0001.pdf'));
  const texts = await Array.fromAsync(pageTexts(pdf));
  const figures = texts
    .filter((text) => !/V 1\/\d 1\/1/.test(text))
    .map((text) =>
      text.replaceAll(/\s+/g, ' ').match(/(?<=листов |счетов |оплате |томе )[\d ,–]*\d/g),
    );
  assert.deepEqual(figures, [
    ['2', '2', '1 438,26', '1 – 3'],
    ['2', '2', '1 438,26', '5 – 6'],
    ['1', '1', '719,13', '7 – 7'],
  ]);
});
