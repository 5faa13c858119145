// A growing buffer of bytes with the number format of PDF. It knows no operators.

import assert from 'node:assert/strict';

/** `view` lends the memory until the next write; `copy` gives bytes of their own. */
export class ByteWriter {
  #bytes: Uint8Array;
  #capacity: number;
  #length = 0;

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity);
    this.#capacity = capacity;
  }

  get length(): number {
    return this.#length;
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length] = value;
    this.#length += 1;
  }

  /** Latin-1: one byte a character. A loop, because a call into Node costs more for a few. */
  text(text: string): void {
    this.#reserve(text.length);
    for (let i = 0; i < text.length; i += 1) this.#push(text.charCodeAt(i));
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /**
   * Rounded to `places` decimals, up to six, in the shortest spelling: no `0` before the point and
   * none at the end. Whole arithmetic in 32 bits is fast; what goes beyond it, or is no number at
   * all, is a bug that must not become a plausible place on paper.
   */
  decimal(value: number, places: number): void {
    const scale = scales[places] ?? 1;
    this.#reserve(maximalDigits);
    const scaled = Math.round(value * scale);
    if (!(Math.abs(scaled) <= largest)) assert.fail(`${value} cannot be written in a PDF`);
    let rest = scaled | 0;
    if (rest < 0) {
      this.#push(minusSign);
      rest = -rest;
    }
    const whole = (rest / scale) | 0;
    rest -= whole * scale;
    if (whole > 0 || rest === 0) this.#digits(whole);
    if (rest === 0) return;
    this.#push(point);
    for (let unit = scale / 10; rest > 0; unit /= 10) {
      const digit = (rest / unit) | 0;
      this.#push(zero + digit);
      rest -= digit * unit;
    }
  }

  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  copy(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.view());
  }

  /** Forgets what was written, to be used again. */
  clear(): void {
    this.#length = 0;
  }

  #push(value: number): void {
    this.#bytes[this.#length] = value;
    this.#length += 1;
  }

  #digits(value: number): void {
    if (value >= 1000) this.#digits((value / 1000) | 0);
    if (value >= 100) this.#push(zero + (((value / 100) | 0) % 10));
    if (value >= 10) this.#push(zero + (((value / 10) | 0) % 10));
    this.#push(zero + (value % 10));
  }

  #reserve(count: number): void {
    if (this.#length + count > this.#capacity) this.#grow(count);
  }

  #grow(count: number): void {
    this.#capacity = 2 * (this.#length + count);
    const larger = new Uint8Array(this.#capacity);
    larger.set(this.view());
    this.#bytes = larger;
  }
}

const zero = 0x30;
const point = 0x2e;
const minusSign = 0x2d;

const largest = 2 ** 31 - 1;

const scales = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];

/** Enough for any safe integer, its sign, a point and the decimals. */
const maximalDigits = 32;
