// The content streams of all samples in all languages of their layouts, as they stand in files of
// one page and in volumes. Who compresses them is somebody else.

import { drawItems } from '../../src/draw/drawing.ts';
import { drawAlone } from '../../src/draw/split-pdf.ts';
import { typesetBill } from '../../src/render/typeset-bill.ts';
import { listCases, loadProject, unwrap } from '../golden/case.ts';
import { parsed } from './render.ts';

export interface PageContents {
  /** `<layout>/<sample>.<language>` */
  readonly name: string;
  /** With the content of all forms in it. */
  readonly alone: Uint8Array;
  /** As in a volume whose other pages have the same forms: it calls them. */
  readonly inVolume: Uint8Array;
}

export async function pageContents(): Promise<readonly PageContents[]> {
  const resources = await loadProject();
  return listCases(resources).map(({ name, json }) => {
    const { page } = unwrap(typesetBill(parsed(JSON.parse(json)), resources));
    const alone = drawAlone(page, resources.fonts).content.slice();
    return { name, alone, inVolume: drawItems('page', page, resources.fonts).content.slice() };
  });
}
