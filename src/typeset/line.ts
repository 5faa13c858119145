// Set lines, and what a text remembers of its own. No behaviour here.

import type { Span } from './span.ts';

/** A run of one span on one line; `x` is from the start of the line. */
export interface Segment {
  readonly span: Span;
  readonly text: string;
  readonly x: number;
  readonly width: number;
}

export interface Line {
  readonly segments: readonly Segment[];
  readonly width: number;
}

/** Kept in the block itself: a map beside it costs as much as measuring a short text. */
export interface Measured {
  /** Each part on one line. */
  readonly lines: readonly Line[];
  /** Points; of the widest of them. */
  readonly widest: number;
  /** Whether a letter of it ends a line or does not print, so that it needs a closer look. */
  readonly special: boolean;
  /** All parts on one line, once somebody asked. */
  joined: Line | undefined;
  /** The widest piece that no line break may divide, once somebody asked. */
  least: number | undefined;
  /** Widths on both sides of the decimal comma, once somebody asked. */
  figures: FigureExtent | undefined;
  /** Lines at the widths that were asked for last. */
  readonly broken: { readonly width: number; readonly lines: readonly Line[] }[];
}

/** Widths left and right of the decimal comma; the comma belongs to the right. */
export interface FigureExtent {
  readonly whole: number;
  readonly fraction: number;
  /** Left of the comma, a part each. */
  readonly wholes: readonly number[];
}
