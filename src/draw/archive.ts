// One page in, a PDF for archives and for listeners out: PDF/A-3a and PDF/UA-1. It looks like
// what pdf.ts makes of the same page; it decides nothing about it.

import assert from 'node:assert/strict';
import type { FontSet } from '../font/face.ts';
import type { Page } from '../typeset/page.ts';
import { type Attachment, attach } from './attachment.ts';
import { Marking } from './marking.ts';
import { creationDate, type DocumentMetadata } from './metadata.ts';
import { PageWriter } from './page-writer.ts';
import { PdfaDocument } from './pdfa-document.ts';
import { tagsOf } from './tag.ts';
import { writeTags } from './tag-writer.ts';

/**
 * ISO 19005-3 level A and ISO 14289-1: everything of `drawPdf`, and tags with languages and
 * alternative texts. The page must come with its structure and without forms, which cannot be
 * tagged where they are shared.
 */
export function drawArchive(
  page: Page,
  fonts: FontSet,
  metadata: DocumentMetadata,
  attachment: Attachment,
): Uint8Array<ArrayBuffer> {
  assert(page.structure, 'an archive needs a page with its structure');
  assert(!page.items.some(({ kind }) => kind === 'form'), 'a tagged page has no forms');
  const document = new PdfaDocument({ ...metadata, profile: 'archive' });
  const writer = new PageWriter(document, fonts);
  const root = tagsOf(page, page.structure, metadata.languageTag);
  const marking = new Marking(root);
  const { reference } = writer.add(page, marking);
  writer.finish();
  writeTags(document, root, { marking, page: reference });
  attach(document, attachment, creationDate(metadata));
  return document.finish();
}
