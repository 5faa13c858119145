// How badly a masked QR symbol reads (ISO/IEC 18004, 7.8.3.1). Every rule looks at 32 modules of
// a line at once: lines are compared word by word with their neighbours.

import type { Lines } from './qr-grid.ts';

/** The sum of the standard's four penalties; the mask with the lowest is taken. */
export function penaltyOf(lines: Lines, size: number, words: number): number {
  const { rows, columns } = lines;
  return (
    runPenalty(rows, size, words) +
    runPenalty(columns, size, words) +
    finderPenalty(rows, size, words) +
    finderPenalty(columns, size, words) +
    blockPenalty(rows, size, words) +
    balancePenalty(rows, size)
  );
}

/**
 * A run of 5 modules of one colour costs 3, each module more costs 1. `five` marks where five
 * lines agree: a run of n has n − 4 marks, so it costs its marks and 2.
 */
function runPenalty(lines: Uint32Array, size: number, words: number): number {
  let penalty = 0;
  for (let word = 0; word < words; word += 1) {
    const inside = insideOf(word, size);
    let [same1, same2, same3, fiveBefore] = [0, 0, 0, 0];
    for (let at = word; at < (size - 1) * words; at += words) {
      const same = ~((lines[at] ?? 0) ^ (lines[at + words] ?? 0)) & inside;
      const five = same & same1 & same2 & same3;
      if (five !== 0) penalty += bitCount(five) + 2 * bitCount(five & ~fiveBefore);
      [same3, same2, same1, fiveBefore] = [same2, same1, same, five];
    }
  }
  return penalty;
}

/** Dark 1, light 1, dark 3, light 1, dark 1 with four light modules on a side costs 40. */
function finderPenalty(lines: Uint32Array, size: number, words: number): number {
  let found = 0;
  for (let at = 0; at < (size - 6) * words; at += 1) {
    let pattern = (lines[at] ?? 0) & (lines[at + 6 * words] ?? 0);
    pattern &= (lines[at + 2 * words] ?? 0) & (lines[at + 3 * words] ?? 0);
    pattern &= (lines[at + 4 * words] ?? 0) & ~(lines[at + words] ?? 0);
    pattern &= ~(lines[at + 5 * words] ?? 0);
    if (pattern === 0) continue;
    const before = darkIn(lines, at - 4 * words, at - words, words);
    const after = darkIn(lines, at + 7 * words, at + 10 * words, words);
    found += bitCount(pattern & ~(before & after));
  }
  return 40 * found;
}

/** Where any of four lines is dark. What lies beyond the edge is the quiet zone and light. */
function darkIn(lines: Uint32Array, first: number, last: number, words: number): number {
  let dark = 0;
  for (let at = first; at <= last; at += words) {
    if (at >= 0 && at < lines.length) dark |= lines[at] ?? 0;
  }
  return dark;
}

/** Each 2 × 2 block of one colour costs 3, overlapping blocks included. */
function blockPenalty(rows: Uint32Array, size: number, words: number): number {
  let blocks = 0;
  for (let at = 0; at < (size - 1) * words; at += 1) {
    const here = rows[at] ?? 0;
    const below = rows[at + words] ?? 0;
    const word = at % words;
    const isLast = word === words - 1;
    const right = (here >>> 1) | (isLast ? 0 : (rows[at + 1] ?? 0) << 31);
    const belowRight = (below >>> 1) | (isLast ? 0 : (rows[at + words + 1] ?? 0) << 31);
    const differs = (here ^ below) | (here ^ right) | (below ^ belowRight);
    blocks += bitCount(~differs & insideOf(word, size - 1));
  }
  return 3 * blocks;
}

/** Every full 5 % by which the dark share is off one half costs 10. */
function balancePenalty(rows: Uint32Array, size: number): number {
  let dark = 0;
  for (const word of rows) dark += bitCount(word);
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
