// Reads JSON text piece by piece where one thing is expected, and gives up where it finds another:
// syntax, hygiene of texts and the finding of their letters in one pass. It knows no schema.

import { DigitScan } from './digit-scan.ts';
import { JsonLetters, letters } from './json-letters.ts';
import { cleanMark, freeMark, KnownTexts } from './known-texts.ts';
import {
  closeBrace,
  closeBracket,
  colon,
  comma,
  isDigit,
  isSpace,
  openBrace,
  openBracket,
  quote,
  zero,
} from './letter-code.ts';
import { areCommon, isCleanAs, kinds, kindsIn, shown, stops, wide } from './text.ts';
import type { Words } from './words.ts';

/** Always the same one, as an error that knows where it was made costs much to make. */
const unsure = new Error('This must be read with more care.');

/** As many digits as a safe integer can always hold. */
const mostDigits = 15;

export class QuickScanner {
  /** Where the scan stands: at a piece, as the spaces before it were passed. */
  #at = 0;
  #isMended = false;
  /** Of all letters of all texts. */
  #kinds = 0;
  readonly #source = new JsonLetters();
  readonly #digits = new DigitScan();
  /** What is known of the text read last. */
  readonly known = new KnownTexts();

  /** False if the text is too long. `isMended` says that letters of texts are in order. */
  begin(json: string, isMended: boolean): boolean {
    if (!this.#source.fill(json)) return false;
    this.known.beginBill();
    this.#isMended = isMended;
    this.#kinds = 0;
    this.#at = 0;
    this.#skipSpaces();
    return true;
  }

  /** Nothing may follow. */
  finish(): void {
    this.#skipSpaces();
    if (this.#at !== this.#source.end) this.doubt();
  }

  /** Afterwards, whether the text was read or not. */
  letGo(): void {
    this.#source.letGo();
  }

  /** All texts were looked at and have common letters only. */
  get isCommon(): boolean {
    return !this.#isMended && areCommon(this.#kinds);
  }

  doubt(): never {
    throw unsure;
  }

  isDoubt(error: unknown): boolean {
    return error === unsure;
  }

  /** The index of the first name of an object, whose value follows; -1 if it is empty. */
  firstName(names: Words): number {
    return this.hasFields() ? this.#name(names, names.none) : -1;
  }

  /** -1 at the end of the object. */
  nextName(names: Words, last: number): number {
    return this.hasMoreFields() ? this.#name(names, last) : -1;
  }

  #name(names: Words, last: number): number {
    const found = this.#oneOf(names, last);
    this.#skipSpaces();
    return found;
  }

  /** After a name that may be any text. */
  colon(): void {
    this.#pass(colon);
  }

  hasFields(): boolean {
    return this.#opens(openBrace, closeBrace);
  }

  hasMoreFields(): boolean {
    return this.#goesOn(closeBrace);
  }

  hasItems(): boolean {
    return this.#opens(openBracket, closeBracket);
  }

  hasMoreItems(): boolean {
    return this.#goesOn(closeBracket);
  }

  #opens(open: number, close: number): boolean {
    this.#pass(open);
    if (letters[this.#at] !== close) return true;
    this.#at += 1;
    return false;
  }

  #goesOn(close: number): boolean {
    this.#skipSpaces();
    const letter = letters[this.#at];
    if (letter !== comma && letter !== close) this.doubt();
    this.#at += 1;
    if (letter === close) return false;
    this.#skipSpaces();
    return true;
  }

  #pass(letter: number): void {
    if (letters[this.#at] !== letter) this.doubt();
    this.#at += 1;
    this.#skipSpaces();
  }

  word(words: Words): string {
    return words.texts[this.#oneOf(words, words.none)] ?? this.doubt();
  }

  #oneOf(words: Words, last: number): number {
    const found = words.find(letters, this.#at, last);
    if (found < 0) this.doubt();
    this.#at += words.lengthOf(found);
    return found;
  }

  /** Which word the field `name` has in the object that begins here, where the scan stays. */
  wordAhead(name: Words, words: Words): number {
    const begin = this.#at;
    let depth = 0;
    for (let i = begin; i < this.#source.end; i = this.#source.pastPiece(i)) {
      const letter = letters[i];
      if (letter === openBrace || letter === openBracket) depth += 1;
      if (letter === closeBrace || letter === closeBracket) depth -= 1;
      if (depth === 0) break;
      if (depth > 1 || letter !== quote || name.find(letters, i, name.none) < 0) continue;
      this.#at = i + name.lengthOf(0);
      this.#skipSpaces();
      const found = this.#oneOf(words, words.none);
      this.#at = begin;
      return found;
    }
    return this.doubt();
  }

  boolean(): boolean {
    const isTrue = letters[this.#at] === trueLetters[0];
    for (const letter of isTrue ? trueLetters : falseLetters) {
      if (letters[this.#at] !== letter) this.doubt();
      this.#at += 1;
    }
    return isTrue;
  }

  /** `0` or digits that do not begin with it; not so many that the number is rounded. */
  whole(): number {
    const start = this.#at;
    let i = start;
    let value = 0;
    for (; isDigit(letters[i] ?? 0); i += 1) value = value * 10 + ((letters[i] ?? 0) - zero);
    if (i === start || i > start + mostDigits) this.doubt();
    if (letters[start] === zero && i > start + 1) this.doubt();
    this.#at = i;
    return value;
  }

  isAtText(): boolean {
    return letters[this.#at] === quote;
  }

  /** A number that is spelled out, without an exponent. */
  number(): number {
    const from = this.#at;
    if (!this.#digits.read(from, mostDigits, mostDigits)) this.doubt();
    this.#at = this.#digits.end;
    return Number(this.#source.narrow(from, this.#at));
  }

  /** What `scaledUnits` gives for the text that stands here. */
  scaled(maxWhole: number, maxDecimals: number): number {
    this.#quotedDigits(maxWhole, maxDecimals);
    return this.#digits.scaled(maxDecimals);
  }

  /** The text that stands here, if `decimalsOf` knows it and it is no nothing with a sign. */
  decimal(maxWhole: number, maxDecimals: number): string {
    const from = this.#at + 1;
    const { isNegative, units, end } = this.#quotedDigits(maxWhole, maxDecimals);
    if (isNegative && units === 0) this.doubt();
    return this.#source.narrow(from, end);
  }

  #quotedDigits(maxWhole: number, maxDecimals: number): DigitScan {
    const digits = this.#digits;
    if (!digits.read(this.#at + 1, maxWhole, maxDecimals)) this.doubt();
    if (letters[digits.end] !== quote) this.doubt();
    this.#at = digits.end + 1;
    return digits;
  }

  /** Any text that is clean; `isFree` ones must hold no personal number. */
  text(isFree: boolean): string {
    if (letters[this.#at] !== quote) this.doubt();
    const from = this.#at + 1;
    const known = this.known;
    const length = known.expect(letters, from);
    if (length < 0) return this.#unexpectedText(from, isFree);
    this.#at = from + length + 1;
    return this.#checked(known.text, known.kinds, isFree);
  }

  #unexpectedText(from: number, isFree: boolean): string {
    let seen = 0;
    let checkSum = 0;
    let to = from;
    for (; ; to += 1) {
      const letter = letters[to] ?? 0;
      const kind = kinds[letter] ?? 0;
      if ((kind & stops) !== 0) break;
      seen |= kind;
      // Turned to the left by 5 bits.
      checkSum = (((checkSum << 5) | (checkSum >>> 27)) + letter) | 0;
    }
    if (letters[to] !== quote) return this.#escapedText(from, isFree);
    this.#at = to + 1;
    const place = { letters, from, to, checkSum };
    if (this.known.find(place)) return this.#checked(this.known.text, seen, isFree);
    const isWide = (seen & wide) !== 0;
    const text = isWide ? this.#source.wide(from, to) : this.#source.narrow(from, to);
    this.known.meet(place, text, seen);
    return this.#checked(text, seen, isFree);
  }

  #escapedText(from: number, isFree: boolean): string {
    this.#at = this.#source.pastPiece(from - 1);
    this.known.leave();
    const text = parsedText(this.#source.wide(from - 1, this.#at)) ?? this.doubt();
    return this.#checked(text, kindsIn(text), isFree);
  }

  #checked(text: string, seen: number, isFree: boolean): string {
    this.#kinds |= seen;
    const mark = isFree ? freeMark : cleanMark;
    if (this.known.has(mark)) return text;
    if (this.#isMended) return shown.test(text) ? text : this.doubt();
    if (!isCleanAs(seen, text, isFree)) this.doubt();
    this.known.note(mark);
    return text;
  }

  #skipSpaces(): void {
    let at = this.#at;
    while (isSpace(letters[at] ?? 0)) at += 1;
    this.#at = at;
  }
}

function parsedText(json: string): string | undefined {
  try {
    return String(JSON.parse(json));
  } catch {
    return undefined;
  }
}

const trueLetters = [0x74, 0x72, 0x75, 0x65];
const falseLetters = [0x66, 0x61, 0x6c, 0x73, 0x65];
