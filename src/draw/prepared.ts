// Streams of images and forms, drawn and compressed once for all documents. It writes no objects.

import { deflateSync } from 'node:zlib';
import type { FontSet } from '../font/face.ts';
import type { Form, VectorImage } from '../typeset/page.ts';
import { BoundedMap } from './bounded-map.ts';
import { type Drawing, drawImage, drawItems } from './drawing.ts';
import { Literal } from './literal.ts';

/** A form XObject (ISO 32000-1, 8.10) but for its place in a document. */
export interface Prepared extends Omit<Drawing, 'content'> {
  /** What its dictionary says of its size, spelled. */
  readonly box: Readonly<Record<string, Literal>>;
  /** Compressed at level 9: it is done once. */
  readonly packed: Uint8Array;
}

/** Room around a form, in points: its box must not clip an overhanging letter or a thick line. */
const formMargin = 36;

/**
 * Forms that are kept at a time, some 2 KB each. A service sees the parts of its layouts and of the
 * suppliers in them, a batch also those of its houses, one after the other.
 */
const formCapacity = 2048;

/** What is prepared depends on nothing but the object and the fonts, and goes when either goes. */
interface Store {
  readonly images: WeakMap<VectorImage, Prepared>;
  readonly forms: BoundedMap<string, Prepared>;
}

const stores = new WeakMap<FontSet, Store>();

export function preparedImage(fonts: FontSet, image: VectorImage): Prepared {
  const { images } = storeOf(fonts);
  const known = images.get(image);
  if (known) return known;
  const { width, height } = image;
  const box = { BBox: spelled([0, 0, width, height]), Matrix: spelled([1, 0, 0, -1, 0, height]) };
  const made = prepare(drawImage(image), box);
  images.set(image, made);
  return made;
}

/** By id, not by identity: every bill brings its own copy of the same form. */
export function preparedForm(fonts: FontSet, form: Form): Prepared {
  return storeOf(fonts).forms.get(form.id, () => {
    const { width, height } = form;
    const BBox = [-formMargin, -formMargin, width + formMargin, height + formMargin];
    return prepare(drawItems('form', form, fonts), { BBox: spelled(BBox) });
  });
}

function prepare({ content, packs, images, forms }: Drawing, box: Prepared['box']): Prepared {
  return { box, packed: deflateSync(content, { level: 9 }), packs, images, forms };
}

/** To a millionth of a unit, as pdfkit writes numbers. */
function spelled(numbers: readonly number[]): Literal {
  return new Literal(`[${numbers.map((number) => Math.round(number * 1e6) / 1e6).join(' ')}]`);
}

function storeOf(fonts: FontSet): Store {
  const known = stores.get(fonts);
  if (known) return known;
  const made: Store = { images: new WeakMap(), forms: new BoundedMap(formCapacity) };
  stores.set(fonts, made);
  return made;
}
