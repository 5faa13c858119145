// Sets text items: where a run starts, and how the next one follows it. It measures nothing.

import { encodeRun, type RunSink } from '../font/encode.ts';
import type { Face, FontSet, Pack } from '../font/face.ts';
import { faceNamed } from '../font/measure.ts';
import type { TextItem } from '../typeset/page.ts';
import { Habit } from './habit.ts';
import type { Operators } from './operators.ts';
import type { StreamKind } from './text-operators.ts';

/** Of the streams in work, one of a kind at a time in a thread: all of a kind take turns. */
const habits = {
  page: { across: new Habit(), down: new Habit(), gaps: new Habit() },
  form: { across: new Habit(), down: new Habit(), gaps: new Habit() },
};

interface TextSetting {
  readonly fonts: FontSet;
  /** Points; items count y from the top, PDF from the bottom. */
  readonly height: number;
}

/**
 * Runs on one baseline become one line, the gaps between them being shifts, which takes fewer bytes
 * than a place for each. No run begins farther than `tolerance` from its place.
 */
export class TextSetter implements RunSink {
  readonly #operators: Operators;
  readonly #fonts: FontSet;
  readonly #height: number;
  readonly #across: Habit;
  readonly #down: Habit;
  readonly #gaps: Habit;
  /** Few, so that none is found sooner by looking at all. */
  readonly packs: Pack[] = [];
  #faceName = '';
  #face: Face | undefined;
  #pack: Pack | undefined;
  #size = 0;
  #gray = 0;
  /** Start of the last line as it was written, in hundredths of a point, PDF's way up. */
  #lineX = 0;
  #lineY = 0;
  /** The viewer's pen, in points. */
  #pen = 0;
  /** To the start of this run from the end of the last one, in thousandths of the size. */
  #gap = 0;

  constructor(start: StreamKind, operators: Operators, { fonts, height }: TextSetting) {
    this.#operators = operators;
    this.#fonts = fonts;
    this.#height = height;
    const { across, down, gaps } = habits[start];
    this.#across = across;
    this.#down = down;
    this.#gaps = gaps;
    across.forget();
    down.forget();
    gaps.forget();
  }

  run(item: TextItem): void {
    const { text } = item;
    const { out } = this.#operators;
    this.#place(item);
    out.reserve(largestStart + largestLetter * text.length);
    this.#pen += (encodeRun(this.#faceOf(item), text, out, this) * item.size) / 1000;
    // A run without a letter.
    if (this.#gap !== 0) this.#closeGap();
  }

  /** Opens a text object before the first run, for who has something to write in it. */
  begin(): void {
    this.#operators.enterText();
    this.#startObject();
  }

  usePack(pack: Pack): void {
    const operators = this.#operators;
    if (pack !== this.#pack) {
      this.notePack(pack);
      this.#pack = pack;
      this.#payGap();
    }
    operators.font(pack.resource, this.#size);
    this.#closeGap();
  }

  notePack(pack: Pack | undefined): void {
    const { packs } = this;
    for (let index = 0; index < packs.length; index += 1) if (packs[index] === pack) return;
    if (pack !== undefined) packs.push(pack);
  }

  shift(thousandths: number): void {
    this.#operators.shift(thousandths);
  }

  /** Backwards on the line is a new start: viewers tell words apart by gaps, not by overlaps. */
  #place({ x, y, size, gray }: TextItem): void {
    const operators = this.#operators;
    const inText = operators.isInText();
    const bottom = (this.#height - y) * 100;
    const isLevel = Math.abs(bottom - this.#lineY) <= 100 * tolerance;
    if (inText && isLevel && x >= this.#pen - 0.01 * this.#size) {
      this.#leaveGap(x - this.#pen);
      if (size === this.#size && gray === this.#gray) return;
      this.#payGap();
      operators.fillGray(gray);
    } else {
      operators.fillGray(gray);
      if (!inText) this.#startObject();
      this.#startLine(x * 100, bottom);
    }
    this.#size = size;
    this.#gray = gray;
  }

  #leaveGap(points: number): void {
    if (points <= tolerance && points >= -tolerance) return;
    const size = this.#size / 1000;
    const exact = points / size;
    this.#gap = this.#gaps.settle(Math.round(exact), exact, tolerance / size);
    this.#pen += this.#gap * size;
  }

  #startLine(x: number, y: number): void {
    const [right, up] = [x - this.#lineX, y - this.#lineY];
    const dx = this.#across.settle(Math.round(right), right, 100 * tolerance);
    const dy = this.#down.settle(Math.round(up), up, 100 * tolerance);
    this.#operators.moveLine(dx, dy);
    this.#lineX += dx;
    this.#lineY += dy;
    this.#pen = this.#lineX / 100;
  }

  /** The first line of a text object counts from where the stream's coordinates start. */
  #startObject(): void {
    this.#lineX = this.#operators.originX;
    this.#lineY = this.#operators.originY;
  }

  /** A gap is counted in the size before it, so it is written before the size changes. */
  #payGap(): void {
    if (this.#gap === 0) return;
    this.#operators.lastShift(this.#gap);
    this.#gap = 0;
  }

  #closeGap(): void {
    if (this.#gap === 0) {
      this.#operators.openString();
      return;
    }
    this.#operators.shift(this.#gap);
    this.#gap = 0;
  }

  /** Runs in a row tend to have one face. */
  #faceOf({ face }: TextItem): Face {
    if (this.#face && face === this.#faceName) return this.#face;
    this.#faceName = face;
    this.#face = faceNamed(this.#fonts, face);
    return this.#face;
  }
}

/** Points: 0.0035 mm. */
const tolerance = 0.01;

/** Bytes that a run starts with at the most: the end of the last array, a font, `[(` and a gap. */
const largestStart = 128;

/** A letter after a change of the pack, by a whole `)]TJ /F12 12.25 Tf [(`, and a shift. */
const largestLetter = 48;
