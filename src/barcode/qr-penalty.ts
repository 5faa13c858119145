// How badly a masked QR symbol reads (ISO/IEC 18004, 7.8.3.1). Every rule looks at 32 modules of
// a line at once: lines are compared word by word with their neighbours.

import { type Grid, type Lines, quietLines } from './qr-grid.ts';

/**
 * The sum of the standard's four penalties; the mask with the lowest is taken. Once it has reached
 * `limit` it may be less than the sum, as no more is asked: the rules that cost a symbol most come
 * first.
 */
export function penaltyOf(
  { rows, columns }: Lines,
  { size, words }: Pick<Grid, 'size' | 'words'>,
  limit: number,
): number {
  let penalty = runPenalty(rows, size, words) + runPenalty(columns, size, words);
  if (penalty >= limit) return penalty;
  penalty += blockPenalty(rows, size, words);
  if (penalty >= limit) return penalty;
  penalty += finderPenalty(rows, size, words) + finderPenalty(columns, size, words);
  if (penalty >= limit) return penalty;
  return penalty + balancePenalty(rows, size);
}

/**
 * A run of 5 modules of one colour costs 3, each module more costs 1. `five` marks where five
 * lines agree: a run of n has n − 4 marks, so it costs its marks and 2.
 */
function runPenalty(lines: Int32Array, size: number, words: number): number {
  let penalty = 0;
  for (let word = 0; word < words; word += 1) {
    const inside = insideOf(word, size);
    let same1 = 0;
    let same2 = 0;
    let same3 = 0;
    let fiveBefore = 0;
    const first = quietLines * words + word;
    const end = first + size * words;
    let line = lines[first] ?? 0;
    for (let at = first + words; at < end; at += words) {
      const next = lines[at] ?? 0;
      const same = ~(line ^ next) & inside;
      const five = same & same1 & same2 & same3;
      if (five !== 0) penalty += bitCount(five) + 2 * bitCount(five & ~fiveBefore);
      line = next;
      same3 = same2;
      same2 = same1;
      same1 = same;
      fiveBefore = five;
    }
  }
  return penalty;
}

/** Dark 1, light 1, dark 3, light 1, dark 1 with four light modules on a side costs 40. */
function finderPenalty(lines: Int32Array, size: number, words: number): number {
  let found = 0;
  const end = (quietLines + size - 6) * words;
  for (let at = quietLines * words; at < end; at += 1) {
    let pattern = (lines[at] ?? 0) & (lines[at + 6 * words] ?? 0);
    pattern &= (lines[at + 2 * words] ?? 0) & (lines[at + 3 * words] ?? 0);
    pattern &= (lines[at + 4 * words] ?? 0) & ~(lines[at + words] ?? 0);
    pattern &= ~(lines[at + 5 * words] ?? 0);
    if (pattern === 0) continue;
    const before = darkIn(lines, at - 4 * words, words);
    const after = darkIn(lines, at + 7 * words, words);
    found += bitCount(pattern & ~(before & after));
  }
  return 40 * found;
}

/** Where any of four lines is dark. */
function darkIn(lines: Int32Array, first: number, words: number): number {
  const dark = (lines[first] ?? 0) | (lines[first + words] ?? 0);
  return dark | (lines[first + 2 * words] ?? 0) | (lines[first + 3 * words] ?? 0);
}

/** Each 2 × 2 block of one colour costs 3, overlapping blocks included. */
function blockPenalty(rows: Int32Array, size: number, words: number): number {
  let blocks = 0;
  for (let word = 0; word < words; word += 1) {
    const inside = insideOf(word, size - 1);
    const isLast = word === words - 1;
    const first = quietLines * words + word;
    const end = first + (size - 1) * words;
    let row = rows[first] ?? 0;
    let right = (row >>> 1) | (isLast ? 0 : (rows[first + 1] ?? 0) << 31);
    for (let at = first + words; at <= end; at += words) {
      const below = rows[at] ?? 0;
      const belowRight = (below >>> 1) | (isLast ? 0 : (rows[at + 1] ?? 0) << 31);
      const differs = (row ^ below) | (row ^ right) | (below ^ belowRight);
      blocks += bitCount(~differs & inside);
      row = below;
      right = belowRight;
    }
  }
  return 3 * blocks;
}

/** Every full 5 % by which the dark share is off one half costs 10. */
function balancePenalty(rows: Int32Array, size: number): number {
  let dark = 0;
  for (let at = 0; at < rows.length; at += 1) dark += bitCount(rows[at] ?? 0);
  const modules = size * size;
  return 10 * Math.floor(Math.abs(20 * dark - 10 * modules) / modules);
}

/** The bits of a word that are modules of a line of `length`. */
function insideOf(word: number, length: number): number {
  const bits = length - 32 * word;
  return bits >= 32 ? -1 : (1 << Math.max(bits, 0)) - 1;
}

/** Sums of neighbouring bits, pairs, nibbles and bytes in turn. */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
