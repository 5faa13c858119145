// One page to one PDF, in two parts: what it shares with others, and what is its own. The parts in
// a row are the file. It decides nothing about pages.

import type { FontSet, Pack } from '../font/face.ts';
import type { Page } from '../typeset/page.ts';
import { deflate, quick } from './deflate.ts';
import { type Drawing, drawItems } from './drawing.ts';
import { allInlined } from './inlined.ts';
import type { DocumentMetadata } from './metadata.ts';
import type { Called } from './painting.ts';
import { openingOf, type Prefix } from './prefix.ts';
import { preparedForm, preparedImage } from './prepared.ts';
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
  const drawing = drawAlone(page, fonts);
  // At once: the content is lent until something else is drawn, as forms are below. What is made of
  // it is lent, too, but forms and openings are compressed by zlib.
  const calls = { ...drawing, content: deflate(drawing.content, quick, drawing.splices) };
  const packs = packsOf(calls, fonts, new Set());
  const opening = openingOf(fonts, packs, metadata.languageTag);
  return { prefix: opening.prefix, tail: writeTail(opening, { page, calls, fonts, metadata }) };
}

/** A form of one page is written where it stands: as an object it would take 200 bytes more. */
export function drawAlone(page: Page, fonts: FontSet): Drawing {
  const { height, items } = page;
  return drawItems('page', { height, items, inlined: allInlined(items, fonts) }, fonts);
}

export function joinPdf({ prefix, tail }: SplitPdf): Uint8Array<ArrayBuffer> {
  const { bytes } = prefix;
  // Not filled with zeros first: all of it is written.
  const pdf = new Uint8Array(Buffer.allocUnsafeSlow(bytes.length + tail.length).buffer);
  pdf.set(bytes);
  pdf.set(tail, bytes.length);
  return pdf;
}

/** Those of a stream and of everything it calls. */
function packsOf(
  { packs, images, forms }: Called,
  fonts: FontSet,
  found: Set<Pack>,
): ReadonlySet<Pack> {
  for (const pack of packs) found.add(pack);
  for (const image of images.values()) packsOf(preparedImage(fonts, image), fonts, found);
  for (const form of forms.values()) packsOf(preparedForm(fonts, form), fonts, found);
  return found;
}
