// Writes content operators (ISO 32000-1, annex A) and leaves out those that change nothing. It
// knows neither items nor fonts.

import { ByteWriter } from './byte-writer.ts';

/** Ends of lines and their joins have the same numbers (ISO 32000-1, 8.4.3.3). */
export const buttEnds = 0;
export const roundEnds = 1;

/** Undefined is «as the caller left it», which a form cannot know: then everything is said. */
interface GraphicsState {
  fill: number | undefined;
  stroke: number | undefined;
  lineWidth: number | undefined;
  /** Cap and join, which always go together here. */
  ends: number | undefined;
  dash: string | undefined;
  font: string | undefined;
}

/** What a page starts with (ISO 32000-1, 8.4.1). */
const pageState: GraphicsState = {
  fill: 0,
  stroke: 0,
  lineWidth: 1,
  ends: buttEnds,
  dash: '',
  font: undefined,
};

const formState: GraphicsState = {
  fill: undefined,
  stroke: undefined,
  lineWidth: undefined,
  ends: undefined,
  dash: undefined,
  font: undefined,
};

/**
 * How deep we are in a text object; the operators of each level are legal there only.
 *
 *   plain ── text ── array ── string
 *            BT ET   [ ] TJ   ( )
 */
const plain = 0;
const inText = 1;
const inArray = 2;
const inString = 3;
const opens = ['', 'BT\n', '[', '('];
const closes = ['', 'ET\n', ']TJ\n', ')'];

/** One stream is written at a time in a thread, so all take turns with this memory. */
const scratch = new ByteWriter(65_536);

/** Coordinates here are PDF's own, y growing upwards. `places` is how many decimals they get. */
export class Operators {
  readonly #out: ByteWriter;
  readonly #places: number;
  readonly #saved: GraphicsState[] = [];
  #state: GraphicsState;
  #level = plain;
  /** A path of rectangles is open and waits for its `f`. */
  #filling = false;

  constructor(start: 'page' | 'form', places: number) {
    this.#out = scratch;
    scratch.clear();
    this.#places = places;
    this.#state = { ...(start === 'page' ? pageState : formState) };
  }

  /** Closes what is open and gives the content, in memory of its own. */
  finish(): Uint8Array {
    this.#enter(plain);
    return this.#out.copy();
  }

  save(): void {
    this.#enter(plain);
    this.#saved.push({ ...this.#state });
    this.#out.text('q\n');
  }

  restore(): void {
    this.#enter(plain);
    this.#state = this.#saved.pop() ?? this.#state;
    this.#out.text('Q\n');
  }

  /** Scales and moves what follows. */
  transform(scaleX: number, scaleY: number, x: number, y: number): void {
    this.#out.decimal(scaleX, scalePlaces);
    this.#out.text(' 0 0 ');
    this.#out.decimal(scaleY, scalePlaces);
    this.#out.byte(space);
    this.#operand(x);
    this.#operand(y);
    this.#out.text('cm\n');
  }

  drawObject(resource: string): void {
    this.#enter(plain);
    this.#out.text(`/${resource} Do\n`);
  }

  /** Legal within a text object too, so it leaves one open. */
  fillGray(gray: number): void {
    if (this.#state.fill === gray) return;
    this.#enter(this.isInText() ? inText : plain);
    this.#state.fill = gray;
    this.#out.decimal(gray, grayPlaces);
    this.#out.text(' g\n');
  }

  strokeGray(gray: number): void {
    if (this.#state.stroke === gray) return;
    this.#enter(plain);
    this.#state.stroke = gray;
    this.#out.decimal(gray, grayPlaces);
    this.#out.text(' G\n');
  }

  lineStyle(width: number, ends: number, dash: readonly number[]): void {
    this.#enter(plain);
    this.#setLineWidth(width);
    this.#setEnds(ends);
    this.#setDash(dash);
  }

  /** Neighbours of one gray become one path: say the gray, then as many as there are. */
  filledRect(x: number, y: number, width: number, height: number): void {
    if (!this.#filling) this.#enter(plain);
    this.#filling = true;
    this.rect(x, y, width, height);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#operand(x);
    this.#operand(y);
    this.#operand(width);
    this.#operand(height);
    this.#out.text('re\n');
  }

  moveTo(x: number, y: number): void {
    this.#enter(plain);
    this.#operand(x);
    this.#operand(y);
    this.#out.text('m\n');
  }

  lineTo(x: number, y: number): void {
    this.#operand(x);
    this.#operand(y);
    this.#out.text('l\n');
  }

  curveTo(points: readonly number[]): void {
    for (const value of points) this.#operand(value);
    this.#out.text('c\n');
  }

  closePath(): void {
    this.#out.text('h\n');
  }

  /** Fills, strokes, does both or neither (ISO 32000-1, 8.5.3). */
  paint(operator: 'f' | 'S' | 'B' | 'n'): void {
    this.#out.text(`${operator}\n`);
  }

  isInText(): boolean {
    return this.#level !== plain;
  }

  font(resource: string, size: number): void {
    const font = `${resource} ${size}`;
    if (this.#state.font === font) return;
    this.#enter(inText);
    this.#state.font = font;
    this.#out.text(`/${resource} `);
    this.#out.decimal(size, sizePlaces);
    this.#out.text(' Tf\n');
  }

  /** Starts a line, counted from the start of the last one. */
  moveLine(x: number, y: number): void {
    this.#enter(inText);
    this.#operand(x);
    this.#operand(y);
    this.#out.text('Td\n');
  }

  /** A byte that needs no escape in a string. */
  showByte(code: number): void {
    if (this.#level !== inString) this.#enter(inString);
    this.#out.byte(code);
  }

  /** Thousandths of the font size, positive to the right; TJ counts them to the left. */
  shift(thousandths: number): void {
    if (thousandths === 0) return;
    const follows = this.#level === inArray;
    this.#enter(inArray);
    if (follows) this.#out.byte(space);
    this.#out.decimal(-thousandths, 0);
  }

  #enter(level: number): void {
    if (this.#filling) {
      this.#out.text('f\n');
      this.#filling = false;
    }
    while (this.#level > level) {
      this.#out.text(closes[this.#level] ?? '');
      this.#level -= 1;
    }
    while (this.#level < level) {
      this.#level += 1;
      this.#out.text(opens[this.#level] ?? '');
    }
  }

  #setLineWidth(width: number): void {
    if (this.#state.lineWidth === width) return;
    this.#state.lineWidth = width;
    this.#operand(width);
    this.#out.text('w\n');
  }

  #setEnds(ends: number): void {
    if (this.#state.ends === ends) return;
    this.#state.ends = ends;
    this.#out.text(`${ends} J ${ends} j\n`);
  }

  #setDash(lengths: readonly number[]): void {
    const dash = lengths.join(' ');
    if (this.#state.dash === dash) return;
    this.#state.dash = dash;
    this.#out.byte(openBracket);
    for (const length of lengths) this.#operand(length);
    this.#out.text(']0 d\n');
  }

  #operand(value: number): void {
    this.#out.decimal(value, this.#places);
    this.#out.byte(space);
  }
}

const space = 0x20;
const openBracket = 0x5b;

/** 0.01 pt over the width of a sheet. */
const scalePlaces = 6;

/** A press has no more than 256 tones. */
const grayPlaces = 3;

const sizePlaces = 2;
