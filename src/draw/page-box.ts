// The box of a page as its object says it. It knows no pages.

import { pdfNumber } from './pdf-text.ts';

/** Pages in a row tend to have one size. */
let box = { width: 0, height: 0, spelling: '' };

export function spelledBox(width: number, height: number): string {
  if (width !== box.width || height !== box.height) {
    const spelling = `[0 0 ${pdfNumber(width)} ${pdfNumber(height)}]`;
    box = { width, height, spelling };
  }
  return box.spelling;
}
