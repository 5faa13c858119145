// Writes content operators (ISO 32000-1, annex A) and leaves out those that change nothing. It
// knows neither items nor fonts.

import { ByteWriter } from './byte-writer.ts';
import { areEqual, formState, type GraphicsState, pageState } from './graphics-state.ts';
import {
  closeWord,
  curveWord,
  fillGrayWord,
  fillWord,
  fontWord,
  lineStartWord,
  lineWord,
  moveWord,
  openWord,
  rectWord,
  restoreWord,
  saveWord,
  showWord,
  stringEndWord,
  strokeGrayWord,
  textEndWord,
  textWord,
  transformWord,
  widthWord,
} from './operator-word.ts';
import { numberRoom, putHundredths, putWhole, putWord } from './spell.ts';

/**
 * How deep we are in a text object; the operators of each level are legal there only.
 *
 *   plain ── text ── string
 *            BT ET   [( )]TJ
 */
const plain = 0;
const inText = 1;
const inString = 2;

/** One stream is written at a time in a thread: all take turns with this memory. */
const scratch = new ByteWriter(65_536);

/**
 * Coordinates are PDF's own, y growing upwards. Where the name says so they are whole hundredths of
 * a unit, which need no rounding; the rest get as many decimals as `places` says.
 */
export class Operators {
  /** Letters of a string may be written here directly, between `openString` and the next call. */
  readonly out: ByteWriter;
  readonly #places: number;
  readonly #saved: GraphicsState[] = [];
  #state: GraphicsState;
  #level = plain;
  /** A path of rectangles is open and waits for its `f`. */
  #filling = false;

  constructor(start: 'page' | 'form', places: number) {
    this.out = scratch;
    scratch.clear();
    this.#places = places;
    this.#state = { ...(start === 'page' ? pageState : formState) };
  }

  /** Closes what is open and lends the content, until the next stream is begun. */
  finish(): Uint8Array {
    this.leave();
    return this.out.view();
  }

  save(): void {
    this.leave();
    this.#saved.push({ ...this.#state });
    this.out.word(saveWord);
  }

  restore(): void {
    this.leave();
    this.#state = this.#saved.pop() ?? this.#state;
    this.out.word(restoreWord);
  }

  /** Scales and moves what follows. */
  transform(scaleX: number, scaleY: number, x: number, y: number): void {
    this.out.decimal(scaleX, scalePlaces);
    this.out.text(' 0 0 ');
    this.out.decimal(scaleY, scalePlaces);
    this.out.byte(space);
    this.#operand(x);
    this.#operand(y);
    this.out.word(transformWord);
  }

  drawObject(resource: string): void {
    this.leave();
    this.out.byte(slash);
    this.out.text(resource);
    this.out.text(' Do\n');
  }

