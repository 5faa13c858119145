// Spells numbers and words into bytes at a place, and returns the place after them. The caller has
// made room: `numberRoom` for a number, four bytes for a word. It checks no ends.

import assert from 'node:assert/strict';

/** Bytes that a number takes at the most, with what is written over again. */
export const numberRoom = 16;

/** Up to three letters in one number, first letter lowest, their count highest. */
export function word(text: string): number {
  return lettersOf(text) | (text.length << 24);
}

function lettersOf(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i += 1) letters |= text.charCodeAt(i) << (8 * i);
  return letters;
}

/** All four bytes are written at once; what comes next is written over those that do not count. */
export function putWord(view: DataView, at: number, spelling: number): number {
  view.setInt32(at, spelling, true);
  return at + (spelling >> 24);
}

/** A whole number and a space. */
export function putWhole(view: DataView, at: number, value: number): number {
  const whole = value | 0;
  if (whole !== value || whole < 0 || whole >= 1_000_000) {
    return putSpace(view, putLarge(view, at, value));
  }
  if (whole < 1000) {
    view.setInt32(at, spaced[whole] ?? 0, true);
    return at + lengthOfWhole(whole) + 1;
  }
  const thousands = (whole / 1000) | 0;
  const end = putWord(view, at, wholes[thousands] ?? 0);
  return putSpace(view, putWord(view, end, padded[(whole - thousands * 1000) | 0] ?? 0));
}

/** Digits of a whole number below 1000. */
export function lengthOfWhole(whole: number): number {
  return (wholes[whole] ?? 0) >> 24;
}

/** Hundredths as a decimal in the shortest spelling (`.5`, `-1.25`, `3`), and a space. */
export function putHundredths(view: DataView, at: number, value: number): number {
  let rest = checked(value) | 0;
  let end = at | 0;
  if (rest < 0) {
    view.setUint8(end, minusSign);
    end += 1;
    rest = -rest | 0;
  }
  const whole = (rest / 100) | 0;
  const part = (rest - whole * 100) | 0;
  if (whole >= 1000) end = putLarge(view, end, whole);
  else if (whole > 0 || part === 0) end = putWord(view, end, wholes[whole] ?? 0);
  view.setInt32(end, parts[part] ?? 0, true);
  return end + (partLengths[part] ?? 0);
}

/** What goes beyond 32 bits, or is no number at all, must not become a plausible place on paper. */
export function checked(value: number): number {
  if (value <= largest && value >= -largest) return value;
  return assert.fail(`${value} cannot be written in a PDF`);
}

/** Any whole number of 32 bits, without a space. */
export function putLarge(view: DataView, at: number, value: number): number {
  checked(value);
  if (value < 0) {
    view.setUint8(at, minusSign);
    return putLarge(view, at + 1, -value);
  }
  if (value < 1000) return putWord(view, at, wholes[value] ?? 0);
  const thousands = Math.floor(value / 1000);
  const end = putLarge(view, at, thousands);
  return putWord(view, end, padded[value - thousands * 1000] ?? 0);
}

function putSpace(view: DataView, at: number): number {
  view.setUint8(at, space);
  return at + 1;
}

const space = 0x20;
const minusSign = 0x2d;

const largest = 2 ** 31 - 1;

const wholes = Int32Array.from({ length: 1000 }, (_, value) => word(String(value)));

/** With a space after it: up to four letters, so that no count has room. */
const spaced = Int32Array.from({ length: 1000 }, (_, value) => lettersOf(`${value} `));

/** `007` for 7. */
const padded = Int32Array.from({ length: 1000 }, (_, value) =>
  word(String(value).padStart(3, '0')),
);

/** What comes after the whole part, and a space: `.5 ` for 50, `.05 ` for 5, a space for 0. */
const partTexts = Array.from({ length: 100 }, (_, value) =>
  value === 0 ? ' ' : `${(value / 100).toFixed(2).replace(/^0/, '').replace(/0$/, '')} `,
);
const parts = Int32Array.from(partTexts, lettersOf);
const partLengths = Uint8Array.from(partTexts, ({ length }) => length);
