// Marks on the real layouts: the margins they stand in are blank on paper, and scanners read them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { drawPdf } from '../../src/draw/pdf.ts';
import { rasteriseRgba } from '../../src/draw/raster.ts';
import { markCorners, markOptionsSchema, type SheetFacts } from '../../src/impose/mark.ts';
import { readMarkPayload } from '../../src/impose/mark-payload.ts';
import { markSheet } from '../../src/impose/mark-sheet.ts';
import type { Page } from '../../src/typeset/page.ts';
import { resources, typeset } from '../support/render.ts';
import { type GoldenCase, listCases } from './case.ts';

const wasm = readFileSync(
  new URL('../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm', import.meta.url),
);
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } });

const { fonts, measure } = resources;
const type = { regular: 'RobotoCondensed-Regular', bold: 'RobotoCondensed-Bold', measure };
const metadata = {
  title: 'Marks',
  languageTag: 'kk-KZ',
  createdOn: '2026-11-06',
  layout: 'marks@1',
  producer: 'tolem',
};

/** The longest text that a mark can have; a short one takes less room in the same place. */
const longest: SheetFacts = {
  batch: 'K7M2Q9ABCD-1',
  volume: 9999,
  sequence: 99_999_999,
  copy: 9,
  copies: 9,
  reprint: true,
};
const usual: SheetFacts = {
  batch: 'K7M2Q9',
  volume: 12,
  sequence: 1234,
  copy: 1,
  copies: 1,
  reprint: false,
};

const cases = listCases(resources);
/** One sample of each layout in each language: what scanners are shown. */
const shown = cases.filter(({ sample }) => sample === 'crowded');

function pageOf({ json, name }: GoldenCase): Page {
  const outcome = typeset(JSON.parse(json));
  assert.ok(outcome.ok, name);
  return outcome.value.page;
}

function marked(page: Page, facts: SheetFacts, given: object): Page {
  const outcome = markSheet(page, facts, markOptionsSchema.parse(given), type);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
}

test('no sample of any layout has anything where marks stand', () => {
  for (const one of cases) {
    const page = pageOf(one);
    for (const corner of markCorners) marked(page, longest, { mark: 'datamatrix', corner });
    marked(page, longest, { mark: 'omr' });
  }
});

test('on paper too: at 150 dpi, marks fall on white pixels and leave the rest as it was', async () => {
  for (const one of shown) {
    const page = pageOf(one);
    const before = await rasteriseRgba(drawPdf(page, fonts, metadata), 150);
    for (const given of [{ mark: 'omr' }, { mark: 'datamatrix', corner: 'bottom-right' }]) {
      const sheet = marked(page, usual, given);
      const after = await rasteriseRgba(drawPdf(sheet, fonts, metadata), 150);
      const { added, overprinted } = compare(before.data, after.data);
      assert.ok(added > 300, `${one.name} has ${added} new dark pixels`);
      assert.equal(overprinted, 0, `${one.name} with ${given.mark}`);
    }
  }
});

/** Pixels that became darker, and those of them that were not white before. */
function compare(before: Uint8Array, after: Uint8Array) {
  let added = 0;
  let overprinted = 0;
  for (let at = 0; at < before.length; at += 4) {
    if (before[at] === after[at]) continue;
    if ((after[at] ?? 0) < 128) added += 1;
    if (before[at] !== 255) overprinted += 1;
  }
  return { added, overprinted };
}

describe('the Data Matrix is read from a sheet at 200 dpi', () => {
  for (const one of shown) {
    test(one.name, async () => {
      const page = pageOf(one);
      for (const [facts, corner] of [
        [usual, 'top-left'],
        [longest, 'bottom-right'],
      ] as const) {
        const sheet = marked(page, facts, { mark: 'datamatrix', corner });
        const { width, height, data } = await rasteriseRgba(drawPdf(sheet, fonts, metadata), 200);
        const image = { width, height, colorSpace: 'srgb' as const };
        const found = await readBarcodes(
          { ...image, data: new Uint8ClampedArray(data) },
          { formats: ['DataMatrix'], tryHarder: true },
        );
        assert.deepEqual(
          found.map(({ text }) => readMarkPayload(text)),
          [facts],
        );
      }
    });
  }
});
