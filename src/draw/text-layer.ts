// The text layer of a PDF file as PDFium reads it, which knows nothing of our code. One page is
// open at a time, so a long file takes no more memory than a short one but for its bytes.

import { PDFiumModule } from '@hyzyla/pdfium';
import { UnreadablePdf } from './object-table.ts';

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

/** To be read before the next one is asked for. */
export interface TextPage {
  whole(): string;
  /** Between two shares of the width: 0 is the left edge, 1 the right one. */
  between(from: number, to: number): string;
}

/** In the order of pages; each is read when it is asked for. */
export async function* textPages(file: Uint8Array): AsyncGenerator<TextPage> {
  started ??= start();
  const module = await started;
  const bytes = module.wasmExports.malloc(file.length);
  let document = 0;
  try {
    module.HEAPU8.set(file, bytes);
    document = module._FPDF_LoadMemDocument(bytes, file.length, 0);
    if (document === 0) throw new UnreadablePdf('PDFium does not open it');
    const count = module._FPDF_GetPageCount(document);
    for (let index = 0; index < count; index += 1) yield* textPage(module, document, index);
  } finally {
    if (document !== 0) module._FPDF_CloseDocument(document);
    module.wasmExports.free(bytes);
  }
}

/** Started at the first use and kept: its memory never shrinks, so each one more would stay. */
let started: Promise<Module> | undefined;

async function start(): Promise<Module> {
  // Its exports are more than its types say.
  const module = (await PDFiumModule({})) as Module;
  module._FPDF_InitLibraryWithConfig(plainConfig);
  return module;
}

/** As the package itself opens PDFium. */
const plainConfig = {
  version: 2,
  m_pIsolate: null,
  m_pUserFontPaths: null,
  m_v8EmbedderSlot: 0,
  m_pPlatform: null,
};

function* textPage(module: Module, document: number, index: number): Generator<TextPage> {
  const page = module._FPDF_LoadPage(document, index);
  if (page === 0) throw new UnreadablePdf(`PDFium does not open page ${index + 1}`);
  const text = module._FPDFText_LoadPage(page);
  const width = module._FPDF_GetPageWidth(page);
  const height = module._FPDF_GetPageHeight(page);
  try {
    yield {
      whole() {
        const units = module._FPDFText_CountChars(text);
        // A zero comes behind the last one.
        return read(module, units + 1, (buffer) =>
          module._FPDFText_GetText(text, 0, units, buffer),
        ).slice(0, -1);
      },
      between(from, to) {
        const box = [from * width, height, to * width, 0] as const;
        const units = module._FPDFText_GetBoundedText(text, ...box, 0, 0);
        return read(module, units, (buffer) =>
          module._FPDFText_GetBoundedText(text, ...box, buffer, units),
        );
      },
    };
  } finally {
    module._FPDFText_ClosePage(text);
    module._FPDF_ClosePage(page);
  }
}

/** `fill` writes at most so many UTF-16 units to an address and says how many. */
function read(module: Module, units: number, fill: (address: number) => number): string {
  if (units <= 0) return '';
  const buffer = module.wasmExports.malloc(2 * units);
  try {
    const written = fill(buffer);
    return utf16.decode(module.HEAPU8.subarray(buffer, buffer + 2 * written));
  } finally {
    module.wasmExports.free(buffer);
  }
}

const utf16 = new TextDecoder('utf-16le');
