// The outline of a document, its bookmarks: sections and the pages in them. Each entry is written
// when the next one is known, so only two are in memory.

import { type Literal, pointerTo } from './literal.ts';
import type { PdfaDocument } from './pdfa-document.ts';
import type { Reference } from './reference.ts';

/** One level under one parent (ISO 32000-1, 12.3.3). */
interface Level {
  readonly parent: Reference;
  first: Reference;
  /** Not written yet: it does not know whether another follows. */
  last: Reference;
  count: number;
}

export class OutlineWriter {
  readonly #document: PdfaDocument;
  #root: Reference | undefined;
  #top: Level | undefined;
  #inner: Level | undefined;
  #section: string | undefined;
  /** Headings that come after all others. */
  readonly #beside: { readonly page: Literal; readonly section: string }[] = [];

  constructor(document: PdfaDocument) {
    this.#document = document;
  }

  add(page: Literal, section: string | undefined, bookmark: string | undefined): void {
    this.#add(page, section, bookmark);
  }

  /** A heading of what stands at the right: it comes after those of all pages. */
  addBeside(page: Literal, section: string): void {
    if (section !== this.#beside.at(-1)?.section) {
      this.#beside.push({ page, section });
    }
  }

  #add(page: Literal, section: string | undefined, bookmark: string | undefined): void {
    if (section !== this.#section) {
      this.#endSection();
      this.#section = section;
      if (section !== undefined) this.#top = this.#append(this.#top, this.#parent(), section, page);
    }
    if (bookmark === undefined) return;
    if (section === undefined) {
      this.#top = this.#append(this.#top, this.#parent(), bookmark, page);
    } else {
      const parent = this.#top?.last ?? this.#parent();
      this.#inner = this.#append(this.#inner, parent, bookmark, page);
    }
  }

  /** Undefined if there is no entry. */
  finish(): Reference | undefined {
    for (const { page, section } of this.#beside) this.#add(page, section, undefined);
    this.#endSection();
    if (!this.#root || !this.#top) return undefined;
    this.#document.endSmall(this.#top.last);
    const { first, last, count } = this.#top;
    Object.assign(this.#root.data, { Type: 'Outlines', ...ends(first, last), Count: count });
    this.#root.finalize();
    return this.#root;
  }

  #parent(): Reference {
    this.#root ??= this.#document.ref({});
    return this.#root;
  }

  /** Sections are closed when the file is opened, which a negative count says. */
  #endSection(): void {
    if (!this.#inner) return;
    const { parent, first, last, count } = this.#inner;
    this.#document.endSmall(last);
    Object.assign(parent.data, { ...ends(first, last), Count: -count });
    this.#inner = undefined;
  }

  #append(level: Level | undefined, parent: Reference, title: string, page: Literal): Level {
    const entry = this.#document.ref({
      // The PDF object writer tells strings from names by the wrapper.
      Title: new String(title),
      Parent: pointerTo(parent),
      Dest: [page, 'Fit'],
    });
    if (!level) return { parent, first: entry, last: entry, count: 1 };
    Object.assign(entry.data, { Prev: pointerTo(level.last) });
    Object.assign(level.last.data, { Next: pointerTo(entry) });
    this.#document.endSmall(level.last);
    level.last = entry;
    level.count += 1;
    return level;
  }
}

/** Pointers only: each entry would hold the one before it, back to the first. */
function ends(first: Reference, last: Reference): object {
  return { First: pointerTo(first), Last: pointerTo(last) };
}
