// Segments → the codewords of a QR symbol in the order they are placed (ISO/IEC 18004, 7.4–7.6).

import {
  alphanumeric,
  alphanumericCharacters,
  countBits,
  countRangeOf,
  modeBits,
  numeric,
  type Segment,
} from './qr-segment.ts';
import {
  type Blocks,
  blocksOf,
  codewordsOf as codewordCount,
  type ErrorCorrection,
  largestVersion,
} from './qr-version.ts';
import { qrParity } from './reed-solomon.ts';

/**
 * `bytes` are the text's; the segments must fit the version. The codewords lie at the beginning of
 * a room that the next symbol overwrites.
 */
export function codewordsOf(
  bytes: Uint8Array,
  segments: readonly Segment[],
  version: number,
  level: ErrorCorrection,
): Uint8Array {
  const blocks = blocksOf(version, level);
  const bits: BitBuffer = { bytes: dataRoom.fill(0, 0, blocks.dataLength), length: 0 };
  const range = countRangeOf(version);
  for (const segment of segments) {
    append(bits, 1 << segment.mode, modeBits);
    append(bits, segment.end - segment.start, countBits[range][segment.mode]);
    appendPayload(bits, bytes, segment);
  }
  pad(bits, blocks.dataLength);
  return interleaved(bits.bytes, blocks);
}

/** For the largest version; the last bits are written together with the two bytes after them. */
const dataRoom = new Uint8Array(blocksOf(largestVersion, 'L').dataLength + 2);
const codewordRoom = new Uint8Array(codewordCount(largestVersion));

/** `length` counts bits; the bits after it are zero. */
interface BitBuffer {
  readonly bytes: Uint8Array;
  length: number;
}

/** The low `count` bits of `value`, the highest first; at most 16 of them. */
function append(bits: BitBuffer, value: number, count: number): void {
  const index = bits.length >>> 3;
  const aligned = value << (24 - count - (bits.length & 7));
  bits.bytes[index] = (bits.bytes[index] ?? 0) | (aligned >>> 16);
  bits.bytes[index + 1] = aligned >>> 8;
  bits.bytes[index + 2] = aligned;
  bits.length += count;
}

function appendPayload(bits: BitBuffer, bytes: Uint8Array, segment: Segment): void {
  const { mode, start, end } = segment;
  if (mode === numeric) {
    for (let index = start; index < end; index += 3) {
      const last = Math.min(index + 3, end);
      let value = 0;
      for (let at = index; at < last; at += 1) value = 10 * value + (bytes[at] ?? 0) - 0x30;
      append(bits, value, 3 * (last - index) + 1);
    }
  } else if (mode === alphanumeric) {
    for (let index = start; index < end; index += 2) {
      const first = alphanumericValue(bytes[index]);
      if (index + 1 < end) append(bits, 45 * first + alphanumericValue(bytes[index + 1]), 11);
      else append(bits, first, 6);
    }
  } else {
    for (let index = start; index < end; index += 1) append(bits, bytes[index] ?? 0, 8);
  }
}

function alphanumericValue(character: number | undefined): number {
  return alphanumericValues[character ?? 0] ?? 0;
}

const alphanumericValues = new Uint8Array(256);
for (let value = 0; value < alphanumericCharacters.length; value += 1) {
  alphanumericValues[alphanumericCharacters.charCodeAt(value)] = value;
}

/** A terminator of up to four zero bits, zeros to the byte, then the two pad codewords. */
function pad(bits: BitBuffer, length: number): void {
  const end = Math.ceil(Math.min(bits.length + 4, 8 * length) / 8);
  for (let index = end; index < length; index += 1) {
    bits.bytes[index] = (index - end) % 2 === 0 ? 0xec : 0x11;
  }
}

/** The first codeword of each block, then the second of each…, then their parity likewise. */
function interleaved(data: Uint8Array, blocks: Blocks): Uint8Array {
  const { count, parityLength, dataLength } = blocks;
  const shortLength = Math.floor(dataLength / count);
  const shortCount = count - (dataLength % count);
  const codewords = codewordRoom;
  let start = 0;
  for (let block = 0; block < count; block += 1) {
    const length = block < shortCount ? shortLength : shortLength + 1;
    for (let index = 0; index < shortLength; index += 1) {
      codewords[index * count + block] = data[start + index] ?? 0;
    }
    // The extra codewords of the longer blocks stand together, after all that the blocks share.
    if (length > shortLength) {
      codewords[shortLength * count + block - shortCount] = data[start + shortLength] ?? 0;
    }
    const parity = qrParity(data, parityLength, start, start + length);
    for (let index = 0; index < parityLength; index += 1) {
      codewords[dataLength + index * count + block] = parity[index] ?? 0;
    }
    start += length;
  }
  return codewords;
}
