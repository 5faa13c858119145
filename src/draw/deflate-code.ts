// The code in which content streams are compressed (RFC 1951, 3.2): one for all, as tables for who
// writes. It compresses nothing. How many bits a symbol has stands in deflate-lengths.ts.

import assert from 'node:assert/strict';
import * as trained from './deflate-lengths.ts';

/** Fewer than the format's 15: no content grows by more than half. */
export const mostLiteralBits = 12;
/** With the 13 that may follow, and 7 of a byte that is not full, they stay below 32. */
export const mostDistanceBits = 10;

/** Symbols before it are bytes, those after it lengths of matches. */
export const endOfBlock = 256;

/** Of a match. */
export const longest = 258;
export const shortest = 3;

const lastLength = 285;

/** Bits to be written, the first one lowest, above five bits that tell how many there are. */
export type PackedBits = number;

export interface BlockCode {
  /** What every stream begins with; of the last byte some bits, or none, are not written yet. */
  readonly header: Uint8Array;
  readonly headerBits: number;
  /** By byte. */
  readonly literals: Int32Array;
  /** By length of a match, with the bits that tell the lengths of a symbol apart. */
  readonly lengths: Int32Array;
  /** By symbol; the bits that tell the distances of a symbol apart come after it. */
  readonly distances: Int32Array;
  readonly end: PackedBits;
}

/** Bits of each symbol, a hexadecimal digit each. */
export interface CodeLengths {
  /** Bytes, end of block, lengths of matches. */
  readonly literals: string;
  readonly distances: string;
  /** Of the code in which the two others are told; 0 is a symbol that is not used. */
  readonly lengths: string;
}

/** Every symbol has bits, so that any content can be written. */
export function blockCode(given: CodeLengths): BlockCode {
  const first = codeOf(given.literals);
  const [header, headerBits] = headerOf(given);
  assert.doesNotMatch(given.literals + given.distances, /0/);
  assert(bitsOf(given.literals).every((bits) => bits <= mostLiteralBits));
  assert(bitsOf(given.distances).every((bits) => bits <= mostDistanceBits));
  return {
    header,
    headerBits,
    literals: first.slice(0, endOfBlock),
    lengths: lengthTable(first.slice(endOfBlock + 1)),
    distances: codeOf(given.distances),
    end: first[endOfBlock] ?? 0,
  };
}

/** `3333` is told as `3`, and `333` as «the same three times» (RFC 1951, 3.2.7). */
export function repeatsIn(lengths: string): readonly string[] {
  return lengths.match(/(?<=(.))\1{3,6}|./g) ?? [];
}

/** Symbol of the code for lengths: the same again, three to six times. */
export const repeat = 16;

/** In which order the lengths of the code for lengths are told. */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

function bitsOf(lengths: string): readonly number[] {
  return Array.from(lengths, (digit) => Number.parseInt(digit, 16));
}

/** A few letters of Latin-1 as literals of the code that streams are written in. */
export function packedText(text: string): PackedBits {
  let [bits, count] = [0, 0];
  for (let i = 0; i < text.length; i += 1) {
    const packed = contentCode.literals[text.charCodeAt(i)] ?? 0;
    bits |= (packed >> 5) << count;
    count += packed & 31;
  }
  assert(count <= mostPackedBits, `'${text}' takes too many bits`);
  return pack(bits, count);
}

/** With the 7 of a byte that is not full they are 32. */
const mostPackedBits = 25;

/** The code that follows from its lengths (RFC 1951, 3.2.2). */
function codeOf(lengths: string): Int32Array {
  const bits = bitsOf(lengths);
  const code = new Int32Array(bits.length);
  let next = 0;
  for (let count = 1; count < 16; count += 1) {
    next <<= 1;
    for (let symbol = 0; symbol < bits.length; symbol += 1) {
      if (bits[symbol] !== count) continue;
      code[symbol] = pack(reversed(next, count), count);
      next += 1;
    }
  }
  return code;
}

/** Codes are written from their highest bit on, everything else from the lowest. */
function reversed(code: number, count: number): number {
  let result = 0;
  for (let bit = 0; bit < count; bit += 1) result = (result << 1) | ((code >> bit) & 1);
  return result;
}

function pack(bits: number, count: number): PackedBits {
  return (bits << 5) | count;
}

/** `symbols` are those of lengths. */
function lengthTable(symbols: Int32Array): Int32Array {
  const table = new Int32Array(longest + 1);
  for (let length = shortest; length <= longest; length += 1) {
    const [symbol, more] = lengthSymbol(length);
    const packed = symbols[symbol - endOfBlock - 1] ?? 0;
    const [code, count] = [packed >> 5, packed & 31];
    const rest = (length - shortest) & ((1 << more) - 1);
    table[length] = pack(code | (rest << count), count + more);
  }
  return table;
}

/** A match's symbol, and how many bits tell the lengths of it apart (RFC 1951, 3.2.5). */
export function lengthSymbol(length: number): readonly [symbol: number, more: number] {
  // The longest has a symbol to itself.
  if (length === longest) return [lastLength, 0];
  const over = length - shortest;
  const more = Math.max(0, 29 - Math.clz32(over));
  return [endOfBlock + 1 + 4 * more + (over >> more), more];
}

/** RFC 1950, 2.2 and RFC 1951, 3.2.7. */
function headerOf({ literals, distances, lengths }: CodeLengths): [Uint8Array, number] {
  const code = codeOf(lengths);
  const bits = bitsOf(lengths);
  const told = repeatsIn(literals + distances).flatMap(({ length, 0: digit = '' }) =>
    length === 1
      ? [code[Number.parseInt(digit, 16)] ?? 0]
      : [code[repeat] ?? 0, pack(length - 3, 2)],
  );
  return joined([
    // A window of 32 KB; the two bytes make a multiple of 31.
    pack(0x78, 8),
    pack(0x01, 8),
    // The last block, with a code of its own.
    pack(0b101, 3),
    pack(literals.length - (endOfBlock + 1), 5),
    pack(distances.length - 1, 5),
    pack(lengthOrder.length - 4, 4),
    ...lengthOrder.map((symbol) => pack(bits[symbol] ?? 0, 3)),
    ...told,
  ]);
}

/** The bytes, the last one not full, and how many bits there are. */
function joined(all: readonly PackedBits[]): [bytes: Uint8Array, count: number] {
  const bytes: number[] = [];
  let [bits, count] = [0, 0];
  for (const packed of all) {
    bits |= (packed >> 5) << count;
    count += packed & 31;
    for (; count >= 8; count -= 8) {
      bytes.push(bits & 0xff);
      bits >>= 8;
    }
  }
  return [Uint8Array.of(...bytes, bits), 8 * bytes.length + count];
}

/** The one that streams are written in. */
export const contentCode = blockCode(trained);
