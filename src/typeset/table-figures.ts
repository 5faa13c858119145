// Figures aligned on their decimal commas. Knows a column's comma, not its neighbours.

import type { TextBlock } from './block.ts';
import type { Fragment } from './fragment.ts';
import type { Measure } from './measure.ts';
import { singleLine } from './paragraph.ts';
import { baselineShare, textItem } from './text.ts';

/** Widths left and right of the decimal comma; the comma belongs to the right. */
export interface FigureExtent {
  readonly whole: number;
  readonly fraction: number;
}

export function figureExtent(block: TextBlock, measure: Measure): FigureExtent {
  let whole = 0;
  let fraction = 0;
  for (const spans of block.parts) {
    const line = singleLine(spans, measure);
    const left = wholeWidth(spans, measure) ?? line.width;
    whole = Math.max(whole, left);
    fraction = Math.max(fraction, line.width - left);
  }
  return { whole, fraction };
}

/** `comma` is the comma's x from the left of the column's content. Each part is one figure. */
export function layoutFigures(
  block: TextBlock,
  comma: number,
  measure: Measure,
): Fragment & { readonly left: number } {
  const lines = block.parts.map((spans) => {
    const line = singleLine(spans, measure);
    return { line, x: comma - (wholeWidth(spans, measure) ?? line.width) };
  });
  const left = Math.min(...lines.map(({ x }) => x));
  const right = Math.max(...lines.map(({ line, x }) => x + line.width));
  return {
    left,
    width: right - left,
    height: block.parts.length * block.leading,
    baseline: baselineShare * block.leading,
    place: (spot, sink) => {
      lines.forEach(({ line, x }, index) => {
        const y = spot.y + (index + baselineShare) * block.leading;
        for (const { span, text, x: dx, width } of line.segments) {
          sink(textItem(block, span, { text, x: spot.x + x + dx, y, width }));
        }
      });
    },
  };
}

/** Of the part before the comma; undefined for figures without one, dashes included. */
function wholeWidth(spans: TextBlock['parts'][number], measure: Measure): number | undefined {
  const [span] = spans;
  if (span === undefined || spans.length > 1) return undefined;
  const comma = span.text.lastIndexOf(',');
  if (comma === -1) return undefined;
  return measure.width(span.face, span.size, span.text.slice(0, comma));
}
