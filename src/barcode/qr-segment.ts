// Bytes → the shortest sequence of numeric, alphanumeric and byte segments (ISO/IEC 18004, 7.4).
// No Kanji mode and no ECI: readers take byte segments that are valid UTF-8 for UTF-8.

/** An index into the tables below. */
export type Mode = 0 | 1 | 2;

export const numeric = 0;
export const alphanumeric = 1;
export const byte = 2;

/** Bytes `start` to `end` of the text, all in one mode. */
export interface Segment {
  readonly mode: Mode;
  readonly start: number;
  readonly end: number;
}

/** Character counts have three widths: in versions 1–9, 10–26 and 27–40. */
export type CountRange = 0 | 1 | 2;

export function countRangeOf(version: number): CountRange {
  if (version < 10) return 0;
  return version < 27 ? 1 : 2;
}

/** Bits of the character count, by range and mode (table 3). */
export const countBits = [
  [10, 9, 8],
  [12, 11, 16],
  [14, 13, 16],
] as const;

/** `0-9A-Z $%*+-./:` in the order of their values (table 5). */
export const alphanumericCharacters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/**
 * Dynamic programming over the bytes: `costs[m]` is the least number of bits, in sixths, after
 * which a byte in mode m may follow. Sixths, because a digit takes 10/3 bits and an alphanumeric
 * character 11/2.
 */
export function cutIntoSegments(bytes: Uint8Array, range: CountRange): readonly Segment[] {
  const headers = countBits[range].map((bits) => sixths * (modeBits + bits));
  const costs = Int32Array.from(headers);
  /** The mode of a byte, by the mode the byte after it is in. */
  const modeBefore = new Uint8Array(3 * bytes.length);
  for (let position = 0; position < bytes.length; position += 1) {
    const narrowest = narrowestMode[bytes[position] ?? 0] ?? byte;
    for (let mode = 0; mode < 3; mode += 1) {
      const cost = (costs[mode] ?? 0) + (sixthsPerByte[mode] ?? 0);
      costs[mode] = mode >= narrowest ? cost : unreachable;
      modeBefore[3 * position + mode] = mode;
    }
    const cheapest = cheapestOf(costs);
    const ended = wholeBits(costs[cheapest] ?? 0);
    for (let next = 0; next < 3; next += 1) {
      const cost = ended + (headers[next] ?? 0);
      if (cost >= (costs[next] ?? 0)) continue;
      costs[next] = cost;
      modeBefore[3 * position + next] = cheapest;
    }
  }
  return traceBack(modeBefore, cheapestOf(costs));
}

/** Bits of all segments with their headers, as they will be written. */
export function bitLengthOf(segments: readonly Segment[], range: CountRange): number {
  let bits = 0;
  for (const { mode, start, end } of segments) {
    const payload = wholeBits((end - start) * (sixthsPerByte[mode] ?? 0)) / sixths;
    bits += modeBits + countBits[range][mode] + payload;
  }
  return bits;
}

export const modeBits = 4;

const sixths = 6;
const sixthsPerByte = [20, 33, 48];
const unreachable = 1 << 29;

function cheapestOf(costs: Int32Array): number {
  let cheapest = 0;
  for (let mode = 1; mode < 3; mode += 1) {
    if ((costs[mode] ?? 0) < (costs[cheapest] ?? 0)) cheapest = mode;
  }
  return cheapest;
}

function wholeBits(cost: number): number {
  return Math.ceil(cost / sixths) * sixths;
}

/** Any byte may stand in byte mode, some in alphanumeric too, digits in all three. */
const narrowestMode = new Uint8Array(256).fill(byte);
for (const character of alphanumericCharacters) {
  const isDigit = character >= '0' && character <= '9';
  narrowestMode[character.charCodeAt(0)] = isDigit ? numeric : alphanumeric;
}

function traceBack(modeBefore: Uint8Array, last: number): readonly Segment[] {
  const segments: Segment[] = [];
  let end = modeBefore.length / 3;
  let mode = modeBefore[3 * (end - 1) + last] ?? byte;
  for (let position = end - 2; position >= 0; position -= 1) {
    const earlier = modeBefore[3 * position + mode] ?? byte;
    if (earlier === mode) continue;
    segments.push({ mode: modeOf(mode), start: position + 1, end });
    end = position + 1;
    mode = earlier;
  }
  segments.push({ mode: modeOf(mode), start: 0, end });
  return segments.reverse();
}

function modeOf(index: number): Mode {
  if (index === numeric) return numeric;
  return index === alphanumeric ? alphanumeric : byte;
}
