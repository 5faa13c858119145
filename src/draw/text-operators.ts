// Writes the operators of text (ISO 32000-1, 9.4) and what they share with the rest of a content
// stream: where we are in it, and what was said. It knows neither items nor fonts.

import { ByteWriter } from './byte-writer.ts';
import { formState, type GraphicsState, pageState } from './graphics-state.ts';
import {
  fillGrayWord,
  fillWord,
  fontWord,
  lineStartWord,
  openWord,
  restoreWord,
  saveWord,
  showWord,
  stringEndWord,
  textEndWord,
  textWord,
} from './operator-word.ts';
import { numberRoom, putHundredths, putWord } from './spell.ts';

/**
 * How deep we are in a text object; the operators of each level are legal there only.
 *
 *   plain ── text ── string
 *            BT ET   [( )]TJ
 */
const plain = 0;
const inText = 1;
const inString = 2;

/** What a stream is: it tells what may be taken for granted, and whose memory it is written to. */
export type StreamKind = 'page' | 'form';

/**
 * One page is written at a time in a thread, and within it perhaps a form that it calls: streams of
 * a kind take turns with this memory.
 */
const scratch = { page: new ByteWriter(65_536), form: new ByteWriter(16_384) };

/** Places are whole hundredths of a point, y growing upwards. */
export class TextOperators {
  /** Letters of a string may be written here directly, between `openString` and the next call. */
  readonly out: ByteWriter;
  /** Where coordinates start that are written now, from the corner of the page. */
  originX = 0;
  originY = 0;
  protected state: GraphicsState;
  /** A path of rectangles is open and waits for its `f`. */
  protected isFilling = false;
  readonly #saved: GraphicsState[] = [];
  #level = plain;

  constructor(start: StreamKind) {
    this.out = scratch[start];
    this.out.clear();
    this.state = { ...(start === 'page' ? pageState : formState) };
  }

  /** Closes what is open and lends the content, until the next stream of its kind is begun. */
  finish(): Uint8Array {
    this.leave();
    return this.out.view();
  }

  save(): void {
    this.leave();
    this.#saved.push({ ...this.state });
    this.out.word(saveWord);
  }

  restore(): void {
    this.leave();
    this.state = this.#saved.pop() ?? this.state;
    this.out.word(restoreWord);
  }

  /** Legal within a text object too, so it leaves one open. */
  fillGray(gray: number): void {
    if (this.state.fill === gray) return;
    if (this.isInText()) this.enterText();
    else this.leave();
    this.state.fill = gray;
    this.out.decimal(gray, grayPlaces);
    this.out.word(fillGrayWord);
  }

  isInText(): boolean {
    return this.#level !== plain;
  }

  font(resource: string, size: number): void {
    const state = this.state;
    if (state.fontSize === size && state.font === resource) return;
    this.enterText();
    state.font = resource;
    state.fontSize = size;
    this.name(resource);
    this.out.reserve(2 * numberRoom);
    const at = putHundredths(this.out.words, this.out.length, Math.round(size * 100));
    this.out.length = putWord(this.out.words, at, fontWord);
  }

  /** Starts a line that is so far from the start of the last one. */
  moveLine(x: number, y: number): void {
    this.enterText();
    this.place(x, y, lineStartWord);
  }

  /** What is written to `out` until the next call are letters; they need no escape. */
  openString(): void {
    if (this.#level === inString) return;
    this.enterText();
    this.#level = inString;
    this.#closeUp();
    this.out.word(openWord);
  }

  /** Thousandths of the size, positive to the right; TJ counts to the left. A string follows. */
  shift(thousandths: number): void {
    this.#number(thousandths);
    this.out.byte(openParenthesis);
    this.#level = inString;
  }

  /** The same where none follows in this font. */
  lastShift(thousandths: number): void {
    this.#number(thousandths);
    this.out.byte(closeBracket);
    this.out.word(showWord);
    this.#level = inText;
  }

  /** Into a text object, or back into it out of a string. */
  enterText(): void {
    if (this.#level === inText) return;
    if (this.#level === inString) {
      this.out.word(stringEndWord);
      this.out.word(showWord);
    } else {
      this.leave();
      this.out.word(textWord);
    }
    this.#level = inText;
  }

  /** Out of any text or path. */
  leave(): void {
    if (this.isFilling) {
      this.out.word(fillWord);
      this.isFilling = false;
    }
    if (this.#level === plain) return;
    this.enterText();
    this.out.word(textEndWord);
    this.#level = plain;
  }

  protected place(x: number, y: number, operator: number): void {
    this.point(x, y);
    this.out.word(operator);
  }

  protected point(x: number, y: number): void {
    const { out } = this;
    out.reserve(2 * numberRoom);
    out.length = putHundredths(out.words, putHundredths(out.words, out.length, x), y);
  }

  #number(thousandths: number): void {
    if (this.#level === inString) {
      this.out.byte(closeParenthesis);
    } else {
      this.enterText();
      this.#closeUp();
      this.out.byte(openBracket);
    }
    this.out.whole(-thousandths);
  }

  protected name(resource: string): void {
    this.#closeUp();
    this.out.byte(slash);
    this.out.text(resource);
    this.out.byte(space);
  }

  /** Takes back the line feed after an operator: names and arrays need none before them. */
  #closeUp(): void {
    if (this.out.length > 0) this.out.length -= 1;
  }
}

const space = 0x20;
const openParenthesis = 0x28;
const closeParenthesis = 0x29;
const slash = 0x2f;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** A press has no more than 256 tones. */
export const grayPlaces = 3;
