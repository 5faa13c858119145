// A growing buffer of bytes with the number format of PDF. It knows no operators.

import { checked, numberRoom, putLarge, putWord } from './spell.ts';

/**
 * `view` lends the memory until the next write; `copy` gives bytes of their own. Loops that write a
 * byte at a time may work on `bytes`, `words` and `length` themselves, after `reserve`.
 */
export class ByteWriter {
  bytes: Uint8Array;
  /** Of the same memory, for several bytes at once. */
  words: DataView;
  length = 0;

  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity);
    this.words = new DataView(this.bytes.buffer);
  }

  /** Makes room; `bytes` and `words` may be other objects afterwards. */
  reserve(count: number): void {
    if (this.length + count > this.bytes.length) this.#grow(count);
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length] = value;
    this.length += 1;
  }

  /** Latin-1: one byte a character. A loop, because a call into Node costs more for a few. */
  text(text: string): void {
    const count = text.length;
    this.reserve(count);
    const { bytes, length } = this;
    for (let i = 0; i < count; i += 1) bytes[length + i] = charCodeAt.call(text, i);
    this.length = length + count;
  }

  append(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Three letters or fewer; `spell.ts` makes the word. */
  word(spelling: number): void {
    this.reserve(4);
    this.length = putWord(this.words, this.length, spelling);
  }

  /** A whole number, without a space. */
  whole(value: number): void {
    this.reserve(numberRoom);
    this.length = putLarge(this.words, this.length, value);
  }

  /**
   * Rounded to `places` decimals, up to six, in the shortest spelling: no `0` before the point and
   * none at the end.
   */
  decimal(value: number, places: number): void {
    const scale = scales[places] ?? 1;
    this.reserve(2 * numberRoom);
    let rest = checked(Math.round(value * scale)) + 0;
    if (rest < 0) {
      this.byte(minusSign);
      rest = -rest;
    }
    const whole = Math.floor(rest / scale);
    if (!(rest - whole * scale > 0)) {
      this.whole(rest / scale);
      return;
    }
    if (whole > 0) this.whole(whole);
    rest -= whole * scale;
    this.byte(point);
    for (let unit = scale / 10; rest > 0; unit /= 10) {
      const digit = Math.floor(rest / unit);
      this.byte(zero + digit);
      rest -= digit * unit;
    }
  }

  view(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  copy(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.view());
  }

  /** Forgets what was written, to be used again. */
  clear(): void {
    this.length = 0;
  }

  #grow(count: number): void {
    const larger = new Uint8Array(2 * (this.length + count));
    larger.set(this.view());
    this.bytes = larger;
    this.words = new DataView(larger.buffer);
  }
}

/** Called with `call`, for the reason that src/font/measure.ts gives. */
const { charCodeAt } = String.prototype;

const zero = 0x30;
const point = 0x2e;
const minusSign = 0x2d;

const scales = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];
