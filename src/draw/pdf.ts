// Pages in, one PDF file out. It decides nothing about pages.

import assert from 'node:assert/strict';
import type { FontSet } from '../font/face.ts';
import type { Page } from '../typeset/page.ts';
import type { DocumentMetadata } from './metadata.ts';
import { PageWriter } from './page-writer.ts';
import { PdfaDocument } from './pdfa-document.ts';

/**
 * A PDF/A-2u file (ISO 19005-2): fonts embedded with ToUnicode, DeviceGray only, no transparency,
 * no raster images. The same arguments give the same bytes, which are the caller's own.
 */
export function drawPdf(
  pages: readonly Page[],
  fonts: FontSet,
  metadata: DocumentMetadata,
): Uint8Array<ArrayBuffer> {
  assert(pages.length > 0, 'a document has one page at least');
  const document = new PdfaDocument(metadata);
  const writer = new PageWriter(document, fonts);
  for (const page of pages) writer.add(page);
  writer.finish();
  return document.finish();
}
