// docs/layouts-notices.md against the code: every name that a text or a condition may use is
// there, nothing else is, and what the tables say of helpers is what helpers print.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { wordings } from '../../../src/compose/wordings.ts';
import { compileNotices } from '../../../src/layout/notice.ts';
import { standingNotice } from '../../../src/layout/schema-notice.ts';
import { textValues, type ValueKind } from '../../../src/layout/wording.ts';
import { aLayoutFile } from '../../support/a-layout-file.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/layouts-notices.md'), 'utf8');

/** Rows of the table whose first heading is `heading`, as cells without code marks. */
function rowsOf(heading: string): readonly (readonly string[])[] {
  const table = page.split(`\n| ${heading} |`)[1]?.split('\n\n')[0] ?? '';
  return table
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
}

const firstCells = (heading: string) => rowsOf(heading).map(([first = '']) => first);

test('the tables name everything there is', () => {
  const { shape } = standingNotice;
  assert.deepEqual(firstCells('key'), Object.keys(shape));
  assert.deepEqual(firstCells('condition'), Object.keys(shape.when.unwrap().shape));
  assert.deepEqual(firstCells('value'), Object.keys(textValues));
  assert.deepEqual(firstCells('helper'), [...wordings.keys()]);
});

test('values have the kinds that the table gives', () => {
  const kinds = rowsOf('value').map(([name = '', kind]) => [name, kind]);
  assert.deepEqual(kinds, Object.entries(textValues));
});

describe('a helper prints what the table says', () => {
  const samples: Readonly<Record<ValueKind, readonly unknown[]>> = {
    text: ['x'],
    date: ['2026-11-25'],
    period: ['2026-10'],
    money: [123450],
    number: [25],
  };
  for (const [name = '', takes, kk, ru] of rowsOf('helper')) {
    test(name, () => {
      const wording = wordings.get(name);
      assert.equal(wording?.takes.join(', '), takes);
      const args = wording?.takes.length === 2 ? [20, 25] : samples[wording?.takes[0] ?? 'text'];
      const said = (['kk', 'ru'] as const).map((one) => wording?.say(args, one));
      assert.deepEqual(
        said.map((text) => text?.replaceAll('\u00a0', ' ')),
        [kk, ru],
      );
    });
  }
});

test('the example is a right notice', () => {
  const example = standingNotice.parse(JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? ''));
  const { faults } = compileNotices(
    aLayoutFile({ notices: [example] }),
    wordings,
    'town/layout.json',
  );
  assert.deepEqual(faults, []);
});
