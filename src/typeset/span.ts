// The smallest piece of a text: letters of one face and size, and what they measure.

import type { Measure } from './measure.ts';
import type { Gray } from './page.ts';

/** A run of one face within a text. */
export interface Span {
  readonly text: string;
  readonly face: string;
  readonly size: number;
  readonly gray: Gray;
  readonly lang?: string | undefined;
  readonly spoken?: string | undefined;
  /** A dash that stands for zero: it never keeps a table column alive. */
  readonly nil?: boolean | undefined;
  /**
   * Typeset's own, in points: the advance, and that of what stands before the decimal comma. Kept
   * in the span itself, because columns and lines both ask. A copy with other letters or size must
   * not keep them: `resized` drops them.
   */
  width?: number | undefined;
  whole?: number | undefined;
}

export function spanWidth(span: Span, measure: Measure): number {
  const known = span.width;
  if (known !== undefined) return known;
  const width = measure.width(span.face, span.size, span.text);
  span.width = width;
  return width;
}

/** All of a figure without a comma, dashes included, stands left of it. */
export function wholeWidth(span: Span, measure: Measure): number {
  if (span.whole !== undefined) return span.whole;
  measure.figure(span);
  return span.whole ?? 0;
}

/** Of a run of spans on one line. */
export function spansWidth(spans: readonly Span[], measure: Measure): number {
  let width = 0;
  for (const span of spans) width += spanWidth(span, measure);
  return width;
}

/** The same letters at another size. */
export function resized(span: Span, size: number): Span {
  return { ...span, size, width: undefined, whole: undefined };
}
