// Broken lines, and what a text remembers of its own. No behaviour here.

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

/** Lines, and the widths at which they are the same: `from` itself, and more while `below`. */
export interface Broken {
  readonly lines: readonly Line[];
  readonly from: number;
  readonly below: number;
}

/** Kept in the block itself, for the block that comes again with the next bill. */
export interface Measured {
  /** All parts on one line. */
  joined: readonly Span[] | undefined;
  /** Points: the widest piece that no line break may divide. */
  least: number | undefined;
  /** Whether a letter of it ends a line or does not print, so that it needs a closer look. */
  special: boolean | undefined;
  /** Lines at the widths that were asked for first. */
  readonly broken: Broken[];
}
