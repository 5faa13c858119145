// A second decoder for the marks of sheets: dmtxread, at 300 dpi as a camera of an inserter sees
// them. It looks at the corner of the sheet alone, as such a camera does.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { drawPdf } from '../../src/draw/pdf.ts';
import { markOptionsSchema } from '../../src/impose/mark.ts';
import { readMarkPayload } from '../../src/impose/mark-payload.ts';
import { markSheet } from '../../src/impose/mark-sheet.ts';
import { twoUp } from '../../src/impose/two-up.ts';
import { resources, typeset } from '../support/render.ts';
import { samples } from './sample.ts';
import { run } from './tool.ts';

const dpi = 300;
/** Pixels from the upper left corner of the sheet, which begins at `x`: 35 × 12 mm. */
const cornerAt = (x: number) => ['-x', `${x + 30}`, '-y', '0', '-W', '420', '-H', '140'];

const { fonts, measure } = resources;
const type = { regular: 'RobotoCondensed-Regular', bold: 'RobotoCondensed-Bold', measure };
const metadata = { title: 'Marks', languageTag: 'kk-KZ', createdOn: '2026-11-06' };
const common = { volume: 12, sequence: 1234, copy: 1, copies: 1 };

for (const { name, bill } of samples.filter((one) => one.name.endsWith('/typical'))) {
  test(`dmtxread reads the marks of ${name}`, () => {
    for (const facts of [
      { ...common, batch: 'K7M2Q9', reprint: false },
      { ...common, batch: 'K7M2Q9ABCD-1', reprint: true },
    ]) {
      const outcome = typeset(bill);
      assert.ok(outcome.ok);
      const options = markOptionsSchema.parse({ mark: 'datamatrix' });
      const sheet = markSheet(outcome.value.page, facts, options, type);
      assert.ok(sheet.ok, JSON.stringify(sheet));
      const pdf = drawPdf(sheet.value, fonts, { ...metadata, layout: name, producer: 'tolem' });
      assert.deepEqual(readMarkPayload(decoded(pdf)), facts);
    }
  });
}

test('dmtxread reads both marks of a press sheet', () => {
  const facts = [1, 617].map((sequence) => ({
    ...common,
    sequence,
    batch: 'K7M2Q9',
    reprint: false,
  }));
  const [left, right] = facts.map((one) => {
    const { bill } = samples.find(({ name }) => name.endsWith('/typical')) ?? assert.fail();
    const outcome = typeset(bill);
    assert.ok(outcome.ok);
    const options = markOptionsSchema.parse({ mark: 'datamatrix' });
    const sheet = markSheet(outcome.value.page, one, options, type);
    return sheet.ok ? sheet.value : assert.fail(JSON.stringify(sheet));
  });
  assert.ok(left && right);
  const pressSheet = twoUp('a3', left, right);
  const pdf = drawPdf(pressSheet, fonts, { ...metadata, layout: 'two', producer: 'tolem' });
  const half = Math.round((dpi * 210) / 25.4);
  assert.deepEqual(
    [0, half].map((x) => readMarkPayload(decoded(pdf, x))),
    facts,
  );
});

function decoded(pdf: Uint8Array, x = 0): string {
  const folder = mkdtempSync(join(tmpdir(), 'tolem-mark-'));
  try {
    const stem = join(folder, 'sheet');
    writeFileSync(`${stem}.pdf`, pdf);
    const picture = ['-r', `${dpi}`, '-gray', '-png', '-singlefile', ...cornerAt(x)];
    run('pdftoppm', [...picture, `${stem}.pdf`, stem]);
    return run('dmtxread', ['-N1', '-m10000', `${stem}.png`]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
