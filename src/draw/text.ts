// Sets text items: where a run starts, and how the next one follows it. It measures nothing.

import { encodeRun, type RunSink } from '../font/encode.ts';
import type { FontSet, Pack } from '../font/face.ts';
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
  #size = 0;
  #gray = 0;
  /** Start of the last line, in hundredths of a point, PDF's way up. */
  #lineX = 0;
  #lineY = 0;
  /** The viewer's pen, in points. */
  #pen = 0;

  constructor(operators: Operators, fonts: FontSet, height: number) {
    this.#operators = operators;
    this.#fonts = fonts;
    this.#height = height;
  }

  run(item: TextItem): void {
    this.#place(item);
    this.#pen += (encodeRun(faceNamed(this.#fonts, item.face), item.text, this) * item.size) / 1000;
  }

  usePack(pack: Pack): void {
    this.packs.add(pack);
    this.#operators.font(pack.resource, this.#size);
  }

  letter(code: number): void {
    this.#operators.showByte(code);
  }

  shift(thousandths: number): void {
    this.#operators.shift(thousandths);
  }

  #place(item: TextItem): void {
    const y = Math.round((this.#height - item.y) * 100);
    const inText = this.#operators.isInText();
    if (inText && this.#follows(item, y)) {
      const gap = Math.round(((item.x - this.#pen) * 1000) / item.size);
      this.#operators.shift(gap);
      this.#pen += (gap * item.size) / 1000;
      return;
    }
    this.#operators.fillGray(item.gray);
    this.#startLine(inText, Math.round(item.x * 100), y);
    this.#size = item.size;
    this.#gray = item.gray;
  }

  /** Backwards on the line is a new start: viewers tell words apart by gaps, not by overlaps. */
  #follows(item: TextItem, y: number): boolean {
    return (
      y === this.#lineY &&
      item.size === this.#size &&
      item.gray === this.#gray &&
      item.x >= this.#pen - 0.01 * item.size
    );
  }

  #startLine(inText: boolean, x: number, y: number): void {
    if (!inText) {
      this.#lineX = 0;
      this.#lineY = 0;
    }
    this.#operators.moveLine((x - this.#lineX) / 100, (y - this.#lineY) / 100);
    this.#lineX = x;
    this.#lineY = y;
    this.#pen = x / 100;
  }
}
