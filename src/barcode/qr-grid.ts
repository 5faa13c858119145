// The modules of a QR version that every symbol shares, and the order in which codewords fill the
// rest (ISO/IEC 18004, 6.3 and 7.7.3).

import { alignmentCentres, sizeOf } from './qr-version.ts';

/**
 * Modules as bits, kept twice: by rows and by columns, so that each rule about lines is checked
 * 32 modules at a time in both directions. Line n has the words from n × `words`; bit b of word w
 * is module 32w + b.
 */
export interface Lines {
  readonly rows: Int32Array;
  readonly columns: Int32Array;
}

/** What does not depend on the text. */
export interface Grid {
  readonly version: number;
  readonly size: number;
  /** 32-bit words of a line. */
  readonly words: number;
  readonly fixed: Lines;
  /** Column and row of the module of each bit, in the order of the codewords. */
  readonly bitColumns: Uint8Array;
  readonly bitRows: Uint8Array;
  /** Room for the one symbol that is being made, overwritten by the next. */
  readonly data: Lines;
  /** The same with `quietLines` light lines before and after. */
  readonly trial: Lines;
}

/** The quiet zone, as far as rules look into it. */
export const quietLines = 4;

/** Forty versions at the most; the usual ones take a few kilobytes each. */
const grids = new Map<number, Grid>();

export function gridOf(version: number): Grid {
  const known = grids.get(version);
  if (known !== undefined) return known;
  const grid = drawGrid(version);
  grids.set(version, grid);
  return grid;
}

export function emptyLines(size: number, words: number): Lines {
  return { rows: new Int32Array(size * words), columns: new Int32Array(size * words) };
}

export function setDark(lines: Lines, words: number, column: number, row: number): void {
  const inRow = row * words + (column >>> 5);
  const inColumn = column * words + (row >>> 5);
  lines.rows[inRow] = (lines.rows[inRow] ?? 0) | (1 << (column & 31));
  lines.columns[inColumn] = (lines.columns[inColumn] ?? 0) | (1 << (row & 31));
}

function isDark(rows: Int32Array, words: number, column: number, row: number): boolean {
  return (((rows[row * words + (column >>> 5)] ?? 0) >>> (column & 31)) & 1) === 1;
}

function drawGrid(version: number): Grid {
  const size = sizeOf(version);
  const words = Math.ceil(size / 32);
  const fixed = emptyLines(size, words);
  const taken = emptyLines(size, words);
  const pencil: Pencil = (column, row, dark) => {
    if (column < 0 || row < 0 || column >= size || row >= size) return;
    setDark(taken, words, column, row);
    if (dark) setDark(fixed, words, column, row);
  };
  drawFinders(pencil, size);
  drawAlignment(pencil, version, size);
  for (let place = 8; place < size - 8; place += 1) {
    pencil(place, 6, place % 2 === 0);
    pencil(6, place, place % 2 === 0);
  }
  reserveFormat(pencil, size);
  if (version >= 7) drawVersion(pencil, version, size);
  const room = { data: emptyLines(size, words), trial: emptyLines(size + 2 * quietLines, words) };
  return { version, size, words, fixed, ...freeModules(taken.rows, size, words), ...room };
}

type Pencil = (column: number, row: number, dark: boolean) => void;

/** Rings by distance from the centre: 0 and 1 dark, 2 light, 3 dark, and the light separator. */
function drawFinders(pencil: Pencil, size: number): void {
  for (const [column, row] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const) {
    drawRings((x, y, distance) => {
      pencil(column + x, row + y, distance !== 2 && distance !== 4);
    }, 4);
  }
}

function drawAlignment(pencil: Pencil, version: number, size: number): void {
  const centres = alignmentCentres(version);
  const far = size - 7;
  for (const column of centres) {
    for (const row of centres) {
      const atFinder =
        (column === 6 && (row === 6 || row === far)) || (column === far && row === 6);
      if (atFinder) continue;
      drawRings((x, y, distance) => pencil(column + x, row + y, distance !== 1), 2);
    }
  }
}

function drawRings(draw: (x: number, y: number, distance: number) => void, reach: number): void {
  for (let y = -reach; y <= reach; y += 1) {
    for (let x = -reach; x <= reach; x += 1) draw(x, y, Math.max(Math.abs(x), Math.abs(y)));
  }
}

/** Level and mask are written later, with the module that is always dark. */
function reserveFormat(pencil: Pencil, size: number): void {
  for (let place = 0; place < 9; place += 1) {
    if (place === 6) continue;
    pencil(place, 8, false);
    pencil(8, place, false);
  }
  for (let place = size - 8; place < size; place += 1) {
    pencil(place, 8, false);
    pencil(8, place, false);
  }
}

/** Six bits and twelve of a Golay code, twice (7.10). */
function drawVersion(pencil: Pencil, version: number, size: number): void {
  const bits = (version << 12) | remainder(version << 12, 0x1f25);
  for (let bit = 0; bit < 18; bit += 1) {
    const near = Math.floor(bit / 3);
    const far = size - 11 + (bit % 3);
    const dark = ((bits >>> bit) & 1) === 1;
    pencil(near, far, dark);
    pencil(far, near, dark);
  }
}

/** The rest of a division of polynomials over GF(2): the check bits of version and format. */
export function remainder(dividend: number, divisor: number): number {
  let rest = dividend;
  const divisorBits = 32 - Math.clz32(divisor);
  for (let bits = 32 - Math.clz32(rest); bits >= divisorBits; bits = 32 - Math.clz32(rest)) {
    rest ^= divisor << (bits - divisorBits);
  }
  return rest;
}

/** Pairs of columns from the right, upwards and downwards in turn; the timing column is skipped. */
function freeModules(
  taken: Int32Array,
  size: number,
  words: number,
): Pick<Grid, 'bitColumns' | 'bitRows'> {
  const bitColumns: number[] = [];
  const bitRows: number[] = [];
  let isUpwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    for (let step = 0; step < size; step += 1) {
      const row = isUpwards ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (isDark(taken, words, column, row)) continue;
        bitColumns.push(column);
        bitRows.push(row);
      }
    }
    isUpwards = !isUpwards;
  }
  return { bitColumns: Uint8Array.from(bitColumns), bitRows: Uint8Array.from(bitRows) };
}
