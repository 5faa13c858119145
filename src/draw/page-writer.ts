// Pages into a document, one after the other; nothing of a page stays once it is written.

import { hash } from 'node:crypto';
import type { FontSet } from '../font/face.ts';
import type { Form, Page } from '../typeset/page.ts';
import { deflate, type Effort, quick } from './deflate.ts';
import { drawItems } from './drawing.ts';
import { inlineSome } from './inlined.ts';
import type { Marking } from './marking.ts';
import { Naming } from './naming.ts';
import type { PdfaDocument } from './pdfa-document.ts';
import type { Reference } from './reference.ts';
import { Repeats } from './repeats.ts';
import { noResources, type Resources, resourceDictionary, SharedObjects } from './shared-object.ts';
import { pageKey } from './tag-writer.ts';

/** The tab key goes from tag to tag (ISO 14289-1, 7.18.3). */
const tagged = { StructParents: pageKey, Tabs: 'S' } as const;
const untagged = {} as const;

/** Pages under one node of the tree share a resource dictionary, which is written after them. */
interface Group {
  readonly parent: Reference;
  readonly reference: Reference;
  readonly resources: Resources;
}

export interface WrittenPage {
  readonly reference: Reference;
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
    const sheet = marking === undefined ? { ...page, inlined } : { ...page, inlined, marking };
    const drawing = drawItems('page', sheet, this.#fonts, this.#naming);
    const packed = deflate(drawing.content, this.#effort);
    // At once: what is compressed is only lent.
    const digest = hash('sha256', packed);
    this.#document.identify(packed);
    const contents = this.#document.addStream({}, packed);
    const group = this.#groupUnder(this.#document.pages.parent());
    this.#shared.addTo(group.resources, drawing);
    const written = this.#write(page, contents, group, marking ? tagged : untagged);
    this.#document.pages.append(written);
    return { reference: written, digest };
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

  #write(
    { width, height }: Page,
    contents: Reference,
    group: Group,
    more: typeof tagged | typeof untagged,
  ): Reference {
    const box = [0, 0, width, height];
    const reference = this.#document.ref({
      Type: 'Page',
      Parent: group.parent,
      MediaBox: box,
      TrimBox: box,
      Contents: contents,
      // Named by the page itself: PDF/A takes no inherited ones (ISO 19005-2, 6.2.2).
      Resources: group.reference,
      ...more,
    });
    this.#document.endSmall(reference);
    return reference;
  }
}
