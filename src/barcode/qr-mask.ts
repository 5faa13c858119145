// The eight masks of QR codes and the format bits that name them (ISO/IEC 18004, 7.8 and 7.9).

import { emptyLines, type Grid, type Lines, quietLines, remainder, setDark } from './qr-grid.ts';
import { penaltyOf } from './qr-penalty.ts';
import type { ErrorCorrection } from './qr-version.ts';

/** The rows of the symbol in `grid.data` under the best mask, or under `mask` if one is given. */
export function maskedRows(
  grid: Grid,
  level: ErrorCorrection,
  mask: number | undefined,
): Int32Array {
  const overlays = overlaysOf(grid, level);
  const { rows } = grid.data;
  const masked = new Int32Array(rows.length);
  const overlayAt = 2 * rows.length * (mask ?? bestMask(grid, overlays));
  combine({ data: rows, overlays, overlayAt }, masked, 0);
  return masked;
}

/** The first of those with the least penalty. */
function bestMask({ data, trial, size, words }: Grid, overlays: Int32Array): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  const { length } = data.rows;
  for (let mask = 0; mask < conditions.length; mask += 1) {
    const rowsAt = 2 * length * mask;
    const first = quietLines * words;
    combine({ data: data.rows, overlays, overlayAt: rowsAt }, trial.rows, first);
    combine({ data: data.columns, overlays, overlayAt: rowsAt + length }, trial.columns, first);
    const penalty = penaltyOf(trial, { size, words }, least);
    if (penalty >= least) continue;
    least = penalty;
    best = mask;
  }
  return best;
}

interface Masking {
  readonly data: Int32Array;
  readonly overlays: Int32Array;
  readonly overlayAt: number;
}

function combine({ data, overlays, overlayAt }: Masking, target: Int32Array, from: number): void {
  for (let at = 0; at < data.length; at += 1) {
    target[from + at] = (data[at] ?? 0) ^ (overlays[overlayAt + at] ?? 0);
  }
}

/**
 * What each mask does to a symbol: the modules it inverts and the format bits that name it. All in
 * one array, so that they lie together in memory: the rows of the first mask, its columns, then
 * those of the next. By version and level, 160 entries at the most; the usual ones take some 3 KB.
 */
const knownOverlays = new Map<string, Int32Array>();

function overlaysOf(grid: Grid, level: ErrorCorrection): Int32Array {
  const key = `${grid.version}${level}`;
  const known = knownOverlays.get(key);
  if (known !== undefined) return known;
  const { length } = grid.data.rows;
  const overlays = new Int32Array(2 * length * conditions.length);
  conditions.forEach((isInverted, mask) => {
    const lines = emptyLines(grid.size, grid.words);
    grid.bitColumns.forEach((column, index) => {
      const row = grid.bitRows[index] ?? 0;
      if (isInverted(row, column)) setDark(lines, grid.words, column, row);
    });
    drawFormat(lines, grid, level, mask);
    overlays.set(lines.rows, 2 * length * mask);
    overlays.set(lines.columns, 2 * length * mask + length);
  });
  knownOverlays.set(key, overlays);
  return overlays;
}

/** Whether a module is inverted, by row i and column j, the standard's own letters (table 10). */
const conditions: readonly ((i: number, j: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_i, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];

/** Two bits of level, three of mask, ten of a BCH code, inverted so as never to be all zero. */
function drawFormat(lines: Lines, grid: Grid, level: ErrorCorrection, mask: number): void {
  const value = (levelBits[level] << 3) | mask;
  const bits = ((value << 10) | remainder(value << 10, 0x537)) ^ 0x5412;
  const { size, words } = grid;
  for (const [bit, [column, row]] of nearFormat.entries()) {
    if (((bits >>> bit) & 1) === 0) continue;
    setDark(lines, words, column, row);
    if (bit < 8) setDark(lines, words, size - 1 - bit, 8);
    else setDark(lines, words, 8, size - 15 + bit);
  }
  setDark(lines, words, 8, size - 8); // The module that is dark in every symbol (7.9.1).
}

/** Table 12. */
const levelBits: Readonly<Record<ErrorCorrection, number>> = { L: 1, M: 0, Q: 3, H: 2 };

/** Column and row of each format bit around the upper left finder, from the lowest bit. */
const nearFormat = [
  [8, 0],
  [8, 1],
  [8, 2],
  [8, 3],
  [8, 4],
  [8, 5],
  [8, 7],
  [8, 8],
  [7, 8],
  [5, 8],
  [4, 8],
  [3, 8],
  [2, 8],
  [1, 8],
  [0, 8],
] as const;
