// A decimal number among the letters of a JSON text, `-?(0|[1-9]\d*)(\.\d+)?`, as digits.ts knows
// it in a string. It makes neither a string nor a value of the bill.

import { letters } from './json-letters.ts';
import { dot, isDigit, minus, zero } from './letter-code.ts';

export class DigitScan {
  isNegative = false;
  /** All digits as one whole number, exact up to 15 of them. */
  units = 0;
  decimals = 0;
  /** Where the letters go on. */
  end = 0;

  /** False if no such number begins here, with so many digits at most. */
  read(from: number, maxWhole: number, maxDecimals: number): boolean {
    const isNegative = letters[from] === minus;
    const start = isNegative ? from + 1 : from;
    let i = start;
    let point = -1;
    let units = 0;
    for (; ; i += 1) {
      const letter = letters[i] ?? 0;
      if (isDigit(letter)) units = units * 10 + (letter - zero);
      else if (letter === dot && point < 0) point = i;
      else break;
    }
    const whole = (point < 0 ? i : point) - start;
    const decimals = point < 0 ? 0 : i - point - 1;
    this.isNegative = isNegative;
    this.units = units;
    this.decimals = decimals;
    this.end = i;
    if (whole === 0 || whole > maxWhole || decimals > maxDecimals) return false;
    if (whole > 1 && letters[start] === zero) return false;
    // A point has decimals after it.
    return point < 0 || decimals > 0;
  }

  /** As whole units of which 10^`maxDecimals` make one. */
  scaled(maxDecimals: number): number {
    let { units } = this;
    for (let i = this.decimals; i < maxDecimals; i += 1) units *= 10;
    // Taken from 0, so that "-0.00" is 0 and not -0.
    return this.isNegative ? 0 - units : units;
  }
}
