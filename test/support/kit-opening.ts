// The opening of one-page documents as pdfkit writes it: what ours is held against. It packs the
// objects as the program does, and takes from pdfkit their numbers, their order and their spelling.

import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import { packObjects, type WrittenObject } from '../../src/draw/object-stream.ts';
import { addOutputIntent } from '../../src/draw/output-intent.ts';
import type { Opening } from '../../src/draw/prefix.ts';
import type { ObjectKeeper, Reference } from '../../src/draw/reference.ts';
import { entriesOf } from '../../src/draw/reference-entry.ts';
import { noResources, SharedObjects } from '../../src/draw/shared-object.ts';
import type { FontSet, Pack } from '../../src/font/face.ts';

/** `packs` are in the order of their names, as the program puts them. */
export function kitOpening(fonts: FontSet, packs: readonly Pack[], languageTag: string): Opening {
  const document = new KitDocument(languageTag);
  const resources = noResources();
  const called = { packs, images: new Map(), forms: new Map() };
  new SharedObjects(document, fonts).addTo(resources, called);
  const OutputIntents = [addOutputIntent(document)];
  const [stream, page, info, metadata] = Array.from({ length: 4 }, () => document.ref({}));
  assert(stream && page && info && metadata);
  document.endAround(page, { OutputIntents, Metadata: metadata });
  const { bytes, places } = packObjects(document.header, document.objects, stream.id);
  return {
    prefix: { id: hash('sha256', bytes).slice(0, 32), bytes },
    page: page.id,
    info: info.id,
    metadata: metadata.id,
    parent: String(document._root.data.Pages),
    catalogue: String(document._root),
    fonts: new Map(Object.entries(resources.fonts).map(([name, font]) => [name, String(font)])),
    entries: entriesOf(places, page.id, stream.id),
  };
}

interface Catalogue {
  readonly Pages: Reference;
  readonly Names: Reference;
  readonly ViewerPreferences: Reference;
}

/** Writes into a list; `declare` names fields that pdfkit's constructor has filled. */
class KitDocument extends PDFDocument implements ObjectKeeper {
  declare readonly _root: Reference & { readonly data: Catalogue };
  declare endOutline: () => void;
  /** What was written since the last object ended. */
  declare pieces: Buffer[] | undefined;
  declare header: Buffer;
  readonly objects: WrittenObject[] = [];

  constructor(lang: string) {
    super({ autoFirstPage: false, font: '', pdfVersion: '1.7', lang, displayTitle: true });
    this.header = this.#takePieces();
  }

  addStream(dictionary: object, bytes: Uint8Array): Reference {
    const reference = this.ref({ ...dictionary, Filter: 'FlateDecode' });
    reference.end(bytes);
    return reference;
  }

  addDictionary(dictionary: object): Reference {
    const reference = this.ref(dictionary);
    reference.finalize();
    return reference;
  }

  identify(): void {}

  /** As `end` of pdfkit goes on, but for the info dictionary and the metadata. */
  endAround(page: Reference, entries: object): void {
    const { data } = this._root;
    Object.assign(data, entries);
    Object.assign(data.Pages.data, { Count: 1, Kids: [page] });
    for (const reference of [this._root, data.Pages, data.Names, data.ViewerPreferences]) {
      reference.finalize();
    }
    this.endOutline();
  }

  /** Called by pdfkit, from its constructor on. */
  _write(data: string | Uint8Array): void {
    this.pieces ??= [];
    this.pieces.push(
      typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : Buffer.from(data),
    );
  }

  /** Called by pdfkit when an object is written. */
  _refEnd({ id }: { readonly id: number }): void {
    this.objects.push({ id, bytes: this.#takePieces() });
  }

  #takePieces(): Buffer {
    const taken = Buffer.concat(this.pieces ?? []);
    this.pieces = [];
    return taken;
  }
}