  /** Legal within a text object too, so it leaves one open. */
  fillGray(gray: number): void {
    if (this.#state.fill === gray) return;
    if (this.isInText()) this.enterText();
    else this.leave();
    this.#state.fill = gray;
    this.out.decimal(gray, grayPlaces);
    this.out.word(fillGrayWord);
  }

  strokeGray(gray: number): void {
    if (this.#state.stroke === gray) return;
    this.leave();
    this.#state.stroke = gray;
    this.out.decimal(gray, grayPlaces);
    this.out.word(strokeGrayWord);
  }

  lineStyle(width: number, ends: number, dash: readonly number[]): void {
    this.leave();
    const state = this.#state;
    if (state.lineWidth !== width) {
      state.lineWidth = width;
      this.#operand(width);
      this.out.word(widthWord);
    }
    if (state.ends !== ends) {
      state.ends = ends;
      this.out.text(`${ends} J ${ends} j\n`);
    }
    if (!state.dash || !areEqual(state.dash, dash)) this.#setDash(dash);
  }

  /** In hundredths. Neighbours of one gray become one path: say the gray, then all of them. */
  filledRect(x: number, y: number, width: number, height: number): void {
    if (!this.#filling) this.leave();
    this.#filling = true;
    this.#hundredthsOf(x, y, width, height);
  }

  /** In whole units: modules of codes, of which a page has hundreds. */
  filledModules(rects: readonly number[]): void {
    if (!this.#filling) this.leave();
    this.#filling = true;
    const { out } = this;
    for (let i = 0; i + 3 < rects.length; i += 4) {
      out.reserve(5 * numberRoom);
      let at = out.length;
      for (let j = i; j < i + 4; j += 1) at = putWhole(out.bytes, at, rects[j] ?? 0);
      out.length = putWord(out.bytes, at, rectWord);
    }
  }

  /** In hundredths; its line style is said before. */
  strokedRect(x: number, y: number, width: number, height: number): void {
    this.leave();
    this.#hundredthsOf(x, y, width, height);
    this.paint('S');
  }

  moveTo(x: number, y: number): void {
    this.leave();
    this.#operand(x);
    this.#operand(y);
    this.out.word(moveWord);
  }

  lineTo(x: number, y: number): void {
    this.#operand(x);
    this.#operand(y);
    this.out.word(lineWord);
  }

  curveTo(points: readonly number[]): void {
    for (const value of points) this.#operand(value);
    this.out.word(curveWord);
  }

  closePath(): void {
    this.out.word(closeWord);
  }

  /** Fills, strokes, does both or neither (ISO 32000-1, 8.5.3). */
  paint(operator: 'f' | 'S' | 'B' | 'n'): void {
    this.out.text(operator);
    this.out.byte(lineFeed);
  }

  isInText(): boolean {
    return this.#level !== plain;
  }

  font(resource: string, size: number): void {
    const state = this.#state;
    if (state.fontSize === size && state.font === resource) return;
    this.enterText();
    state.font = resource;
    state.fontSize = size;
    this.out.byte(slash);
    this.out.text(resource);
    this.out.byte(space);
    this.out.reserve(2 * numberRoom);
    const at = putHundredths(this.out.bytes, this.out.length, Math.round(size * 100));
    this.out.length = putWord(this.out.bytes, at, fontWord);
  }

  /** Starts a line, counted in hundredths from the start of the last one. */
  moveLine(x: number, y: number): void {
    this.enterText();
    const { out } = this;
    out.reserve(3 * numberRoom);
    const at = putHundredths(out.bytes, putHundredths(out.bytes, out.length, x), y);
    out.length = putWord(out.bytes, at, lineStartWord);
  }

  /** What is written to `out` until the next call are letters; they need no escape. */
  openString(): void {
    if (this.isInString()) return;
    this.enterText();
    this.#level = inString;
    this.out.word(openWord);
  }

  isInString(): boolean {
    return this.#level === inString;
  }

  /** Within a string: thousandths of the size, positive to the right; TJ counts to the left. */
  shift(thousandths: number): void {
    this.out.byte(closeParenthesis);
    this.out.whole(-thousandths);
    this.out.byte(openParenthesis);
  }

  /** The same at the end of a string, which it closes. */
  lastShift(thousandths: number): void {
    this.out.byte(closeParenthesis);
    this.out.whole(-thousandths);
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
    if (this.#filling) {
      this.out.word(fillWord);
      this.#filling = false;
    }
    if (this.#level === plain) return;
    this.enterText();
    this.out.word(textEndWord);
    this.#level = plain;
  }

  #setDash(lengths: readonly number[]): void {
    this.#state.dash = lengths;
    this.out.byte(openBracket);
    for (const length of lengths) this.#operand(length);
    this.out.text(']0 d\n');
  }

  #hundredthsOf(x: number, y: number, width: number, height: number): void {
    const { out } = this;
    out.reserve(5 * numberRoom);
    const corner = putHundredths(out.bytes, putHundredths(out.bytes, out.length, x), y);
    const size = putHundredths(out.bytes, putHundredths(out.bytes, corner, width), height);
    out.length = putWord(out.bytes, size, rectWord);
  }

  #operand(value: number): void {
    this.out.decimal(value, this.#places);
    this.out.byte(space);
  }
}

const lineFeed = 0x0a;
const space = 0x20;
const openParenthesis = 0x28;
const closeParenthesis = 0x29;
const slash = 0x2f;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** 0.01 pt over the width of a sheet. */
const scalePlaces = 6;

/** A press has no more than 256 tones. */
const grayPlaces = 3;
