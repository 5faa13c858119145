// Several pages as one PDF in memory, whose objects are not packed and are found by a table: as an
// archive is written, without its tags.

import type { DocumentMetadata } from '../../src/draw/metadata.ts';
import { PageWriter } from '../../src/draw/page-writer.ts';
import { PdfaDocument } from '../../src/draw/pdfa-document.ts';
import type { FontSet } from '../../src/font/face.ts';
import type { Page } from '../../src/typeset/page.ts';

export function drawPages(
  pages: readonly Page[],
  fonts: FontSet,
  metadata: DocumentMetadata,
): Uint8Array {
  const document = new PdfaDocument(metadata);
  const writer = new PageWriter(document, fonts);
  for (const page of pages) writer.add(page);
  writer.finish();
  return document.finish();
}
