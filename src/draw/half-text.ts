// The text layer of the left and the right half of each page: where a text stands, not only that
// it is there.

import { textPages } from './text-layer.ts';

export interface HalfTexts {
  readonly left: string;
  readonly right: string;
}

/** In the order of pages; each is read when it is asked for. */
export async function* halfTexts(file: Uint8Array): AsyncGenerator<HalfTexts> {
  for await (const page of textPages(file)) {
    yield { left: page.between(0, 0.5), right: page.between(0.5, 1) };
  }
}
