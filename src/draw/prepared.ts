// Streams of images and forms, drawn once for all documents, and compressed once where they are
// objects of a file. It writes no objects.

import { deflateSync } from 'node:zlib';
import type { FontSet } from '../font/face.ts';
import type { Form, VectorImage } from '../typeset/page.ts';
import { BoundedMap } from './bounded-map.ts';
import { packPart } from './deflate.ts';
import { type Drawing, drawImage, drawItems } from './drawing.ts';
import { Literal } from './literal.ts';
import type { PackedPart } from './packed-part.ts';
import type { InlinedForm } from './painting.ts';
import { pdfNumber } from './pdf-text.ts';

/** A form XObject (ISO 32000-1, 8.10) but for its place in a document. */
export class Prepared implements InlinedForm {
  readonly framed: Uint8Array;
  readonly packs: Drawing['packs'];
  readonly images: Drawing['images'];
  readonly forms: Drawing['forms'];
  /** What its dictionary says of its size, spelled. */
  readonly box: Readonly<Record<string, Literal>>;
  #packed: Uint8Array | undefined;
  #packedPart: PackedPart | undefined;

  /** Keeps a copy of the content, which is only lent. */
  constructor({ content, packs, images, forms }: Drawing, box: Prepared['box']) {
    this.framed = new Uint8Array(frameStart.length + content.length + frameEnd.length);
    this.framed.set(frameStart);
    this.framed.set(content, frameStart.length);
    this.framed.set(frameEnd, frameStart.length + content.length);
    this.packs = packs;
    this.images = images;
    this.forms = forms;
    this.box = box;
  }

  /** Compressed at level 9: it is done once. */
  get packed(): Uint8Array {
    // A copy: what zlib gives is a part of the 16 KB that it wrote into, and would keep all.
    this.#packed ??= new Uint8Array(deflateSync(this.content, { level: 9 }));
    return this.#packed;
  }

  get packedPart(): PackedPart | undefined {
    if (this.framed.length < shortestPart) return undefined;
    // Without the line feed at the end, which what follows may take back (`TextOperators.name`).
    this.#packedPart ??= packPart(this.framed.subarray(0, -1));
    return this.#packedPart;
  }

  /** As a form of its own has it. */
  get content(): Uint8Array {
    return this.framed.subarray(frameStart.length, this.framed.length - frameEnd.length);
  }
}

/** Around a form's content where it is inlined: its corner is moved to its place, and back. */
const [frameStart, frameEnd] = [Buffer.from('cm\n'), Buffer.from('Q\n')];

/**
 * Bytes. What is shorter resembles what stands around it more than itself, and would grow if it
 * were compressed alone.
 */
const shortestPart = 150;

/** Room around a form, in points: its box must not clip an overhanging letter or a thick line. */
const formMargin = 36;

/**
 * Forms that are kept at a time, some 2 KB each with what it is compressed to. A service sees the
 * parts of its layouts and of the suppliers in them, a batch also those of its houses, one after
 * the other.
 */
const formCapacity = 2048;

/** What is prepared depends on nothing but the object and the fonts, and goes when either goes. */
interface Store {
  readonly images: WeakMap<VectorImage, Prepared>;
  readonly forms: BoundedMap<string, Prepared>;
  /** The same by identity, which is quicker to ask: typeset gives most forms again and again. */
  readonly known: WeakMap<Form, Prepared>;
}

const stores = new WeakMap<FontSet, Store>();

export function preparedImage(fonts: FontSet, image: VectorImage): Prepared {
  const { images } = storeOf(fonts);
  const known = images.get(image);
  if (known) return known;
  const { width, height } = image;
  const box = { BBox: spelled([0, 0, width, height]), Matrix: spelled([1, 0, 0, -1, 0, height]) };
  const made = new Prepared(drawImage(image), box);
  images.set(image, made);
  return made;
}

/** By id: bills may bring their own copies of the same form. */
export function preparedForm(fonts: FontSet, form: Form): Prepared {
  const { forms, known } = storeOf(fonts);
  const same = known.get(form);
  if (same) return same;
  const made = forms.get(form.id, () => {
    const { width, height } = form;
    const BBox = [-formMargin, -formMargin, width + formMargin, height + formMargin];
    return new Prepared(drawItems('form', form, fonts), { BBox: spelled(BBox) });
  });
  known.set(form, made);
  return made;
}

function spelled(numbers: readonly number[]): Literal {
  return new Literal(`[${numbers.map(pdfNumber).join(' ')}]`);
}

function storeOf(fonts: FontSet): Store {
  const known = stores.get(fonts);
  if (known) return known;
  const made: Store = {
    images: new WeakMap(),
    forms: new BoundedMap(formCapacity),
    known: new WeakMap(),
  };
  stores.set(fonts, made);
  return made;
}
