// One content stream in the making, and what it refers to. It does not know documents.

import type { FontSet } from '../font/face.ts';
import type { Item, VectorImage } from '../typeset/page.ts';
import { paintItem } from './item.ts';
import type { Marking } from './marking.ts';
import { Naming } from './naming.ts';
import { Operators } from './operators.ts';
import type { Splices } from './packed-part.ts';
import { type Called, type Inlining, Painting } from './painting.ts';
import { paintShape } from './shape.ts';
import type { StreamKind } from './text-operators.ts';

/** A finished stream, and by name what it calls. */
export interface Drawing extends Called {
  /** Lent until the next stream of its kind is drawn: compress it at once. */
  readonly content: Uint8Array;
}

/** Points with two decimals, 0.0035 mm, are finer than any press. */
const pointPlaces = 2;

/** Fewer fills than this do not pay for `q`, a scale and `Q`. */
const fewestFills = 12;

interface Sheet {
  readonly height: number;
  readonly items: readonly Item[];
  /** Without it, all forms are called by names. */
  readonly inlined?: Inlining;
  /** Writes between the items what they belong to. */
  readonly marking?: Marking;
  /** Takes what of the content is compressed beforehand. */
  readonly splices?: Splices;
}

/**
 * `start` says what the stream may take for granted: a form is drawn in any state. Streams that
 * share a resource dictionary share a naming.
 */
export function drawItems(
  start: StreamKind,
  { height: exact, items, marking, inlined, splices }: Sheet,
  fonts: FontSet,
  naming = new Naming(),
): Drawing {
  // As the page's box says it: what begins on a hundredth from the top then does so from below.
  const height = Math.round(exact * 10 ** pointPlaces) / 10 ** pointPlaces;
  const operators = new Operators(start, pointPlaces, splices);
  const painting = new Painting(start, operators, { fonts, naming, height, inlined });
  const fills = marking === undefined ? fillsBefore(items) : 0;
  if (fills > 0) operators.saveInHundredths();
  // By index: an iterator with entries makes a pair for each of some three hundred items.
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (item === undefined) continue;
    if (index === fills && fills > 0) operators.restore();
    marking?.before(index, item, operators, painting.text);
    paintItem(painting, item);
  }
  marking?.end(operators);
  const { packs, images, forms } = painting;
  return { content: operators.finish(), packs, images, forms };
}

/** Plain fills that a page begins with, if they are many; something else follows them. */
function fillsBefore(items: readonly Item[]): number {
  const first = items.findIndex((item) => item.kind !== 'rect' || item.stroke !== undefined);
  return first < fewestFills ? 0 : first;
}

/** In the image's own units, y downwards: the form's matrix turns it. */
export function drawImage(image: VectorImage): Drawing {
  const operators = new Operators('form', unitPlaces(image));
  for (const shape of image.shapes) paintShape(operators, shape);
  return { content: operators.finish(), packs: [], images: new Map(), forms: new Map() };
}

/** As many decimals as divide the larger side into ten thousand steps or more, six at most. */
function unitPlaces({ width, height }: VectorImage): number {
  const places = Math.ceil(4 - Math.log10(Math.max(width, height)));
  return Math.min(6, Math.max(0, places));
}
