// Spells numbers and words into bytes at a place, and returns the place after them. The caller has
// made room: `numberRoom` for a number, four bytes for a word. It checks no ends.

import assert from 'node:assert/strict';

/** Bytes that a number takes at the most, with what is written over again. */
export const numberRoom = 16;

/** Up to three letters in one number, first letter lowest, their count highest. */
export function word(text: string): number {
  let spelling = text.length << 24;
  for (let i = 0; i < text.length; i += 1) spelling |= text.charCodeAt(i) << (8 * i);
  return spelling;
}

/** All three bytes are written; the next word is written over those that do not count. */
export function putWord(bytes: Uint8Array, at: number, spelling: number): number {
  bytes[at] = spelling;
  bytes[at + 1] = spelling >> 8;
  bytes[at + 2] = spelling >> 16;
  return at + (spelling >> 24);
}

/** A whole number and a space. */
export function putWhole(bytes: Uint8Array, at: number, value: number): number {
  let rest = value | 0;
  if (rest !== value || rest >= 1_000_000 || rest <= -1_000_000) {
    return putSpace(bytes, putLarge(bytes, at, value));
  }
  let end = at | 0;
  if (rest < 0) {
    bytes[end] = minusSign;
    end += 1;
    rest = -rest | 0;
  }
  if (rest >= 1000) {
    const thousands = (rest / 1000) | 0;
    end = putWord(bytes, end, wholes[thousands] ?? 0);
    end = putWord(bytes, end, padded[(rest - thousands * 1000) | 0] ?? 0);
  } else {
    end = putWord(bytes, end, wholes[rest] ?? 0);
  }
  return putSpace(bytes, end);
}

/** Hundredths as a decimal in the shortest spelling (`.5`, `-1.25`, `3`), and a space. */
export function putHundredths(bytes: Uint8Array, at: number, value: number): number {
  let rest = checked(value) | 0;
  let end = at | 0;
  if (rest < 0) {
    bytes[end] = minusSign;
    end += 1;
    rest = -rest | 0;
  }
  const whole = (rest / 100) | 0;
  const part = (rest - whole * 100) | 0;
  if (whole >= 1000) end = putLarge(bytes, end, whole);
  else if (whole > 0 || part === 0) end = putWord(bytes, end, wholes[whole] ?? 0);
  if (part !== 0) end = putWord(bytes, end, fractions[part] ?? 0);
  return putSpace(bytes, end);
}

/** What goes beyond 32 bits, or is no number at all, must not become a plausible place on paper. */
export function checked(value: number): number {
  if (value <= largest && value >= -largest) return value;
  return assert.fail(`${value} cannot be written in a PDF`);
}

/** Any whole number of 32 bits, without a space. */
export function putLarge(bytes: Uint8Array, at: number, value: number): number {
  checked(value);
  if (value < 0) {
    bytes[at] = minusSign;
    return putLarge(bytes, at + 1, -value);
  }
  if (value < 1000) return putWord(bytes, at, wholes[value] ?? 0);
  const thousands = Math.floor(value / 1000);
  const end = putLarge(bytes, at, thousands);
  return putWord(bytes, end, padded[value - thousands * 1000] ?? 0);
}

function putSpace(bytes: Uint8Array, at: number): number {
  bytes[at] = space;
  return at + 1;
}

const space = 0x20;
const minusSign = 0x2d;

const largest = 2 ** 31 - 1;

const wholes = Int32Array.from({ length: 1000 }, (_, value) => word(String(value)));

/** `007` for 7. */
const padded = Int32Array.from({ length: 1000 }, (_, value) =>
  word(String(value).padStart(3, '0')),
);

/** `.5` for 50, `.05` for 5. */
const fractions = Int32Array.from({ length: 100 }, (_, value) =>
  word((value / 100).toFixed(2).replace(/^0/, '').replace(/0$/, '')),
);
