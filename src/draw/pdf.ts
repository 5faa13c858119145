// Pages in, one PDF file out. It decides nothing about pages.

import assert from 'node:assert/strict';
import type { FontSet } from '../font/face.ts';
import type { Page } from '../typeset/page.ts';
import type { DocumentMetadata } from './metadata.ts';
import { PageWriter } from './page-writer.ts';
import { PdfaDocument } from './pdfa-document.ts';
import { wholePdf } from './split-pdf.ts';

/**
 * A PDF/A-2u file (ISO 19005-2): fonts embedded with ToUnicode, DeviceGray only, no transparency,
 * no raster images. The same arguments give the same bytes, which are the caller's own.
 */
export function drawPdf(
  pages: readonly Page[],
  fonts: FontSet,
  metadata: DocumentMetadata,
): Uint8Array<ArrayBuffer> {
  const [page] = pages;
  assert(page, 'a document has one page at least');
  if (pages.length === 1) return wholePdf(page, fonts, metadata);
  const document = new PdfaDocument(metadata);
  const writer = new PageWriter(document, fonts);
  for (const each of pages) writer.add(each);
  writer.finish();
  return document.finish();
}
