// One content stream in the making, and what it refers to. It does not know documents.

import type { FontSet, Pack } from '../font/face.ts';
import type { Form, Item, VectorImage } from '../typeset/page.ts';
import { type Painting, paintItem } from './item.ts';
import { Operators } from './operators.ts';
import { paintShape } from './shape.ts';
import { TextSetter } from './text.ts';

/** A finished stream. Objects are named by their place in the list: I0, I1… and X0, X1… */
export interface Drawing {
  readonly content: Uint8Array;
  readonly packs: ReadonlySet<Pack>;
  readonly images: readonly VectorImage[];
  readonly forms: readonly Form[];
}

/** Points with two decimals, 0.0035 mm, are finer than any press. */
const pointPlaces = 2;

/** `start` says what the stream may take for granted: a form is drawn in any state. */
export function drawItems(
  start: 'page' | 'form',
  { height, items }: { readonly height: number; readonly items: readonly Item[] },
  fonts: FontSet,
): Drawing {
  const operators = new Operators(start, pointPlaces);
  const text = new TextSetter(operators, fonts, height);
  const images: VectorImage[] = [];
  const forms: Form[] = [];
  const painting: Painting = {
    operators,
    text,
    height,
    imageName: (image) => `I${placeIn(images, image)}`,
    formName: (form) => `X${placeIn(forms, form)}`,
  };
  for (const item of items) paintItem(painting, item);
  return { content: operators.finish(), packs: text.packs, images, forms };
}

function placeIn<T>(list: T[], entry: T): number {
  const index = list.indexOf(entry);
  return index >= 0 ? index : list.push(entry) - 1;
}

/** In the image's own units, y downwards: the form's matrix turns it. */
export function drawImage(image: VectorImage): Drawing {
  const operators = new Operators('form', unitPlaces(image));
  for (const shape of image.shapes) paintShape(operators, shape);
  return { content: operators.finish(), packs: new Set(), images: [], forms: [] };
}

/** As many decimals as divide the larger side into ten thousand steps or more, six at most. */
function unitPlaces({ width, height }: VectorImage): number {
  const places = Math.ceil(4 - Math.log10(Math.max(width, height)));
  return Math.min(6, Math.max(0, places));
}
