// Bills of every layout, and what a reader and a scanner get from their documents. It asserts
// nothing.

import { PDFiumLibrary } from '@hyzyla/pdfium';
import fc from 'fast-check';
import type { BillInput } from '../../src/bill/schema.ts';
import type { DocumentMetadata } from '../../src/draw/metadata.ts';
import { type Raster, rasteriseRgba } from '../../src/draw/raster.ts';
import type { CodeItem, Page } from '../../src/typeset/page.ts';
import { anyBill } from './generate-bill.ts';
import { itemsOf, resources } from './render.ts';

/** Of every layout there is. Many are refused, for want of room or by what a layout asks. */
export const anyBillOfAny = fc
  .tuple(anyBill, fc.constantFrom(...resources.catalogue.layouts.map(({ file }) => file.id)))
  .map(([bill, layout]): BillInput => ({ ...bill, layout }));

export const metadata: DocumentMetadata = {
  title: 'Шот',
  languageTag: 'kk-KZ',
  createdOn: '2026-11-06',
  layout: 'any@1',
  producer: 'tolem',
};

const library = await PDFiumLibrary.init();

/**
 * The text layer of the first page without spaces and hyphens: PDFium guesses spaces from gaps, and
 * takes a hyphen at the end of a line for a divided word.
 */
export async function lettersOf(pdf: Uint8Array): Promise<string> {
  const document = await library.loadDocument(pdf);
  try {
    return onlyLetters(document.getPage(0).getText());
  } finally {
    document.destroy();
  }
}

export function onlyLetters(text: string): string {
  return text.replaceAll(/[\s\u00ad\ufffe-]/gu, '');
}

/** A code as a scanner sees it, with what stands around it. */
export interface Seen {
  readonly code: CodeItem;
  readonly width: number;
  readonly height: number;
  /** One byte a pixel. */
  readonly gray: Uint8Array;
}

/** Pixels per inch: what a cheap office printer and a telephone leave of a page. */
const dpi = 200;

/** Around a code, in points: more than its quiet zone, so that neighbours are in the picture. */
const margin = 14;

export async function seenCodes(page: Page, pdf: Uint8Array): Promise<readonly Seen[]> {
  const codes = itemsOf(page).filter((item) => item.kind === 'code');
  if (codes.length === 0) return [];
  const raster = await rasteriseRgba(pdf, dpi);
  return codes.map((code) => cut(raster, code));
}

function cut(raster: Raster, code: CodeItem): Seen {
  const scale = dpi / 72;
  const left = Math.max(0, Math.floor((code.x - margin) * scale));
  const top = Math.max(0, Math.floor((code.y - margin) * scale));
  const right = Math.min(raster.width, Math.ceil((code.x + code.width + margin) * scale));
  const bottom = Math.min(raster.height, Math.ceil((code.y + code.height + margin) * scale));
  const width = right - left;
  const height = bottom - top;
  const gray = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      gray[y * width + x] = raster.data[4 * ((top + y) * raster.width + left + x)] ?? 0;
    }
  }
  return { code, width, height, gray };
}
