// The text layer of the left and the right half of each page, by PDFium: where a text stands, not
// only that it is there.

import { PDFiumModule } from '@hyzyla/pdfium';

type Module = Awaited<ReturnType<typeof PDFiumModule>> & {
  /**
   * fpdf_text.h: in points from below; without a buffer it gives the number of UTF-16 units. The
   * types of the package leave it out.
   */
  _FPDFText_GetBoundedText(
    textPage: number,
    ...box: [left: number, top: number, right: number, bottom: number, buffer: number, size: number]
  ): number;
};

export interface HalfTexts {
  readonly left: string;
  readonly right: string;
}

/** In the order of pages; each is read when it is asked for. */
export async function* halfTexts(file: Uint8Array): AsyncGenerator<HalfTexts> {
  // Its exports are more than its types say.
  const module = (await PDFiumModule({})) as Module;
  module._FPDF_InitLibraryWithConfig(plainConfig);
  const place = module.wasmExports.malloc(file.length);
  module.HEAPU8.set(file, place);
  const document = module._FPDF_LoadMemDocument(place, file.length, 0);
  try {
    if (document === 0) throw new Error('PDFium cannot read the file');
    const count = module._FPDF_GetPageCount(document);
    for (let index = 0; index < count; index += 1) yield textsOf(module, document, index);
  } finally {
    if (document !== 0) module._FPDF_CloseDocument(document);
    module.wasmExports.free(place);
    module._FPDF_DestroyLibrary();
  }
}

/** As the package itself opens PDFium. */
const plainConfig = {
  version: 2,
  m_pIsolate: null,
  m_pUserFontPaths: null,
  m_v8EmbedderSlot: 0,
  m_pPlatform: null,
};

function textsOf(module: Module, document: number, index: number): HalfTexts {
  const page = module._FPDF_LoadPage(document, index);
  const text = module._FPDFText_LoadPage(page);
  try {
    const width = module._FPDF_GetPageWidth(page);
    const height = module._FPDF_GetPageHeight(page);
    const between = (left: number, right: number) =>
      boundedText(module, text, [left, height, right, 0]);
    return { left: between(0, width / 2), right: between(width / 2, width) };
  } finally {
    module._FPDFText_ClosePage(text);
    module._FPDF_ClosePage(page);
  }
}

function boundedText(
  module: Module,
  textPage: number,
  box: readonly [left: number, top: number, right: number, bottom: number],
): string {
  const units = module._FPDFText_GetBoundedText(textPage, ...box, 0, 0);
  if (units <= 0) return '';
  const buffer = module.wasmExports.malloc(2 * units);
  try {
    module._FPDFText_GetBoundedText(textPage, ...box, buffer, units);
    return utf16.decode(module.HEAPU8.subarray(buffer, buffer + 2 * units));
  } finally {
    module.wasmExports.free(buffer);
  }
}

const utf16 = new TextDecoder('utf-16le');
