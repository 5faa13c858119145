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
 * Dynamic programming over the bytes: of each mode, the least number of bits, in sixths, after
 * which a byte in it may follow. Sixths, because a digit takes 10/3 bits and an alphanumeric
 * character 11/2. Three modes in variables of their own, as a list takes twice as long.
 */
export function cutIntoSegments(bytes: Uint8Array, range: CountRange): readonly Segment[] {
  const [numericBits, alphanumericBits, byteBits] = countBits[range];
  const numericHeader = sixths * (modeBits + numericBits);
  const alphanumericHeader = sixths * (modeBits + alphanumericBits);
  const byteHeader = sixths * (modeBits + byteBits);
  let inNumeric = numericHeader;
  let inAlphanumeric = alphanumericHeader;
  let inByte = byteHeader;
  /** The mode of a byte, by the mode the byte after it is in: two bits each. */
  const modesBefore = new Uint8Array(bytes.length);
  for (let position = 0; position < bytes.length; position += 1) {
    const narrowest = narrowestMode[bytes[position] ?? 0] ?? byte;
    inNumeric = narrowest === numeric ? inNumeric + sixthsPerByte[numeric] : unreachable;
    inAlphanumeric =
      narrowest === byte ? unreachable : inAlphanumeric + sixthsPerByte[alphanumeric];
    inByte += sixthsPerByte[byte];
    const cheapest = cheapestOf(inNumeric, inAlphanumeric, inByte);
    const ended = wholeBits(Math.min(inNumeric, inAlphanumeric, inByte));
    let modes = sameModes;
    if (ended + numericHeader < inNumeric) {
      inNumeric = ended + numericHeader;
      modes = (modes & ~0b11) | cheapest;
    }
    if (ended + alphanumericHeader < inAlphanumeric) {
      inAlphanumeric = ended + alphanumericHeader;
      modes = (modes & ~0b1100) | (cheapest << 2);
    }
    if (ended + byteHeader < inByte) {
      inByte = ended + byteHeader;
      modes = (modes & ~0b110000) | (cheapest << 4);
    }
    modesBefore[position] = modes;
  }
  return traceBack(modesBefore, cheapestOf(inNumeric, inAlphanumeric, inByte));
}

/** Each mode was the same before: 0, 1 and 2 from the lowest bits. */
const sameModes = 0b100100;

/** Bits of all segments with their headers, as they will be written. */
export function bitLengthOf(segments: readonly Segment[], range: CountRange): number {
  let bits = 0;
  for (const { mode, start, end } of segments) {
    const payload = wholeBits((end - start) * sixthsPerByte[mode]) / sixths;
    bits += modeBits + countBits[range][mode] + payload;
  }
  return bits;
}

export const modeBits = 4;

const sixths = 6;
/** By mode: 10/3, 11/2 and 8 bits. */
const sixthsPerByte = [20, 33, 48] as const;
const unreachable = 1 << 29;

/** The narrowest of equals. */
function cheapestOf(inNumeric: number, inAlphanumeric: number, inByte: number): Mode {
  if (inNumeric <= inAlphanumeric) return inNumeric <= inByte ? numeric : byte;
  return inAlphanumeric <= inByte ? alphanumeric : byte;
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

function traceBack(modesBefore: Uint8Array, last: Mode): readonly Segment[] {
  const segments: Segment[] = [];
  let end = modesBefore.length;
  let mode = modeIn(modesBefore[end - 1], last);
  for (let position = end - 2; position >= 0; position -= 1) {
    const earlier = modeIn(modesBefore[position], mode);
    if (earlier === mode) continue;
    segments.push({ mode, start: position + 1, end });
    end = position + 1;
    mode = earlier;
  }
  segments.push({ mode, start: 0, end });
  return segments.reverse();
}

function modeIn(modes: number | undefined, after: Mode): Mode {
  const index = ((modes ?? sameModes) >> (2 * after)) & 0b11;
  if (index === numeric) return numeric;
  return index === alphanumeric ? alphanumeric : byte;
}
