// What a text measures on one line, worked out once however often it is asked for: its columns, its
// own lines and the next bill, where the block is shared, all ask. It breaks no lines.

import type { TextBlock } from './block.ts';
import type { FigureExtent, Line, Measured } from './line.ts';
import type { Measure } from './measure.ts';
import { hasSpecial, singleLine } from './paragraph.ts';
import type { Span } from './span.ts';

export function measured(block: TextBlock, measure: Measure): Measured {
  return block.measured ?? measureParts(block, measure);
}

function measureParts(block: TextBlock, measure: Measure): Measured {
  const lines: Line[] = [];
  let widest = 0;
  let special = false;
  for (const spans of block.parts) {
    const line = singleLine(spans, measure);
    lines.push(line);
    if (line.width > widest) widest = line.width;
    special ||= hasSpecial(spans);
  }
  const own: Measured = {
    lines,
    widest,
    special,
    joined: undefined,
    least: undefined,
    figures: undefined,
    broken: [],
  };
  block.measured = own;
  return own;
}

/** The parts on one line with the separator between them. */
export function joinedLine(block: TextBlock, measure: Measure): Line {
  const own = measured(block, measure);
  own.joined ??= singleLine(joinedSpans(block), measure);
  return own.joined;
}

export function joinedSpans(block: TextBlock): readonly Span[] {
  const [only] = block.parts;
  if (only !== undefined && block.parts.length === 1) return only;
  return block.parts.flatMap((part, index) => (index === 0 ? part : [block.separator, ...part]));
}

/** A text of a table column whose commas stand under each other: each part is one figure. */
export function figureExtent(block: TextBlock, measure: Measure): FigureExtent {
  const own = measured(block, measure);
  own.figures ??= measureFigures(block, own, measure);
  return own.figures;
}

function measureFigures(block: TextBlock, { lines }: Measured, measure: Measure): FigureExtent {
  const wholes: number[] = [];
  let whole = 0;
  let fraction = 0;
  for (const [index, { width }] of lines.entries()) {
    const left = wholeWidth(block.parts[index] ?? [], measure) ?? width;
    wholes.push(left);
    if (left > whole) whole = left;
    if (width - left > fraction) fraction = width - left;
  }
  return { whole, fraction, wholes };
}

/** Of the part before the comma; undefined for figures without one, dashes included. */
function wholeWidth(spans: readonly Span[], measure: Measure): number | undefined {
  const [span] = spans;
  if (span === undefined || spans.length > 1) return undefined;
  const comma = span.text.lastIndexOf(',');
  if (comma === -1) return undefined;
  return measure.width(span.face, span.size, span.text.slice(0, comma));
}
