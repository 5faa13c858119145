// Reads a symbol back from pixels with zxing, as a camera would; it knows nothing of the encoder.

import { readFileSync } from 'node:fs';
import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader';
import { printRules, type Symbology } from '../../../src/barcode/symbology.ts';
import type { CodeSymbol } from '../../../src/typeset/page.ts';

// Without the file at hand the package would fetch it from a network.
const wasm = readFileSync(
  new URL('../../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm', import.meta.url),
);
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } });

const pixelsPerModule = 4;
const barModules = 20;

/**
 * The reader's copies of a third of the size are left out: bars of four pixels do not come out even
 * in them, and zxing reports what it then misreads beside what it reads.
 */
const reading = { tryHarder: true, tryDownscale: false };

export async function scan(symbol: CodeSymbol, symbology: Symbology): Promise<ReadResult[]> {
  return readBarcodes(drawn(symbol, printRules[symbology].quietZone), reading);
}

/** The one text in the picture, or undefined if there is none or several. */
export async function scanText(symbol: CodeSymbol, symbology: Symbology) {
  const results = await scan(symbol, symbology);
  return results.length === 1 && results[0]?.isValid ? results[0].text : undefined;
}

function drawn(symbol: CodeSymbol, quietZone: number) {
  const height = symbol.rows === 1 ? barModules : symbol.rows;
  const image = {
    width: (symbol.columns + 2 * quietZone) * pixelsPerModule,
    height: (height + 2 * quietZone) * pixelsPerModule,
    colorSpace: 'srgb' as const,
  };
  const data = new Uint8ClampedArray(4 * image.width * image.height).fill(255);
  for (let at = 0; at < symbol.rects.length; at += 4) {
    const [x = 0, y = 0, width = 0, rectHeight = 0] = symbol.rects.slice(at, at + 4);
    const bottom = symbol.rows === 1 ? barModules : y + rectHeight;
    for (
      let row = (y + quietZone) * pixelsPerModule;
      row < (bottom + quietZone) * pixelsPerModule;
      row += 1
    ) {
      const start = row * image.width + (x + quietZone) * pixelsPerModule;
      for (let pixel = start; pixel < start + width * pixelsPerModule; pixel += 1) {
        data.fill(0, 4 * pixel, 4 * pixel + 3);
      }
    }
  }
  return { ...image, data };
}
