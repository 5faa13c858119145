// One page in, one PDF file out. It decides nothing about the page, and loads no pdfkit.

import type { FontSet } from '../font/face.ts';
import type { Page } from '../typeset/page.ts';
import type { DocumentMetadata } from './metadata.ts';
import { joinPdf, lentParts } from './split-pdf.ts';

/**
 * A PDF/A-2u file (ISO 19005-2): fonts embedded with ToUnicode, DeviceGray only, no transparency,
 * no raster images. The same arguments give the same bytes, which are the caller's own.
 */
export function drawPdf(
  page: Page,
  fonts: FontSet,
  metadata: DocumentMetadata,
): Uint8Array<ArrayBuffer> {
  return joinPdf(lentParts(page, fonts, metadata));
}
