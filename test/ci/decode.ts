// Two independent decoders over the rasterised page: ZBar as a program, ZXing as WebAssembly.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { run } from './tool.ts';

/** What each decoder read from one page, without order. */
export interface Decoded {
  readonly zbar: readonly string[];
  readonly zxing: readonly string[];
}

/** Pixels per inch: what a cheap office printer and a telephone leave of a page. */
const resolution = 200;

/** Without it the package asks a server for the WebAssembly. */
const wasmFile = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));

export async function decode(pdf: string): Promise<Decoded> {
  const folder = mkdtempSync(join(tmpdir(), 'tolem-decode-'));
  try {
    const stem = join(folder, 'page');
    run('pdftoppm', ['-r', `${resolution}`, '-gray', '-png', '-singlefile', pdf, stem]);
    const image = `${stem}.png`;
    return { zbar: readByZbar(image), zxing: await readByZxing(image) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** 4 is ZBar's word for a page without any code. */
function readByZbar(image: string): readonly string[] {
  const symbologies = ['*.disable', 'qrcode.enable', 'code128.enable'];
  const settings = symbologies.map((setting) => `-S${setting}`);
  return run('zbarimg', ['--quiet', '--raw', ...settings, image], [0, 4])
    .split('\n')
    .filter((line) => line !== '');
}

async function readByZxing(image: string): Promise<readonly string[]> {
  await prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(readFileSync(wasmFile)).buffer },
    fireImmediately: true,
  });
  const found = await readBarcodes(readFileSync(image), {
    formats: ['QRCode', 'Code128', 'DataMatrix'],
    tryHarder: true,
  });
  return found.map(({ text }) => text);
}
