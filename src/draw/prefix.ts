// What all one-page documents of a language and the same packs begin with: header, catalogue,
// colour profile, fonts. It is made once; nothing in it belongs to a page.

import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import type { FontSet, Pack } from '../font/face.ts';
import { BoundedMap } from './bounded-map.ts';
import { latest } from './latest.ts';
import { packObjects } from './object-stream.ts';
import { addOutputIntent } from './output-intent.ts';
import { PlainDocument, plainHeader } from './plain-document.ts';
import { entriesOf } from './reference-entry.ts';
import { noResources, SharedObjects } from './shared-object.ts';

/** The same object for the same `id` in a thread; in all threads the same bytes. */
export interface Prefix {
  /** Derived from the bytes. */
  readonly id: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A prefix, and what the rest of a file must know of it. */
export interface Opening {
  readonly prefix: Prefix;
  /** The number of the first object that the prefix does not hold; the page has it. */
  readonly page: number;
  readonly info: number;
  readonly metadata: number;
  /** `12 0 R` and the like. */
  readonly parent: string;
  readonly catalogue: string;
  /** By resource name. */
  readonly fonts: ReadonlyMap<string, string>;
  /** Entries of the cross-reference stream, from object 0 up to the page's. */
  readonly entries: Uint8Array;
}

/** Prefixes of a thread, some 25 KB each; the six layouts use a handful. */
const capacity = 32;

const openings = new WeakMap<FontSet, BoundedMap<string, Opening>>();

/** What an opening follows from. */
interface Beginning {
  readonly fonts: FontSet;
  readonly packs: readonly Pack[];
  /** Of the document. */
  readonly languageTag: string;
}

export const openingOf = latest(areEqual, storedOpening);

/** The order of packs does not matter, but is mostly the same. */
function areEqual(a: Beginning, b: Beginning): boolean {
  return (
    a.fonts === b.fonts &&
    a.languageTag === b.languageTag &&
    a.packs.length === b.packs.length &&
    a.packs.every((pack, index) => pack === b.packs[index])
  );
}

function storedOpening({ fonts, packs, languageTag }: Beginning): Opening {
  const known = openings.get(fonts) ?? new BoundedMap<string, Opening>(capacity);
  openings.set(fonts, known);
  const inOrder = [...packs].sort((a, b) => (a.resource < b.resource ? -1 : 1));
  const key = `${languageTag} ${inOrder.map(({ resource }) => resource).join(' ')}`;
  return known.get(key, () => makeOpening(fonts, inOrder, languageTag));
}

function makeOpening(fonts: FontSet, packs: readonly Pack[], languageTag: string): Opening {
  const document = new PlainDocument(languageTag);
  const shared = new SharedObjects(document, fonts);
  const resources = noResources();
  shared.addTo(resources, { packs, images: new Map(), forms: new Map() });
  const OutputIntents = [addOutputIntent(document)];
  const [stream, page, info, metadata] = Array.from({ length: 4 }, () => document.ref({}));
  assert(stream && page && info && metadata);
  const { parent, catalogue } = document.endAround(page, { OutputIntents, Metadata: metadata });
  const { bytes, places } = packObjects(plainHeader, document.written, stream.id);
  return {
    prefix: { id: hash('sha256', bytes).slice(0, 32), bytes },
    page: page.id,
    info: info.id,
    metadata: metadata.id,
    parent: String(parent),
    catalogue: String(catalogue),
    fonts: new Map(Object.entries(resources.fonts).map(([name, font]) => [name, String(font)])),
    entries: entriesOf(places, page.id, stream.id),
  };
}
