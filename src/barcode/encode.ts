// Text and symbology → vector modules, or a fault that names what the symbology can hold. It
// builds no payloads and sets no sizes; where the symbol comes from is the caller's to add.

import { type Details, failure, type Outcome, success } from '../fault.ts';
import type { CodeSymbol } from '../typeset/page.ts';
import { code128Widths } from './code128.ts';
import { dataMatrix, interleaved2of5Widths } from './general.ts';
import { type Matrix, rectsOf } from './matrix.ts';
import { encodeQr, qrCapacityBytes } from './qr.ts';
import type { ErrorCorrection } from './qr-version.ts';
import { printRules, type Symbology } from './symbology.ts';

export interface SymbolRequest {
  readonly symbology: Symbology;
  readonly text: string;
  /** For QR codes; M where nothing is said. */
  readonly errorCorrection?: ErrorCorrection;
}

/** CODE_REFUSED where the text has characters the symbology lacks, or too many. */
export function encodeSymbol(request: SymbolRequest): Outcome<CodeSymbol> {
  const { symbology, text } = request;
  if (text === '') return refusal(symbology, 'is empty');
  if (!text.isWellFormed()) return refusal(symbology, 'has half of a surrogate pair');
  switch (symbology) {
    case 'qr':
      return encodeAsQr(text, request.errorCorrection ?? 'M');
    case 'datamatrix':
      return encodeAsDataMatrix(text);
    case 'code128':
      return encodeAsCode128(text);
    case 'interleaved2of5':
      return encodeAsInterleaved(text);
  }
}

const utf8 = new TextEncoder();

/** Letter by letter where it can be: the general encoder has its result from outside the heap. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) return utf8.encode(text);
    bytes[at] = unit;
  }
  return bytes;
}

function encodeAsQr(text: string, level: ErrorCorrection): Outcome<CodeSymbol> {
  const bytes = bytesOf(text);
  const matrix = encodeQr(bytes, level);
  if (matrix !== undefined) return success(matrixSymbol('qr', matrix));
  const capacityBytes = qrCapacityBytes(level);
  const lengthBytes = bytes.length;
  const problem =
    `has ${lengthBytes} bytes; ` + `at error correction ${level} it holds ${capacityBytes}`;
  return refusal('qr', problem, { lengthBytes, capacityBytes });
}

/** Bytes in the largest symbol, 144 × 144 (ISO/IEC 16022, table 7); digits take half a byte. */
const dataMatrixBytes = 1555;

function encodeAsDataMatrix(text: string): Outcome<CodeSymbol> {
  const matrix = dataMatrix(text);
  if (matrix !== undefined) return success(matrixSymbol('datamatrix', matrix));
  const lengthBytes = utf8.encode(text).length;
  const problem = `has ${lengthBytes} bytes; it holds ${dataMatrixBytes}, or twice as many digits`;
  return refusal('datamatrix', problem, { lengthBytes, capacityBytes: dataMatrixBytes });
}

/** More does not fit the width of A4 at the least module: 80 digits take up to 0.18 m. */
const linearCapacity = 80;

function encodeAsCode128(text: string): Outcome<CodeSymbol> {
  if (!/^[\x20-\x7e]+$/.test(text)) {
    return refusal('code128', 'has characters besides Latin letters, digits and ASCII signs');
  }
  if (text.length > linearCapacity) return tooLong('code128', text.length);
  return success(linearSymbol('code128', code128Widths(text)));
}

function encodeAsInterleaved(text: string): Outcome<CodeSymbol> {
  const symbology = 'interleaved2of5';
  if (!/^\d+$/.test(text)) return refusal(symbology, 'has characters besides digits');
  if (text.length % 2 === 1) {
    return refusal(symbology, 'has an odd number of digits; it holds pairs, so put 0 in front');
  }
  if (text.length > linearCapacity) return tooLong(symbology, text.length);
  const widths = interleaved2of5Widths(text);
  if (widths === undefined) return refusal(symbology, 'is not taken by the encoder');
  return success(linearSymbol(symbology, widths));
}

function tooLong(symbology: Symbology, length: number): Outcome<never> {
  const problem = `has ${length} characters; it holds ${linearCapacity} on a sheet`;
  return refusal(symbology, problem, { length, capacity: linearCapacity });
}

function refusal(symbology: Symbology, problem: string, details: Details = {}): Outcome<never> {
  const message = `The text of a ${printRules[symbology].title} ${problem}.`;
  return failure([{ code: 'CODE_REFUSED', message, details: { symbology, ...details } }]);
}

function matrixSymbol(symbology: Symbology, matrix: Matrix): CodeSymbol {
  const { columns, rows } = matrix;
  return { symbology, columns, rows, rects: rectsOf(matrix) };
}

function linearSymbol(symbology: Symbology, widths: readonly number[]): CodeSymbol {
  const rects: number[] = [];
  let columns = 0;
  for (let index = 0; index < widths.length; index += 1) {
    const width = widths[index] ?? 0;
    if (index % 2 === 0) rects.push(columns, 0, width, 1);
    columns += width;
  }
  return { symbology, columns, rows: 1, rects };
}
