// The text layer of a PDF file, page by page, by PDFium: what a reader copies and searches.

import { PDFiumLibrary } from '@hyzyla/pdfium';

/** In the order of pages; each is read when it is asked for. */
export async function* pageTexts(file: Uint8Array): AsyncGenerator<string> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(file);
    try {
      for (const page of document.pages()) yield page.getText();
    } finally {
      document.destroy();
    }
  } finally {
    library.destroy();
  }
}
