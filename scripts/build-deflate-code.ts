// Makes src/draw/deflate-lengths.ts: counts what deflate writes of the content streams of all
// samples, and gives what is frequent short codes. Run it when layouts have changed what pages say.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflate, quick, thorough } from '../src/draw/deflate.ts';
import {
  contentCode,
  endOfBlock,
  lengthSymbol,
  mostDistanceBits,
  mostLiteralBits,
  repeat,
  repeatsIn,
} from '../src/draw/deflate-code.ts';
import { pageContents } from '../test/support/page-contents.ts';

/** RFC 1951, 3.2.5 to 3.2.7: symbols of each alphabet that may be used. */
const [literalCount, distanceCount, lengthCount] = [286, 30, 19];
/** The longest code for a length of a code. */
const mostLengthBits = 7;

const file = join(import.meta.dirname, '..', 'src', 'draw', 'deflate-lengths.ts');

const contents = await pageContents();
// One of each, so that every symbol gets a code.
const counted = {
  literals: new Array<number>(literalCount).fill(1),
  distances: new Array<number>(distanceCount).fill(1),
};
// As many of one kind as of the other: pages of bills, and of volumes.
for (const { alone, splices, inVolume } of contents) {
  countSymbols(deflate(alone, quick, splices));
  countSymbols(deflate(inVolume, thorough));
}
const literals = digits(lengthsFor(counted.literals, mostLiteralBits));
const distances = digits(lengthsFor(counted.distances, mostDistanceBits));
const lengths = digits(lengthsFor(countLengths(literals + distances), mostLengthBits));
writeFileSync(file, printed());
console.log(
  `${contents.length} pages: test/unit/draw/deflate.test.ts tells whether they are small enough`,
);

/** Reads a stream of the code that deflate has now, which is not the one that is made. */
function countSymbols(stream: Uint8Array): void {
  const [literalOrLength, distanceOf] = readers();
  let bit = contentCode.headerBits;
  const read = (symbols: ReadonlyMap<number, number>): number => {
    for (let [bits, count] = [0, 0]; count < 31; ) {
      bits |= (((stream[bit >> 3] ?? 0) >> (bit & 7)) & 1) << count;
      bit += 1;
      count += 1;
      const symbol = symbols.get((bits << 5) | count);
      if (symbol !== undefined) return symbol;
    }
    throw new Error('this is no stream of ours');
  };
  for (;;) {
    const symbol = read(literalOrLength);
    counted.literals[symbol] = (counted.literals[symbol] ?? 0) + 1;
    if (symbol === endOfBlock) return;
    if (symbol < endOfBlock) continue;
    const distance = read(distanceOf);
    counted.distances[distance] = (counted.distances[distance] ?? 0) + 1;
    bit += Math.max(0, (distance >> 1) - 1);
  }
}

/** What bits mean, as a literal or length and as a distance. */
function readers(): readonly [Map<number, number>, Map<number, number>] {
  const first = new Map(Array.from(contentCode.literals, (packed, byte) => [packed, byte]));
  first.set(contentCode.end, endOfBlock);
  contentCode.lengths.forEach((packed, length) => {
    if (packed > 0) first.set(packed, lengthSymbol(length)[0]);
  });
  return [first, new Map(Array.from(contentCode.distances, (packed, symbol) => [packed, symbol]))];
}

function countLengths(text: string): readonly number[] {
  const counts = new Array<number>(lengthCount).fill(0);
  for (const told of repeatsIn(text)) {
    const symbol = told.length === 1 ? Number.parseInt(told, 16) : repeat;
    counts[symbol] = (counts[symbol] ?? 0) + 1;
  }
  return counts;
}

interface Parcel {
  readonly weight: number;
  readonly symbols: readonly number[];
}

/** Package-merge: the best code in which no symbol takes more than `most` bits. */
function lengthsFor(counts: readonly number[], most: number): readonly number[] {
  const single = counts
    .map((weight, symbol): Parcel => ({ weight, symbols: [symbol] }))
    .filter(({ weight }) => weight > 0);
  const lengths = new Array<number>(counts.length).fill(0);
  let parcels: readonly Parcel[] = [];
  for (let round = 0; round < most; round += 1) {
    parcels = [...single, ...pairs(parcels)].sort((a, b) => a.weight - b.weight);
  }
  for (const { symbols } of parcels.slice(0, 2 * single.length - 2)) {
    for (const symbol of symbols) lengths[symbol] = (lengths[symbol] ?? 0) + 1;
  }
  return lengths;
}

function pairs(parcels: readonly Parcel[]): readonly Parcel[] {
  return parcels.flatMap((one, index) => {
    const other = parcels[index + 1];
    if (index % 2 === 1 || other === undefined) return [];
    return [{ weight: one.weight + other.weight, symbols: [...one.symbols, ...other.symbols] }];
  });
}

function digits(lengths: readonly number[]): string {
  return lengths.map((bits) => bits.toString(16)).join('');
}

function printed(): string {
  return `// Made by scripts/build-deflate-code.ts: how many bits the symbols of content streams have, a
// hexadecimal digit each. What they are for stands in deflate-code.ts.

/** Bytes. */
const bytes =
${lines(literals.slice(0, endOfBlock))};

/** The end of the block, then lengths of matches. */
const others = '${literals.slice(endOfBlock)}';

export const literals = bytes + others;

export const distances = '${distances}';

/** Of the code in which the two above are told. */
export const lengths = '${lengths}';
`;
}

function lines(text: string): string {
  const parts = text.match(/.{1,64}/g) ?? [];
  return parts.map((part) => `  '${part}'`).join(' +\n');
}
