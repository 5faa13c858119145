// What a text measures, worked out once however often it is asked for: its column, its own lines
// and the next bill, where the block is shared, all ask.

import type { TextBlock } from './leaf-block.ts';
import type { Line, Measured } from './line.ts';
import type { Measure } from './measure.ts';
import { breakLines, hasSpecial, widestPiece } from './paragraph.ts';
import { type Span, spansWidth, wholeWidth } from './span.ts';

/** Of the widest part, each on one line. */
export function widestOf(parts: TextBlock['parts'], measure: Measure): number {
  let widest = 0;
  for (const spans of parts) widest = Math.max(widest, spansWidth(spans, measure));
  return widest;
}

/** The parts on one line with the separator between them. */
export function joinedSpans(block: TextBlock): readonly Span[] {
  const [only] = block.parts;
  if (only !== undefined && block.parts.length === 1) return only;
  const own = measuredOf(block);
  own.joined ??= joined(block);
  return own.joined;
}

function joined({ parts, setting: { separator } }: TextBlock): readonly Span[] {
  const spans: Span[] = [];
  for (const part of parts) {
    if (spans.length > 0) spans.push(separator);
    spans.push(...part);
  }
  return spans;
}

/** Whether lines must be looked at letter by letter even where they are short enough. */
export function isSpecial(block: TextBlock): boolean {
  const [spans] = block.parts;
  if (spans !== undefined && block.parts.length === 1 && block.shared !== true) {
    return hasSpecial(spans);
  }
  const own = measuredOf(block);
  own.special ??= block.parts.some(hasSpecial);
  return own.special;
}

/** Width of the widest piece that no line break may divide: what a heading needs at least. */
export function leastWidth(block: TextBlock, measure: Measure): number {
  const own = measuredOf(block);
  own.least ??= measureLeast(block, measure);
  return own.least;
}

function measureLeast(block: TextBlock, measure: Measure): number {
  const { join, wrap } = block.setting;
  const paragraphs = join === 'inline' ? [joinedSpans(block)] : block.parts;
  const widthOf = wrap === 'none' ? spansWidth : widestPiece;
  return Math.max(0, ...paragraphs.map((spans) => widthOf(spans, measure)));
}

/** Each paragraph broken at the width on its own. */
export function brokenLines(
  block: TextBlock,
  paragraphs: readonly (readonly Span[])[],
  width: number,
  measure: Measure,
): readonly Line[] {
  const { broken } = measuredOf(block);
  for (const { from, below, lines } of broken) {
    if (width === from || (width > from && width < below)) return lines;
  }
  const { balance, wrap, join } = block.setting;
  const breaking = { anywhere: wrap === 'anywhere', balance };
  const lines: Line[] = [];
  let from = Number.NEGATIVE_INFINITY;
  let below = Number.POSITIVE_INFINITY;
  for (const spans of paragraphs) {
    const own = breakLines(spans, width, measure, breaking);
    lines.push(...own.lines);
    from = Math.max(from, own.from);
    below = Math.min(below, own.below);
  }
  // From this width on, parts that may join stand on one line, which is another paragraph.
  if (join === 'auto' && block.parts.length > 1) {
    const inline = spansWidth(joinedSpans(block), measure);
    if (paragraphs.length > 1) below = Math.min(below, inline);
    else from = Math.max(from, inline);
  }
  if (broken.length < brokenKept) broken.push({ lines, from, below });
  return lines;
}

/** Few suffice: lines stay as they are over a range of widths. */
const brokenKept = 16;

function measuredOf(block: TextBlock): Measured {
  const known = block.measured;
  if (known !== undefined) return known;
  const own = { joined: undefined, least: undefined, special: undefined, broken: [] };
  block.measured = own;
  return own;
}

/** Of a figure in one span; several spans have no comma of their own. */
export function beforeComma(spans: readonly Span[], measure: Measure): number {
  const [span] = spans;
  if (span === undefined || spans.length > 1) return spansWidth(spans, measure);
  return wholeWidth(span, measure);
}
