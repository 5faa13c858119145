// The first page of a PDF as pixels, by PDFium in WebAssembly: the same pixels on every machine. It
// knows nothing of our pages.

import { PDFiumLibrary } from '@hyzyla/pdfium';
import { encode } from 'fast-png';

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel: red, green, blue, alpha. */
  readonly data: Uint8Array;
}

/** A PNG; one channel if the page is gray all over, which makes a third of the bytes. */
export async function rasterise(pdf: Uint8Array, dpi: number): Promise<Uint8Array> {
  const { width, height, data } = await rasteriseRgba(pdf, dpi);
  const gray = grayChannel(data);
  return gray
    ? encode({ width, height, data: gray, channels: 1 })
    : encode({ width, height, data, channels: 4 });
}

/** For scanners and pixel comparison, which want the raw pixels. */
export async function rasteriseRgba(pdf: Uint8Array, dpi: number): Promise<Raster> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  try {
    // Rendering closes the page; what is left of it goes with the document.
    const page = document.getPage(0);
    const scale = dpi / pointsPerInch;
    const { width, height, data } = await page.render({ scale, render: 'bitmap' });
    return { width, height, data };
  } finally {
    document.destroy();
  }
}

const pointsPerInch = 72;

/** Started at the first use and kept: it takes 40 ms and serves the thread for life. */
let library: Promise<PDFiumLibrary> | undefined;

/** Undefined if a single pixel has a colour. */
function grayChannel(rgba: Uint8Array): Uint8Array | undefined {
  const gray = new Uint8Array(rgba.length / 4);
  for (let i = 0; i < gray.length; i += 1) {
    const red = rgba[4 * i] ?? 0;
    if (red !== rgba[4 * i + 1] || red !== rgba[4 * i + 2]) return undefined;
    gray[i] = red;
  }
  return gray;
}
