// What the 40 versions of QR codes hold: sizes, blocks, capacities (ISO/IEC 18004, 7.5.1, table 9).

/** Share of codewords that may be lost: L 7 %, M 15 %, Q 25 %, H 30 %. */
export type ErrorCorrection = 'L' | 'M' | 'Q' | 'H';

export const largestVersion = 40;

/** Modules on a side. */
export function sizeOf(version: number): number {
  return 17 + 4 * version;
}

/** How the codewords of a version are cut into blocks. */
export interface Blocks {
  readonly count: number;
  readonly parityLength: number;
  /** Data codewords in all blocks; if they do not divide evenly, the last blocks get one more. */
  readonly dataLength: number;
}

/** For versions 1 to 40. */
export function blocksOf(version: number, level: ErrorCorrection): Blocks {
  return blocks[level][version - 1] ?? noBlocks;
}

/** Centres of the alignment patterns on either axis (annex E). */
export function alignmentCentres(version: number): readonly number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const last = sizeOf(version) - 7;
  // Even steps, rounded up so that only the first gap is shorter; version 32 is the exception.
  const step = version === 32 ? 26 : Math.ceil((last - 6) / (count - 1) / 2) * 2;
  const centres = [6];
  for (let index = count - 2; index >= 0; index -= 1) centres.push(last - index * step);
  return centres;
}

/** Data and parity codewords: the modules no function pattern takes, in whole bytes. */
export function codewordsOf(version: number): number {
  const size = sizeOf(version);
  const count = version === 1 ? 0 : Math.floor(version / 7) + 2;
  const finders = 3 * 64;
  const timing = 2 * (size - 16);
  const format = 31;
  // Of count² alignment patterns the three at finders are left out; those on a timing line share
  // five modules with it.
  const alignment = count === 0 ? 0 : 25 * (count * count - 3) - 2 * 5 * (count - 2);
  const versionInformation = version >= 7 ? 36 : 0;
  const modules = size * size - finders - timing - format - alignment - versionInformation;
  return Math.floor(modules / 8);
}

type Table = Readonly<Record<ErrorCorrection, readonly number[]>>;

/** Parity codewords of each block, for versions 1 to 40. */
const parityLengths: Table = {
  L: [
    7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30,
    26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
  ],
  M: [
    10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28,
    28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
  ],
  Q: [
    13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30, 30,
    30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
  ],
  H: [
    17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24, 30, 30,
    30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
  ],
};

const blockCounts: Table = {
  L: [
    1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15,
    16, 17, 18, 19, 19, 20, 21, 22, 24, 25,
  ],
  M: [
    1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25,
    26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
  ],
  Q: [
    1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29, 34, 34,
    35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68,
  ],
  H: [
    1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30, 32, 35, 37,
    40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81,
  ],
};

const noBlocks: Blocks = { count: 0, parityLength: 0, dataLength: 0 };

/** By level and version: every symbol asks for several of them until it finds its size. */
const blocks: Readonly<Record<ErrorCorrection, readonly Blocks[]>> = {
  L: blocksAt('L'),
  M: blocksAt('M'),
  Q: blocksAt('Q'),
  H: blocksAt('H'),
};

function blocksAt(level: ErrorCorrection): readonly Blocks[] {
  return blockCounts[level].map((count, index) => {
    const parityLength = parityLengths[level][index] ?? 0;
    return { count, parityLength, dataLength: codewordsOf(index + 1) - count * parityLength };
  });
}
