// Low, wide Data Matrix symbols (ISO/IEC 16022) for narrow margins: text → modules, in microseconds
// where the general library takes most of a millisecond. Printable ASCII alone; square symbols and
// other scripts are the library's.

import type { CodeSymbol } from '../typeset/page.ts';
import { mappingOf } from './data-matrix-mapping.ts';
import { matrixOf, rectsOf } from './matrix.ts';
import { dataMatrixParity } from './reed-solomon.ts';

/** One line of table 7: modules, regions beside each other, codewords. */
export interface DataMatrixSize {
  readonly rows: number;
  readonly columns: number;
  readonly regions: number;
  readonly data: number;
  readonly parity: number;
}

const sizes: readonly DataMatrixSize[] = [
  { rows: 8, columns: 18, regions: 1, data: 5, parity: 7 },
  { rows: 8, columns: 32, regions: 2, data: 10, parity: 11 },
  { rows: 12, columns: 26, regions: 1, data: 16, parity: 14 },
  { rows: 12, columns: 36, regions: 2, data: 22, parity: 18 },
  { rows: 16, columns: 36, regions: 2, data: 32, parity: 24 },
  { rows: 16, columns: 48, regions: 2, data: 49, parity: 28 },
];

/** The smallest symbol of at most so many rows, or undefined if the text does not go into one. */
export function wideDataMatrix(text: string, mostRows: number): CodeSymbol | undefined {
  if (!/^[\x20-\x7e]+$/.test(text)) return undefined;
  const codewords = asciiCodewords(text);
  const size = sizes.find(({ rows, data }) => rows <= mostRows && data >= codewords.length);
  if (size === undefined) return undefined;
  const data = padded(codewords, size.data);
  const parity = dataMatrixParity(data, size.parity);
  const modules = drawn(size, Uint8Array.of(...data, ...parity));
  const { columns, rows } = size;
  return {
    symbology: 'datamatrix',
    columns,
    rows,
    rects: rectsOf(matrixOf(columns, rows, modules)),
  };
}

/** 5.2.3: pairs of digits take one codeword, any other sign one of its own. */
function asciiCodewords(text: string): number[] {
  const codewords: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    if (/^\d\d$/.test(pair)) {
      codewords.push(130 + Number(pair));
      at += 1;
    } else codewords.push(text.charCodeAt(at) + 1);
  }
  return codewords;
}

/** 5.2.3 and annex B.1: the end of the text, then a sequence that repeats no pattern. */
function padded(codewords: readonly number[], length: number): Uint8Array {
  const data = new Uint8Array(length).fill(129);
  data.set(codewords);
  for (let place = codewords.length + 2; place <= length; place += 1) {
    const sum = 129 + ((149 * place) % 253) + 1;
    data[place - 1] = sum <= 254 ? sum : sum - 254;
  }
  return data;
}

/** Each region has a solid edge left and below, a dotted one above and right (5.1). */
function drawn(size: DataMatrixSize, codewords: Uint8Array): Uint8Array {
  const { rows, columns, regions } = size;
  const modules = new Uint8Array(rows * columns);
  const width = columns / regions;
  const mapping = mappingOf(rows - 2, columns - 2 * regions);
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < columns; x += 1) {
      const inner = x % width;
      modules[y * columns + x] =
        y === 0 || y === rows - 1 || inner === 0 || inner === width - 1
          ? edge(y, inner, rows, width)
          : bit(codewords, mapping[(y - 1) * (columns - 2 * regions) + inside(x, width)] ?? 0);
    }
  }
  return modules;
}

function edge(y: number, x: number, rows: number, width: number): number {
  if (x === 0 || y === rows - 1) return 1;
  return y === 0 ? 1 - (x % 2) : x === width - 1 ? y % 2 : 0;
}

/** The column in the mapping of a column of the symbol. */
function inside(x: number, width: number): number {
  return x - 1 - 2 * Math.floor(x / width);
}

/** `place` is eight times the codeword plus the bit, the highest first; −1 is always dark. */
function bit(codewords: Uint8Array, place: number): number {
  if (place < 0) return place === -1 ? 1 : 0;
  return ((codewords[place >> 3] ?? 0) >> (7 - (place & 7))) & 1;
}
