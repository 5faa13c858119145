// The JSON text at hand as numbers, which are quicker to look at than a string, and pieces cut from
// it. It reads nothing.

import { backslash, comma, openBrace, openBracket, quote } from './letter-code.ts';
import { maxValues } from './limit.ts';

/** A sheet that is full to the edge takes some 40 000, and half as many more with spaces. */
const mostLetters = 8 * maxValues;

/**
 * UTF-16 code units, and a 0 after them. All readers take turns with this memory. It is filled in
 * little-endian order: on a processor of the other order nothing would be read quickly.
 */
export const letters = new Uint16Array(mostLetters + 1);

const bytes = Buffer.from(letters.buffer);
const lowBytes = Buffer.alloc(mostLetters);

/** Of a shorter piece V8 makes a copy, of a longer one a view that keeps the whole text. */
const shortestView = 13;

export class JsonLetters {
  /** How many there are. */
  end = 0;
  #text = '';
  /** The lower bytes of all letters: V8 keeps a text of such letters, cut from here, in bytes. */
  #low = '';

  /** False if the text is too long or may have too many values. */
  fill(text: string): boolean {
    if (text.length > mostLetters) return false;
    this.end = bytes.write(text, 'utf16le') / 2;
    letters[this.end] = 0;
    this.#text = text;
    this.#low = lowBytes.toString('latin1', 0, lowBytes.write(text, 'latin1'));
    // Each value takes two letters at least, as a comma or a bracket is before or after it.
    return this.end < 2 * maxValues || this.#hasFewValues();
  }

  /** Each value but the first comes after a comma or at the beginning of an object or a list. */
  #hasFewValues(): boolean {
    let count = 1;
    for (let i = 0; i < this.end; i += 1) {
      const letter = letters[i];
      if (letter === comma || letter === openBrace || letter === openBracket) count += 1;
    }
    return count <= maxValues;
  }

  /** Or the text would grow old with the one who reads it. */
  letGo(): void {
    this.#text = '';
    this.#low = '';
  }

  /** A text in quotes is one piece, as it may hold any letters; else each letter is one. */
  pastPiece(start: number): number {
    if (letters[start] !== quote) return start + 1;
    let i = start + 1;
    while (letters[i] !== quote && i < this.end) i += letters[i] === backslash ? 2 : 1;
    return i + 1;
  }

  /** Letters up to U+00FF, in memory of their own. */
  narrow(from: number, to: number): string {
    if (to - from < shortestView) return this.#low.slice(from, to);
    return lowBytes.toString('latin1', from, to);
  }

  /** Any letters, in memory of their own. */
  wide(from: number, to: number): string {
    if (to - from < shortestView) return this.#text.slice(from, to);
    return bytes.toString('utf16le', 2 * from, 2 * to);
  }
}
