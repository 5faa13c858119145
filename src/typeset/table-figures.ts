// Figures aligned on their decimal commas. Knows a column's comma, not its neighbours.

import type { TextBlock } from './block.ts';
import type { Measure } from './measure.ts';
import { beforeComma } from './measured.ts';
import { type Span, spansWidth } from './span.ts';
import { PlainText } from './text.ts';

/** Each part of the text is one figure. */
export class Figures extends PlainText {
  /** Of the leftmost figure, from the left of the column's content. */
  readonly left: number;
  readonly width: number;
  readonly #comma: number;

  /** `comma` is the comma's x from the left of the column's content. */
  constructor(block: TextBlock, comma: number, measure: Measure) {
    super(block, block.parts);
    let left = Number.POSITIVE_INFINITY;
    let right = Number.NEGATIVE_INFINITY;
    for (const spans of block.parts) {
      const start = comma - beforeComma(spans, measure);
      left = Math.min(left, start);
      right = Math.max(right, start + spansWidth(spans, measure));
    }
    this.left = left;
    this.width = right - left;
    this.#comma = comma;
  }

  protected override startOf(spans: readonly Span[]): number {
    const [span] = spans;
    if (spans.length === 1) return this.#comma - (span?.whole ?? 0);
    let width = 0;
    for (const { width: own } of spans) width += own ?? 0;
    return this.#comma - width;
  }
}
