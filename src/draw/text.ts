// Sets text items: where a run starts, and how the next one follows it. It measures nothing.

import { encodeRun, type RunSink } from '../font/encode.ts';
import type { Face, FontSet, Pack } from '../font/face.ts';
import { faceNamed } from '../font/measure.ts';
import type { TextItem } from '../typeset/page.ts';
import type { Operators } from './operators.ts';

/**
 * Runs on one baseline in one size and gray become one TJ array, the gaps between them being
 * shifts, which takes fewer bytes than a place for each.
 */
export class TextSetter implements RunSink {
  readonly #operators: Operators;
  readonly #fonts: FontSet;
  readonly #height: number;
  readonly packs = new Set<Pack>();
  #faceName = '';
  #face: Face | undefined;
  #pack: Pack | undefined;
  #size = 0;
  #gray = 0;
  /** Start of the last line, in hundredths of a point, PDF's way up. */
  #lineX = 0;
  #lineY = 0;
  /** The viewer's pen, in points. */
  #pen = 0;
  /** To the start of this run from the end of the last one, in thousandths of the size. */
  #gap = 0;

  constructor(operators: Operators, fonts: FontSet, height: number) {
    this.#operators = operators;
    this.#fonts = fonts;
    this.#height = height;
  }

  run(item: TextItem): void {
    const { text } = item;
    const { out } = this.#operators;
    this.#place(item);
    out.reserve(largestStart + largestLetter * text.length);
    this.#pen += (encodeRun(this.#faceOf(item), text, out, this) * item.size) / 1000;
    this.#closeGap();
  }

  /** Opens a text object before the first run, for who has something to write in it. */
  begin(): void {
    this.#operators.enterText();
    this.#lineX = 0;
    this.#lineY = 0;
  }

  usePack(pack: Pack): void {
    const operators = this.#operators;
    if (pack !== this.#pack) {
      this.packs.add(pack);
      this.#pack = pack;
      if (this.#gap !== 0 && operators.isInString()) {
        operators.lastShift(this.#gap);
        this.#gap = 0;
      }
    }
    operators.font(pack.resource, this.#size);
    operators.openString();
    this.#closeGap();
  }

  shift(thousandths: number): void {
    this.#operators.shift(thousandths);
  }

  /** Backwards on the line is a new start: viewers tell words apart by gaps, not by overlaps. */
  #place({ x, y, size, gray }: TextItem): void {
    const bottom = Math.round((this.#height - y) * 100);
    const inText = this.#operators.isInText();
    if (
      inText &&
      bottom === this.#lineY &&
      size === this.#size &&
      gray === this.#gray &&
      x >= this.#pen - 0.01 * size
    ) {
      this.#gap = Math.round(((x - this.#pen) * 1000) / size);
      this.#pen += (this.#gap * size) / 1000;
      return;
    }
    this.#operators.fillGray(gray);
    this.#startLine(inText, Math.round(x * 100), bottom);
    this.#size = size;
    this.#gray = gray;
  }

  #startLine(inText: boolean, x: number, y: number): void {
    if (!inText) {
      this.#lineX = 0;
      this.#lineY = 0;
    }
    this.#operators.moveLine(x - this.#lineX, y - this.#lineY);
    this.#lineX = x;
    this.#lineY = y;
    this.#pen = x / 100;
  }

  #closeGap(): void {
    if (this.#gap === 0) return;
    this.#operators.openString();
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

/** Bytes that a run starts with at the most: the end of the last array, a font, `[(` and a gap. */
const largestStart = 128;

/** A letter after a change of the pack, by a whole `)]TJ /F12 12.25 Tf [(`, and a shift. */
const largestLetter = 48;
