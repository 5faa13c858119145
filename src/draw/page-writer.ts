// Pages into a document, one after the other; nothing of a page stays once it is written.

import { hash } from 'node:crypto';
import type { FontSet } from '../font/face.ts';
import type { Form, Page } from '../typeset/page.ts';
import { deflate, type Effort, quick } from './deflate.ts';
import { drawItems } from './drawing.ts';
import { inlineSome } from './inlined.ts';
import type { Literal } from './literal.ts';
import type { Marking } from './marking.ts';
import { Naming } from './naming.ts';
import { Splices } from './packed-part.ts';
import { spelledBox } from './page-box.ts';
import type { PdfaDocument } from './pdfa-document.ts';
import type { Reference } from './reference.ts';
import { Repeats } from './repeats.ts';
import { noResources, type Resources, resourceDictionary, SharedObjects } from './shared-object.ts';
import { pageKey } from './tag-writer.ts';

/** The tab key goes from tag to tag (ISO 14289-1, 7.18.3). */
const taggedEntries = `\n/StructParents ${pageKey}\n/Tabs /S`;

/** Pages take turns with them, as with the memory of their contents. */
const splices = new Splices();

/** Pages under one node of the tree share a resource dictionary, which is written after them. */
interface Group {
  readonly parent: Reference;
  readonly reference: Reference;
  readonly resources: Resources;
}

export interface WrittenPage {
  readonly reference: Literal;
  /** SHA-256 of the content stream as it stands in the file, hexadecimal. */
  readonly digest: string;
}

export class PageWriter {
  readonly #document: PdfaDocument;
  readonly #fonts: FontSet;
  readonly #shared: SharedObjects;
  readonly #effort: Effort;
  /** One for all pages: streams of a group share names. */
  readonly #naming = new Naming();
  readonly #repeats = new Repeats();
  #group: Group | undefined;

  /** `effort` is for compressing contents. */
  constructor(document: PdfaDocument, fonts: FontSet, effort = quick) {
    this.#effort = effort;
    this.#document = document;
    this.#fonts = fonts;
    this.#shared = new SharedObjects(document, fonts);
  }

  /** `marking` says what the items belong to, if the page is tagged. */
  add(page: Page, marking?: Marking): WrittenPage {
    // An object for a form that never comes again would take 200 bytes, and longer than drawing it.
    const isNew = ({ id }: Form) => !this.#repeats.meets(id);
    const inlined = inlineSome(this.#fonts, isNew);
    splices.clear();
    const more = marking === undefined ? { splices } : { marking };
    const drawing = drawItems('page', { ...page, inlined, ...more }, this.#fonts, this.#naming);
    const packed = deflate(drawing.content, this.#effort, splices);
    // At once: what is compressed is only lent.
    const digest = hash('sha256', packed);
    this.#document.identify(digest);
    const contents = this.#document.addPacked(packed);
    const group = this.#groupUnder(this.#document.pages.parent());
    this.#shared.addTo(group.resources, drawing);
    const reference = this.#document.addSmall(
      spelledPage(page, contents, group) + (marking ? taggedEntries : ''),
    );
    this.#document.pages.append(reference);
    return { reference, digest };
  }

  /** Writes what the last pages share. */
  finish(): void {
    if (!this.#group) return;
    const { reference, resources } = this.#group;
    Object.assign(reference.data, resourceDictionary(resources));
    this.#document.endSmall(reference);
    this.#group = undefined;
  }

  #groupUnder(parent: Reference): Group {
    if (this.#group?.parent !== parent) this.finish();
    this.#group ??= { parent, reference: this.#document.ref({}), resources: noResources() };
    return this.#group;
  }
}

/** Directly: pdfkit takes a dictionary apart again for each of thousands of pages. */
function spelledPage({ width, height }: Page, contents: Literal, group: Group): string {
  const box = spelledBox(width, height);
  // Resources are named by the page itself: PDF/A takes no inherited ones (ISO 19005-2, 6.2.2).
  return `/Type /Page\n/Parent ${group.parent}\n/MediaBox ${box}\n/TrimBox ${box}
/Contents ${contents}\n/Resources ${group.reference}`;
}
