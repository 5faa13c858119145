// What stands around the page of a document: catalogue, page tree, and whatever else is put in. Its
// objects have the numbers, the order and the spelling that pdfkit gives them
// (docs/decisions/0039-pdfkit-loads-late.md). It writes no file and knows no page.

import { Literal } from './literal.ts';
import type { WrittenObject } from './object-stream.ts';
import { PageTree } from './page-tree.ts';
import { PlainObject } from './plain-object.ts';
import type { ObjectKeeper, Reference } from './reference.ts';

/** PDF 1.7, and a line of bytes that are no text (ISO 32000-1, 7.5.2). */
export const plainHeader: Uint8Array = Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1');

export class PlainDocument implements ObjectKeeper {
  readonly #written: WrittenObject[] = [];
  #count = 0;
  readonly #pages: PageTree;
  readonly #names: Reference;
  readonly #catalogue: Reference;
  readonly #outline: Reference;
  readonly #preferences: Reference;

  constructor(languageTag: string) {
    const top = this.ref({});
    this.#pages = new PageTree(top, () => this.ref({}));
    this.#names = this.ref({ Dests: noNames });
    this.#catalogue = this.ref({ Type: 'Catalog', Pages: top, Names: this.#names });
    this.#outline = this.ref({});
    this.#preferences = this.ref({ DisplayDocTitle: true });
    Object.assign(this.#catalogue.data, {
      Lang: new String(languageTag),
      ViewerPreferences: this.#preferences,
    });
  }

  /** In the order in which they were ended. */
  get written(): readonly WrittenObject[] {
    return this.#written;
  }

  ref(data: object): PlainObject {
    this.#count += 1;
    const id = this.#count;
    return new PlainObject(id, data, (bytes) => this.#written.push({ id, bytes }));
  }

  addStream(dictionary: object, bytes: Uint8Array): Reference {
    const stream = this.ref({ ...dictionary, Filter: 'FlateDecode' });
    stream.finalizeStream(bytes);
    return stream;
  }

  addDictionary(dictionary: object): Reference {
    const reference = this.ref(dictionary);
    reference.finalize();
    return reference;
  }

  /** Nothing: what is written here is told apart by its bytes. */
  identify(): void {}

  /**
   * Ends everything but the page, which hangs on the tree and is written by somebody else.
   * `entries` are further ones of the catalogue (ISO 32000-1, 7.7.2).
   */
  endAround(
    page: Reference,
    entries: object,
  ): { readonly parent: Reference; readonly catalogue: Reference } {
    Object.assign(this.#catalogue.data, entries);
    this.#pages.append(page);
    const parent = this.#pages.finish();
    for (const each of [this.#catalogue, parent, this.#names, this.#preferences, this.#outline]) {
      each.finalize();
    }
    return { parent, catalogue: this.#catalogue };
  }
}

/** An empty name tree (ISO 32000-1, 7.9.6) as pdfkit spells it. */
const noNames = new Literal('<<\n  /Names [\n]\n>>');
