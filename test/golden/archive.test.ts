// An archive looks and reads like the print of the same bill, and its structure holds the whole
// page. That it keeps the standards is veraPDF's affair, in test/ci/.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rasteriseRgba } from '../../src/draw/raster.ts';
import { renderTask } from '../../src/render/render-bill.ts';
import type { Part } from '../../src/typeset/page.ts';
import type { Profile } from '../../src/worker/protocol.ts';
import { linesWith, structuredPage } from '../support/render.ts';
import { everyPart, partsOf, readTexts, structureOf } from '../support/structure.ts';
import { readLines } from '../unit/draw/read-pdf.ts';
import { type GoldenCase, listCases, loadProject, today, unwrap } from './case.ts';

const resources = await loadProject();
const cases = listCases(resources);

/**
 * Share of the pixels that may differ by more than a quarter of a tone: forms stand on hundredths
 * of a point of their own, and PDFium sets the edges of a path of one rectangle, which the bar of a
 * chart is in an archive, on whole pixels.
 */
const differing = 2e-4;
const quarterTone = 64;

describe('an archive', () => {
  for (const one of cases.filter(({ sample }) => sample === 'typical')) {
    test(`of ${one.name} looks and reads like its print`, async () => {
      const [print, archive] = [await pdfOf(one, 'print'), await pdfOf(one, 'archive')];
      assert.deepEqual(await lettersOf(archive), await lettersOf(print));
      const [a, b] = [await rasteriseRgba(print, 150), await rasteriseRgba(archive, 150)];
      assert.deepEqual([a.width, a.height], [b.width, b.height]);
      const count = countDifferent(a.data, b.data);
      assert.ok(count < differing * a.width * a.height, `${count} pixels differ`);
    });
  }
});

async function pdfOf({ json }: GoldenCase, profile: Profile): Promise<Uint8Array> {
  const task = { json, output: 'pdf', profile, dpi: 150, today } as const;
  return unwrap(await renderTask(task, resources)).bytes;
}

/**
 * PDFium guesses spaces from gaps; letters it reads as they are. In a row of a print, what other
 * bills say as well comes before its figures, so that the order is the archive's own; where each
 * letter stands, the pictures tell.
 */
async function lettersOf(pdf: Uint8Array): Promise<string> {
  const letters = (await readLines(pdf)).join('').replaceAll(/\s/g, '');
  return [...letters].sort().join('');
}

function countDifferent(a: Uint8Array, b: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < a.length; i += 4)
    if (Math.abs((a[i] ?? 0) - (b[i] ?? 0)) > quarterTone) count += 1;
  return count;
}

describe('the structure of every sample in every language', () => {
  const pages = cases.map(({ name, json }) => ({ name, page: structuredPage(JSON.parse(json)) }));

  test('holds an item once at most', () => {
    for (const { name, page } of pages) {
      const indices = everyPart(structureOf(page)).flatMap(({ children }) =>
        children.filter((child) => typeof child === 'number'),
      );
      assert.equal(new Set(indices).size, indices.length, name);
    }
  });

  test('has one first heading, and skips no level', () => {
    for (const { name, page } of pages) {
      const levels = partsOf(page, 'heading').map(({ level }) => level);
      assert.equal(levels.filter((level) => level === 1).length, 1, name);
      assert.equal(levels[0], 1, name);
    }
  });

  test('says of every figure what it shows, and leaves no text out but ornaments', () => {
    for (const { name, page } of pages) {
      for (const { alt } of partsOf(page, 'figure')) assert.notEqual(alt.trim(), '', name);
      const read = new Set(readTexts(page).map((text) => text.trim()));
      for (const item of page.items) {
        if (item.kind !== 'text' || item.role === 'decoration' || isOfChart(item.source)) continue;
        assert.ok(item.text.trim() === '' || read.has(item.text.trim()), `${name}: ${item.text}`);
      }
    }
  });

  test('has tables whose rows are as wide as each other', () => {
    for (const { name, page } of pages) {
      for (const table of partsOf(page, 'table')) {
        const widths = widthsOf(
          table.children.flatMap((row) => (typeof row === 'number' ? [] : [row])),
        );
        assert.equal(new Set(widths).size, 1, `${name}: ${widths}`);
      }
    }
  });
});

/** Months and values of charts are told by the alternative text. */
function isOfChart(source: string): boolean {
  return chartLines.has(source);
}

const chartLines = linesWith('{{chart ');

/** Columns of each row, those counted that cells above reach down into. */
function widthsOf(rows: readonly Part[]): readonly number[] {
  let reaching = 0;
  return rows.map((row) => {
    const cells = row.children.flatMap((cell) =>
      typeof cell === 'object' && cell.kind === 'cell' ? [cell.span] : [],
    );
    const own = cells.reduce((sum, { columns }) => sum + columns, reaching);
    reaching = cells.reduce((sum, { columns, rows: high }) => sum + (high > 1 ? columns : 0), 0);
    return own;
  });
}
