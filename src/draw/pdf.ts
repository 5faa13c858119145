// Pages in, one PDF file out. It decides nothing about pages.

import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import type { FontSet } from '../font/face.ts';
import type { Page } from '../typeset/page.ts';
import { drawItems } from './drawing.ts';
import type { DocumentMetadata } from './metadata.ts';
import { PdfaDocument } from './pdfa-document.ts';
import { SharedObjects } from './shared-object.ts';

/**
 * zlib's level for page contents. Level 1 takes half the time of level 6 for some 250 bytes more;
 * what does not change from bill to bill is compressed at level 9 anyway.
 */
const contentLevel = 1;

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
  const shared = new SharedObjects(document, fonts);
  for (const page of pages) {
    const drawing = drawItems('page', page, fonts);
    const packed = deflateSync(drawing.content, { level: contentLevel });
    document.identify(packed);
    const contents = document.addStream({}, packed);
    document.appendPage([page.width, page.height], contents, shared.resources(drawing));
  }
  return document.finish();
}
