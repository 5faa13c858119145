// A block that has been measured and can be placed. Nothing here knows any kind of block.

import type { Block } from './block.ts';
import type { Measure } from './measure.ts';
import type { Item, Part } from './page.ts';

/** Takes the items of a page in reading order. */
export interface Sink {
  (item: Item): void;
  /** What the items belong to, where the structure of the page is asked for. */
  readonly part?: OpenPart;
}

/** A part without what it holds, as it is begun. */
export type PartSpec = Bare<Part>;

type Bare<P> = P extends Part ? Omit<P, 'children'> : never;

/** The part that the items of a sink belong to. */
export interface OpenPart {
  readonly kind: Part['kind'];
  /**
   * Begins a part below this one, behind what it holds already. `divides` says that its lines may
   * end within a word.
   */
  begin(spec: PartSpec, divides?: boolean): Sink;
  /** For what has no place in the structure. */
  readonly aside: Sink;
  /** A title is the first heading of a page, whatever else is one. */
  headingLevel(role: 'title' | 'heading'): number;
}

export interface Fragment {
  /** Width the content really takes, at most what was offered unless it overflows. */
  readonly width: number;
  readonly height: number;
  /** First baseline below the top, where there is text. */
  readonly baseline: number | undefined;
  /**
   * `x` and `y` are its top left corner, `room` is the height that its surroundings have. Numbers
   * rather than an object: a page places some five hundred fragments.
   */
  place(x: number, y: number, room: number, sink: Sink): void;
}

/** Content wider than the space it has; the page fails with it unless an option helps. */
export interface Overflow {
  readonly source: string;
  readonly needed: number;
  readonly available: number;
}

/** A table that had to take smaller type to keep its columns wide enough. */
export interface Reduction {
  readonly source: string;
  readonly size: number;
}

export interface Context {
  readonly measure: Measure;
  /** Whether the page is to tell its structure. */
  readonly structured: boolean;
  /** Collects what does not fit in width, so that all of it can be reported at once. */
  readonly overflows: Overflow[];
  /** While the parts of a recurring block are laid out: they do not become forms of their own. */
  inForm: boolean;
  readonly reductions: Reduction[];
  layout(block: Block, width: number): Fragment;
  /** Width in points of the content where no line has to break. */
  extent(block: Block): number;
}

/** Tolerance in points: sums of widths may differ from a limit in the last binary digit. */
export const epsilon = 0.01;

export function recordOverflow(
  context: Context,
  source: string,
  needed: number,
  available: number,
): void {
  if (needed > available + epsilon) context.overflows.push({ source, needed, available });
}
