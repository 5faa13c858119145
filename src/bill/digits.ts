// Decimal numbers as they are written, letter by letter: a loop reads a short text in half the time
// that an expression and a conversion take. It knows neither money nor readings.

import { dot, isDigit, minus, zero } from './letter-code.ts';

/**
 * How many decimals the text has, or -1 if it is no decimal number of at most `maxWhole` digits
 * before the point and `maxDecimals` after it: `-?(0|[1-9]\d*)(\.\d+)?`, and nothing around it.
 */
export function decimalsOf(text: string, maxWhole: number, maxDecimals: number): number {
  const { length } = text;
  const start = isNegative(text) ? 1 : 0;
  const point = digitsEnd(text, start);
  const whole = point - start;
  if (whole === 0 || whole > maxWhole) return -1;
  if (whole > 1 && text.charCodeAt(start) === zero) return -1;
  if (point === length) return 0;
  const decimals = length - point - 1;
  if (text.charCodeAt(point) !== dot || decimals === 0 || decimals > maxDecimals) return -1;
  return digitsEnd(text, point + 1) === length ? decimals : -1;
}

/** The same as an expression, for readers of the schema. */
export function decimalPattern(maxWhole: number, maxDecimals: number): string {
  return String.raw`^-?(?:0|[1-9]\d{0,${maxWhole - 1}})(?:\.\d{1,${maxDecimals}})?$`;
}

export function isNegative(text: string): boolean {
  return text.charCodeAt(0) === minus;
}

/** The digits of such a text as one whole number, `-12.50` as -1250; exact up to 15 digits. */
export function unitsOf(text: string): number {
  const start = isNegative(text) ? 1 : 0;
  let units = 0;
  for (let i = start; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code !== dot) units = units * 10 + (code - zero);
  }
  // Taken from 0, so that "-0.00" is 0 and not -0.
  return start === 1 ? 0 - units : units;
}

/**
 * Both at once, for texts of which nothing else is asked: `-12.5` with two decimals is -1250.
 * Undefined where `decimalsOf` gives -1.
 */
export function scaledUnits(text: string, maxWhole: number, decimals: number): number | undefined {
  const { length } = text;
  const start = isNegative(text) ? 1 : 0;
  let units = 0;
  let point = length;
  for (let i = start; i < length; i += 1) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) units = units * 10 + (code - zero);
    else if (code === dot && point === length) point = i;
    else return undefined;
  }
  const whole = point - start;
  if (whole === 0 || whole > maxWhole) return undefined;
  if (whole > 1 && text.charCodeAt(start) === zero) return undefined;
  const given = point === length ? 0 : length - point - 1;
  // A point at the end has no decimals after it.
  if (given > decimals || (given === 0 && point < length)) return undefined;
  if (given < decimals) units *= 10 ** (decimals - given);
  return start === 1 ? 0 - units : units;
}

/** Where the digits that begin at `start` end. */
function digitsEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}
