// Widths of runs by table look-up. It breaks no lines and knows no language.

import assert from 'node:assert/strict';
import type { Measure, MeasuredRun } from '../typeset/measure.ts';
import { type EncodingTable, kerningStride, missingMark } from './encode-table.ts';
import type { Face, FontSet } from './face.ts';

/**
 * Called with `call` where runs are walked, here and in encode.ts: `text.charCodeAt` is looked up
 * anew for each of V8's kinds of strings (flat, joined, sliced; one byte or two), which doubles the
 * time a letter takes.
 */
const { charCodeAt } = String.prototype;

/** Asking for a face that is not in fonts.json is a bug of the caller, and asserts. */
export function measureWith(fonts: FontSet): Measure {
  return new FontMeasure(fonts);
}

class FontMeasure implements Measure {
  readonly #fonts: FontSet;
  /** The face asked for last: neighbours are mostly of one. */
  #name: string | undefined;
  #table: EncodingTable | undefined;

  constructor(fonts: FontSet) {
    this.#fonts = fonts;
  }

  width(face: string, size: number, text: string): number {
    const table = this.#tableOf(face);
    return pointsOf(advance(table, text), size, table);
  }

  figure(run: MeasuredRun): void {
    const { face, size, text } = run;
    const table = this.#tableOf(face);
    const width = advance(table, text);
    run.width = pointsOf(width, size, table);
    run.whole = pointsOf(beforeComma, size, table);
  }

  missing(face: string, text: string): number | undefined {
    return firstMissing(this.#tableOf(face), text);
  }

  #tableOf(name: string): EncodingTable {
    if (this.#table !== undefined && name === this.#name) return this.#table;
    this.#table = faceNamed(this.#fonts, name).encoding;
    this.#name = name;
    return this.#table;
  }
}

export function faceNamed(fonts: FontSet, name: string): Face {
  return fonts.faces.get(name) ?? assert.fail(`there is no face ${name}`);
}

/** From font units times a thousand, as whole numbers of any length add up exactly. */
function pointsOf(milliUnits: number, size: number, { unitsPerEm }: EncodingTable): number {
  return ((milliUnits / 1000) * size) / unitsPerEm;
}

/** Of the run walked last, up to its last comma: a second result would be an object each time. */
let beforeComma = 0;

/**
 * Font units times a thousand. encode.ts walks the same tables in the same way. What a comma is
 * kerned by belongs to what stands after it.
 */
function advance({ marks, joins, kerning, unitsPerEm }: EncodingTable, text: string): number {
  const { length } = text;
  let steps = 0;
  let rest = 0;
  let row = 0;
  let before = -1;
  for (let i = 0; i < length; i += 1) {
    const unit = charCodeAt.call(text, i);
    if (unit === comma) before = steps * unitsPerEm + rest;
    const mark = marks[unit] ?? missingMark;
    if (mark <= missingMark) continue;
    const join = joins[unit] ?? 0;
    steps += mark >> 16;
    rest += (join >> 16) + 1000 * (kerning[row | (join & classMask)] ?? 0);
    row = join & rowMask;
  }
  const all = steps * unitsPerEm + rest;
  beforeComma = before === -1 ? all : before;
  return all;
}

const comma = 0x2c;

/** The class of the left letter as the start of its row. */
const rowMask = 255 * kerningStride;
const classMask = kerningStride - 1;

/** A letter outside the tables is two code units in UTF-16; its code point is read whole. */
function firstMissing({ marks }: EncodingTable, text: string): number | undefined {
  const { length } = text;
  for (let i = 0; i < length; i += 1) {
    const mark = marks[charCodeAt.call(text, i)] ?? missingMark;
    if (mark === missingMark) return text.codePointAt(i);
  }
  return undefined;
}
