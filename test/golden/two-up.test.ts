// A press sheet as a picture: two bills side by side with their marks, and the marks of the cut.

import { test } from 'node:test';
import { drawPdf } from '../../src/draw/pdf.ts';
import { rasterise } from '../../src/draw/raster.ts';
import { markOptionsSchema } from '../../src/impose/mark.ts';
import { markSheet } from '../../src/impose/mark-sheet.ts';
import { twoUp } from '../../src/impose/two-up.ts';
import type { Page } from '../../src/typeset/page.ts';
import { resources, typeset } from '../support/render.ts';
import { listCases, unwrap } from './case.ts';
import { checkPicture } from './picture.ts';

const { fonts, measure, producer } = resources;
const type = { regular: 'RobotoCondensed-Regular', bold: 'RobotoCondensed-Bold', measure };
const metadata = { title: 'Two', languageTag: 'kk-KZ', createdOn: '2026-11-06', layout: 'two@1' };

test('two bills on a press sheet', async () => {
  const [left, right] = [
    pageOf('almaty-city/typical.kk-ru', 1),
    pageOf('karagandy-su/typical.kk-ru', 617),
  ];
  const pdf = drawPdf(twoUp('a3', left, right), fonts, { ...metadata, producer });
  checkPicture('two-up', await rasterise(pdf, 54));
});

function pageOf(wanted: string, sequence: number): Page {
  const { json } = listCases(resources).find(({ name }) => name === wanted) ?? {};
  const { page } = unwrap(typeset(JSON.parse(json ?? '')));
  const facts = { batch: 'K7M2Q9', volume: 1, sequence, copy: 1, copies: 1, reprint: false };
  const options = markOptionsSchema.parse({ mark: 'datamatrix' });
  return unwrap(markSheet(page, facts, options, type));
}
