// Whatever the bill: what a reader copies is what the page says, in its order, and what a scanner
// reads at 200 dpi is what the codes hold. ZBar reads the same codes in test/ci/.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { BillInput } from '../../src/bill/schema.ts';
import { drawArchive } from '../../src/draw/archive.ts';
import { drawPdf } from '../../src/draw/pdf.ts';
import type { Page } from '../../src/typeset/page.ts';
import {
  anyBillOfAny,
  lettersOf,
  metadata,
  onlyLetters,
  type Seen,
  seenCodes,
} from '../support/document.ts';
import { resources, structuredPage, textsOf, typeset } from '../support/render.ts';
import { slowRuns } from './runs.ts';

// Without the file at hand the package would fetch it from a network.
const wasm = readFileSync(
  new URL('../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm', import.meta.url),
);
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } });

const attachment = {
  name: 'bill.json',
  mediaType: 'application/json',
  description: 'The bill.',
  bytes: new Uint8Array(2),
};

/** What is said of the documents of every bill that fits. */
async function checkPages(check: (page: Page, bill: BillInput) => Promise<void>): Promise<void> {
  let pages = 0;
  await fc.assert(
    fc.asyncProperty(anyBillOfAny, async (bill) => {
      const outcome = typeset(bill);
      if (!outcome.ok) return;
      pages += 1;
      await check(outcome.value.page, bill);
    }),
    { numRuns: slowRuns },
  );
  assert.ok(pages > slowRuns / 3, `only ${pages} of ${slowRuns} bills fit: generate smaller ones`);
}

test('the text layer is the text of the page, in an archive in its order', async () => {
  await checkPages(async (page, bill) => {
    const text = sorted(onlyLetters(printedText(page)));
    // In a row of a print, what other bills say as well comes first; PDFium sorts most of it back.
    assert.equal(sorted(await lettersOf(drawPdf(page, resources.fonts, metadata))), text);
    const structured = structuredPage(bill);
    const read = onlyLetters(printedText(structured));
    assert.equal(sorted(read), text);
    const archive = drawArchive(structured, resources.fonts, metadata, attachment);
    assert.equal(await lettersOf(archive), read);
  });
});

function sorted(letters: string): string {
  return [...letters].sort().join('');
}

function printedText(page: Page): string {
  return textsOf(page)
    .map(({ text }) => text)
    .join('');
}

test('zxing reads every code at 200 dpi', async () => {
  await checkPages(async (page) => {
    const pdf = drawPdf(page, resources.fonts, metadata);
    for (const seen of await seenCodes(page, pdf)) {
      const read = await readBarcodes(imageOf(seen), { tryHarder: true });
      const { symbology } = seen.code.symbol;
      assert.ok(
        read.some(({ text, isValid }) => isValid && text === seen.code.payload),
        `${symbology} says ${seen.code.payload}, read is ${read.map(({ text }) => text)}`,
      );
    }
  });
});

function imageOf({ width, height, gray }: Seen) {
  const data = new Uint8ClampedArray(4 * gray.length).fill(255);
  for (const [index, level] of gray.entries()) data.fill(level, 4 * index, 4 * index + 3);
  return { width, height, data, colorSpace: 'srgb' as const };
}
