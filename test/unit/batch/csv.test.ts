// Cells that a spreadsheet must show and not run.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvLine } from '../../../src/batch/csv.ts';

test('plain cells', () => check(['1', '000123', 'ң'], '1,000123,ң'));
test('formulas get an apostrophe', () =>
  check(['=1+1', '+1', '-1', '@x', '\tx'], "'=1+1,'+1,'-1,'@x,'\tx"));
test('commas, quotes and line ends are quoted', () =>
  check(['a,b', 'a"b', 'a\nb', '=a,b'], `"a,b","a""b","a\nb","'=a,b"`));

function check(cells: readonly string[], expected: string): void {
  assert.equal(csvLine(cells), `${expected}\r\n`);
}
