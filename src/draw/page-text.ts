// The text layer of a PDF file, page by page: what a reader copies and searches.

import { textPages } from './text-layer.ts';

/** In the order of pages; each is read when it is asked for. */
export async function* pageTexts(file: Uint8Array): AsyncGenerator<string> {
  for await (const page of textPages(file)) yield page.whole();
}
