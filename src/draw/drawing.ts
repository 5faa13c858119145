// One content stream in the making, and what it refers to. It does not know documents.

import assert from 'node:assert/strict';
import type { FontSet, Pack } from '../font/face.ts';
import type { Form, Item, VectorImage } from '../typeset/page.ts';
import { type Painting, paintItem } from './item.ts';
import type { Marking } from './marking.ts';
import { Naming } from './naming.ts';
import { Operators } from './operators.ts';
import { paintShape } from './shape.ts';
import { TextSetter } from './text.ts';

/** A finished stream, and by name what it calls. */
export interface Drawing {
  /** Lent until the next stream is drawn: compress it at once. */
  readonly content: Uint8Array;
  readonly packs: ReadonlySet<Pack>;
  readonly images: ReadonlyMap<string, VectorImage>;
  readonly forms: ReadonlyMap<string, Form>;
}

/** Points with two decimals, 0.0035 mm, are finer than any press. */
const pointPlaces = 2;

/** Fewer fills than this do not pay for `q`, a scale and `Q`. */
const fewestFills = 12;

interface Sheet {
  readonly height: number;
  readonly items: readonly Item[];
  /** By id: forms whose content is written where they stand, instead of being called by a name. */
  readonly inlined?: ReadonlyMap<string, Drawing>;
  /** Writes between the items what they belong to. */
  readonly marking?: Marking;
}

/**
 * `start` says what the stream may take for granted: a form is drawn in any state. Streams that
 * share a resource dictionary share a naming.
 */
export function drawItems(
  start: 'page' | 'form',
  { height: exact, items, marking, inlined }: Sheet,
  fonts: FontSet,
  naming = new Naming(),
): Drawing {
  // As the page's box says it: what begins on a hundredth from the top then does so from below.
  const height = Math.round(exact * 10 ** pointPlaces) / 10 ** pointPlaces;
  const operators = new Operators(start, pointPlaces);
  const text = new TextSetter(operators, fonts, height);
  const images = new Map<string, VectorImage>();
  const forms = new Map<string, Form>();
  const painting: Painting = {
    operators,
    text,
    height,
    imageName: (image) => notedImage(images, naming.image(image), image),
    formName: (form) => noted(forms, naming.form(form), form),
    inlined: (form) => {
      const drawing = inlined?.get(form.id);
      if (drawing === undefined) return undefined;
      for (const pack of drawing.packs) text.packs.add(pack);
      for (const [name, image] of drawing.images) notedImage(images, name, image);
      return drawing.content;
    },
  };
  const fills = marking === undefined ? fillsBefore(items) : 0;
  if (fills > 0) operators.saveInHundredths();
  // By index: an iterator with entries makes a pair for each of some three hundred items.
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (item === undefined) continue;
    if (index === fills && fills > 0) operators.restore();
    marking?.before(index, item, operators, text);
    paintItem(painting, item);
  }
  marking?.end(operators);
  return { content: operators.finish(), packs: text.packs, images, forms };
}

/** Plain fills that a page begins with, if they are many; something else follows them. */
function fillsBefore(items: readonly Item[]): number {
  const first = items.findIndex((item) => item.kind !== 'rect' || item.stroke !== undefined);
  return first < fewestFills ? 0 : first;
}

/** An image that is drawn in the place of another would be worse than no page. */
function notedImage(called: Map<string, VectorImage>, name: string, image: VectorImage): string {
  const known = called.get(name);
  // Two layouts may have each their own copy of an image.
  if (known !== undefined && known !== image) {
    assert.deepEqual(known, image, 'two images have one name');
  }
  return noted(called, name, image);
}

function noted<T>(called: Map<string, T>, name: string, object: T): string {
  called.set(name, object);
  return name;
}

/** In the image's own units, y downwards: the form's matrix turns it. */
export function drawImage(image: VectorImage): Drawing {
  const operators = new Operators('form', unitPlaces(image));
  for (const shape of image.shapes) paintShape(operators, shape);
  return { content: operators.finish(), packs: new Set(), images: new Map(), forms: new Map() };
}

/** As many decimals as divide the larger side into ten thousand steps or more, six at most. */
function unitPlaces({ width, height }: VectorImage): number {
  const places = Math.ceil(4 - Math.log10(Math.max(width, height)));
  return Math.min(6, Math.max(0, places));
}
