// Writes content operators (ISO 32000-1, annex A) and leaves out those that change nothing: here
// those of paths and of the graphics state. It knows neither items nor fonts.

import { areEqual } from './graphics-state.ts';
import {
  closeWord,
  curveWord,
  lineWord,
  moveWord,
  rectWord,
  strokeGrayWord,
  transformWord,
  widthWord,
} from './operator-word.ts';
import { spliceModules } from './packed-modules.ts';
import type { PackedPart, Splices } from './packed-part.ts';
import { numberRoom, putHundredths, putWhole, putWord } from './spell.ts';
import { grayPlaces, type StreamKind, TextOperators } from './text-operators.ts';

/** A stream as it stands within another. */
export interface Inlined {
  /** After the place where its corner is: `cm`, what it says, `Q`. */
  readonly framed: Uint8Array;
  /** The same but for the line feed at its end, compressed. */
  readonly packedPart: PackedPart | undefined;
}

/**
 * Coordinates are PDF's own, y growing upwards. Places on the page are whole hundredths of a point
 * from its corner, whatever was moved in between; parts of paths are in the units of the last
 * transformation, with as many decimals as `places` says.
 */
export class Operators extends TextOperators {
  readonly #places: number;
  readonly #splices: Splices | undefined;
  #inHundredths = false;

  /** What is compressed beforehand is noted in `splices`, if there are any. */
  constructor(start: StreamKind, places: number, splices?: Splices) {
    super(start);
    this.#places = places;
    this.#splices = splices;
  }

  /**
   * Rectangles that follow, until `restore`, are counted in hundredths of a point in the stream
   * too: shorter by a sign a number. Text is not: PDFium takes lines apart by the size of the font
   * before the scale, and would join two of them.
   */
  saveInHundredths(): void {
    this.save();
    this.transform(0.01, 0.01, 0, 0);
    this.#inHundredths = true;
  }

  override restore(): void {
    super.restore();
    this.#inHundredths = false;
  }

  /** Scales and moves what follows, until `restore`. */
  transform(scaleX: number, scaleY: number, x: number, y: number): void {
    this.out.decimal(scaleX, scalePlaces);
    this.out.text(' 0 0 ');
    this.out.decimal(scaleY, scalePlaces);
    this.out.byte(space);
    this.place(x - this.originX, y - this.originY, transformWord);
  }

  /**
   * Puts the corner of what is drawn next here, and leaves it: what follows counts from there, and
   * hundredths add up without a rest.
   */
  moveOrigin(x: number, y: number): void {
    this.leave();
    if (x === this.originX && y === this.originY) return;
    this.out.text('1 0 0 1 ');
    this.place(x - this.originX, y - this.originY, transformWord);
    this.originX = x;
    this.originY = y;
  }

  drawObject(resource: string): void {
    this.leave();
    this.name(resource);
    this.out.text('Do\n');
  }

  /** Another stream with its corner here. It takes no state for granted and leaves none behind. */
  inline(x: number, y: number, inlined: Inlined): void {
    this.leave();
    this.out.text('q 1 0 0 1 ');
    this.point(x - this.originX, y - this.originY);
    if (this.#splices !== undefined) {
      // Only here: it is compressed when it is asked for the first time.
      const { packedPart } = inlined;
      if (packedPart !== undefined) this.#splices.add(this.out.length, packedPart);
    }
    this.out.append(inlined.framed);
  }

  strokeGray(gray: number): void {
    if (this.state.stroke === gray) return;
    this.leave();
    this.state.stroke = gray;
    this.out.decimal(gray, grayPlaces);
    this.out.word(strokeGrayWord);
  }

  lineStyle(width: number, ends: number, dash: readonly number[]): void {
    this.leave();
    const state = this.state;
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

  /** Neighbours of one gray become one path: say the gray, then all of them. */
  filledRect(x: number, y: number, width: number, height: number): void {
    if (!this.isFilling) this.leave();
    this.isFilling = true;
    this.#rect(x, y, width, height);
  }

  /** Modules of codes, of which a page has hundreds; from where they were put. */
  filledModules(rects: readonly number[]): void {
    if (!this.isFilling) this.leave();
    this.isFilling = true;
    const { out } = this;
    const start = out.length;
    out.reserve((rects.length + 1) * numberRoom);
    const { words } = out;
    let at = start;
    for (let i = 0; i + 3 < rects.length; i += 4) {
      for (let j = i; j < i + 4; j += 1) at = putWhole(words, at, rects[j] ?? 0);
      at = putWord(words, at, rectWord);
    }
    out.length = at;
    if (this.#splices !== undefined) spliceModules(this.#splices, rects, words, start);
  }

  /** Its line style is said before. */
  strokedRect(x: number, y: number, width: number, height: number): void {
    this.leave();
    this.#rect(x, y, width, height);
    this.paint('S');
  }

  /** Its line style is said before. */
  strokedLine(x1: number, y1: number, x2: number, y2: number): void {
    this.leave();
    this.place(x1 - this.originX, y1 - this.originY, moveWord);
    this.place(x2 - this.originX, y2 - this.originY, lineWord);
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

  #setDash(lengths: readonly number[]): void {
    this.state.dash = lengths;
    this.out.byte(openBracket);
    for (const length of lengths) this.#operand(length);
    this.out.text(']0 d\n');
  }

  #rect(x: number, y: number, width: number, height: number): void {
    const { out } = this;
    out.reserve(5 * numberRoom);
    const put = this.#inHundredths ? putWhole : putHundredths;
    const { words } = out;
    const left = put(words, out.length, x - this.originX);
    const corner = put(words, left, y - this.originY);
    const size = put(words, put(words, corner, width), height);
    out.length = putWord(words, size, rectWord);
  }

  #operand(value: number): void {
    this.out.decimal(value, this.#places);
    this.out.byte(space);
  }
}

const lineFeed = 0x0a;
const space = 0x20;
const openBracket = 0x5b;

/** 0.01 pt over the width of a sheet. */
const scalePlaces = 6;
