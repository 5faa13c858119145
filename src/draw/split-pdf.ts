// One page to one PDF, in two parts: what it shares with others, and what is its own. The parts in
// a row are the file. It decides nothing about pages.

import type { FontSet, Pack } from '../font/face.ts';
import type { Page } from '../typeset/page.ts';
import { deflate, quick } from './deflate.ts';
import { type Drawing, drawItems } from './drawing.ts';
import { inlineAll } from './inlined.ts';
import type { DocumentMetadata } from './metadata.ts';
import { Splices } from './packed-part.ts';
import type { Called } from './painting.ts';
import { openingOf, type Prefix } from './prefix.ts';
import { preparedForm } from './prepared.ts';
import { writeTail } from './tail.ts';

export interface SplitPdf {
  readonly prefix: Prefix;
  /** The caller's own. */
  readonly tail: Uint8Array<ArrayBuffer>;
}

/**
 * The file of `drawPdf`. A service keeps the bytes of a prefix by its id and so need not be handed
 * them with every bill: the tail is a third of the file.
 */
export function splitPdf(page: Page, fonts: FontSet, metadata: DocumentMetadata): SplitPdf {
  const { prefix, tail } = lentParts(page, fonts, metadata);
  return { prefix, tail: new Uint8Array(tail) };
}

export interface Parts {
  readonly prefix: Prefix;
  /** Lent until the next page is drawn. */
  readonly tail: Uint8Array;
}

export function lentParts(page: Page, fonts: FontSet, metadata: DocumentMetadata): Parts {
  const { content, splices, packs, images, forms } = drawAlone(page, fonts);
  // What is made of it is lent, too, but all that is compressed below is left to zlib.
  const calls = { content: deflate(content, quick, splices), packs, images, forms };
  const opening = openingOf({
    fonts,
    packs: packsOf(calls, fonts),
    languageTag: metadata.languageTag,
  });
  return { prefix: opening.prefix, tail: writeTail(opening, { page, calls, fonts, metadata }) };
}

/** With what of its content is compressed beforehand; lent as the content is. */
export interface SplicedDrawing extends Drawing {
  readonly splices: Splices;
}

/** Pages take turns with them, as with the memory of their contents. */
const pageSplices = new Splices();

/** A form of one page is written where it stands: as an object it would take 200 bytes more. */
export function drawAlone(page: Page, fonts: FontSet): SplicedDrawing {
  const { height, items } = page;
  pageSplices.clear();
  const sheet = { height, items, inlined: inlineAll(fonts), splices: pageSplices };
  const { content, packs, images, forms } = drawItems('page', sheet, fonts);
  return { content, splices: pageSplices, packs, images, forms };
}

/** The parts in a row, in memory of the caller's own. */
export function joinPdf({ prefix, tail }: Parts): Uint8Array<ArrayBuffer> {
  const { bytes } = prefix;
  // Not filled with zeros first: all of it is written.
  const pdf = new Uint8Array(Buffer.allocUnsafeSlow(bytes.length + tail.length).buffer);
  pdf.set(bytes);
  pdf.set(tail, bytes.length);
  return pdf;
}

/** Those of a stream and of all forms that it calls. Images have no text. */
function packsOf({ packs, forms }: Called, fonts: FontSet): readonly Pack[] {
  if (forms.size === 0) return packs;
  const called = [...forms.values()].flatMap((form) => packsOf(preparedForm(fonts, form), fonts));
  return [...new Set([...packs, ...called])];
}
