// Many pages, one PDF, written while it is made. It decides nothing about pages.

import assert from 'node:assert/strict';
import type { FontSet } from '../font/face.ts';
import type { Page } from '../typeset/page.ts';
import { thorough } from './deflate.ts';
import type { DocumentMetadata } from './metadata.ts';
import { OutlineWriter } from './outline.ts';
import { PageLabels } from './page-label.ts';
import { PageWriter } from './page-writer.ts';
import { PdfaDocument, type Sink } from './pdfa-document.ts';

/** How a reader finds a page of a volume. Viewers show what is written here beside the pages. */
export interface PageMarks {
  /** What the page is called instead of its number: a sequence number, `A-12`. */
  readonly label?: string;
  /** Heading in the outline, e.g. a house; pages in a row with the same one stand under it. */
  readonly section?: string;
  /** Heading of what stands beside it on the page; all of these come after the others. */
  readonly sectionBeside?: string;
  /** The page's own line in the outline, under its section if it has one. */
  readonly bookmark?: string;
}

/**
 * A PDF/A-2u file like that of `drawPdf`, of any number of pages: fonts, images and forms stand in
 * it once. The same calls give the same bytes.
 *
 *     const volume = new VolumeWriter(fonts, metadata, (bytes) => file.write(bytes));
 *     volume.add(page, { label: '1', section: 'Абай даңғылы, 10' });
 *     volume.finish();
 *
 * `write` is called in order, with pieces of about 64 KB that it may keep. Memory does not grow
 * with the pages but for eight bytes an object; it does with forms and images that differ.
 */
export class VolumeWriter {
  readonly #document: PdfaDocument;
  readonly #pages: PageWriter;
  readonly #labels: PageLabels;
  readonly #outline: OutlineWriter;
  readonly #write: Sink;
  #count = 0;

  constructor(fonts: FontSet, metadata: DocumentMetadata, write: Sink) {
    this.#document = new PdfaDocument(metadata, write);
    this.#pages = new PageWriter(this.#document, fonts, thorough);
    this.#labels = new PageLabels(this.#document);
    this.#outline = new OutlineWriter(this.#document);
    this.#write = write;
  }

  /** Pages so far. */
  get length(): number {
    return this.#count;
  }

  /** The SHA-256 of the page's content stream as it stands in the file, hexadecimal. */
  add(page: Page, { label, section, sectionBeside, bookmark }: PageMarks = {}): string {
    const { reference, digest } = this.#pages.add(page);
    this.#labels.add(this.#count, label);
    this.#outline.add(reference, section, bookmark);
    if (sectionBeside !== undefined) this.#outline.addBeside(reference, sectionBeside);
    this.#count += 1;
    return digest;
  }

  /** Writes what is left. Nothing may be added afterwards. */
  finish(): void {
    assert(this.#count > 0, 'a document has one page at least');
    this.#pages.finish();
    const PageLabels = this.#labels.finish();
    if (PageLabels) this.#document.describe({ PageLabels });
    const Outlines = this.#outline.finish();
    if (Outlines) this.#document.describe({ Outlines, PageMode: 'UseOutlines' });
    this.#write(this.#document.finish());
  }
}
