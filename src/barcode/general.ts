// Symbols that bills seldom carry, by the general library bwip-js: Data Matrix and Interleaved
// 2 of 5. A Data Matrix takes it up to a millisecond, hence our own QR and Code 128.

import { createRequire } from 'node:module';
import { type Matrix, matrixOf } from './matrix.ts';

type Library = Pick<typeof import('bwip-js/node'), 'raw'>;

/** Loaded by the first such symbol: most processes never need its megabyte of code. */
let library: Library | undefined;

function load(): Library {
  if (library !== undefined) return library;
  const loaded: Library = createRequire(import.meta.url)('bwip-js/node');
  library = loaded;
  return loaded;
}

/**
 * ECC 200, square, at the smallest size; undefined if the text is too long. Text beyond ASCII
 * goes as UTF-8 and says so by ECI 26, since the symbology's own default is Latin-1.
 */
export function dataMatrix(text: string): Matrix | undefined {
  const isAscii = /^[\0-\x7f]*$/.test(text);
  // Within a text with ECI the library reads ^ as an escape, and ^^ as the character itself.
  const options = isAscii
    ? { bcid: 'datamatrix', text }
    : { bcid: 'datamatrix', text: `^ECI000026${text.replaceAll('^', '^^')}`, parsefnc: true };
  const [symbol] = attempt(() => load().raw(options)) ?? [];
  if (symbol === undefined || !('pixs' in symbol)) return undefined;
  return matrixOf(symbol.pixx, symbol.pixy, symbol.pixs);
}

/** Widths of bars and spaces in modules, bar first; an even number of digits. */
export function interleaved2of5Widths(digits: string): readonly number[] | undefined {
  const [symbol] = attempt(() => load().raw({ bcid: 'interleaved2of5', text: digits })) ?? [];
  return symbol !== undefined && 'sbs' in symbol ? symbol.sbs : undefined;
}

/** The library throws where a text cannot be encoded; what can be known is checked before. */
function attempt<T>(encode: () => T): T | undefined {
  try {
    return encode();
  } catch {
    return undefined;
  }
}
