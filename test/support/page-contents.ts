// The content streams of all samples in all languages of their layouts, as they stand in files of
// one page and in volumes. Who compresses them is somebody else.

import { drawItems } from '../../src/draw/drawing.ts';
import { Splices } from '../../src/draw/packed-part.ts';
import { drawAlone } from '../../src/draw/split-pdf.ts';
import { typesetBill } from '../../src/render/typeset-bill.ts';
import { listCases, loadProject, unwrap } from '../golden/case.ts';
import { parsed } from './render.ts';

export interface PageContents {
  /** `<layout>/<sample>.<language>` */
  readonly name: string;
  /** With the content of all forms in it, and where it stands. */
  readonly alone: Uint8Array;
  readonly splices: Splices;
  /** As in a volume whose other pages have the same forms: it calls them. */
  readonly inVolume: Uint8Array;
}

export async function pageContents(): Promise<readonly PageContents[]> {
  const resources = await loadProject();
  return listCases(resources).map(({ name, json }) => {
    const { page } = unwrap(typesetBill(parsed(JSON.parse(json)), resources));
    const drawing = drawAlone(page, resources.fonts);
    const [alone, splices] = [drawing.content.slice(), copyOf(drawing.splices)];
    const inVolume = drawItems('page', page, resources.fonts).content.slice();
    return { name, alone, splices, inVolume };
  });
}

function copyOf(lent: Splices): Splices {
  const copy = new Splices();
  for (let index = 0; index < lent.length; index += 1) {
    const part = lent.part(index);
    if (!part) continue;
    const packed = new DataView(part.packed.buffer.slice(0));
    copy.add(lent.placeOf(index), { ...part, packed });
  }
  return copy;
}
