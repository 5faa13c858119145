// Text blocks: language versions joined, broken into lines, aligned. Line breaks themselves are
// paragraph.ts's.

import type { Align, Span, TextBlock } from './block.ts';
import type { Context, Fragment, Sink, Spot } from './fragment.ts';
import { recordOverflow } from './fragment.ts';
import type { Measure } from './measure.ts';
import type { TextItem } from './page.ts';
import { breakLines, type Line, singleLine, widestPiece } from './paragraph.ts';

/** The first baseline stands this share of the leading below the top of the line. */
export const baselineShare = 0.78;

export function layoutText(block: TextBlock, width: number, context: Context): Fragment {
  const fitted = block.sizes.length > 0 ? fitSize(block, width, context.measure) : block;
  const lines = textLines(fitted, width, context.measure);
  let widest = 0;
  for (const line of lines) widest = Math.max(widest, line.width);
  recordOverflow(context, block.source, widest, width);
  const { leading } = fitted;
  return {
    width: widest,
    height: lines.length * leading,
    baseline: baselineShare * leading,
    place: (spot, sink) => {
      let y = spot.y + baselineShare * leading;
      for (const line of lines) {
        placeLine(
          fitted,
          line,
          { ...spot, x: alignedX(fitted.align, spot.x, width, line), y },
          sink,
        );
        y += leading;
      }
    },
  };
}

/** The lines of a text at a width; one line a part where it may not wrap. */
export function textLines(block: TextBlock, width: number, measure: Measure): Line[] {
  if (block.join === 'inline') return linesOf(block, joined(block), width, measure);
  if (block.join === 'auto' && block.parts.length > 1) {
    const line = singleLine(joined(block), measure);
    if (line.width <= width) return [line];
  }
  if (block.parts.length === 1) return linesOf(block, block.parts[0] ?? [], width, measure);
  return block.parts.flatMap((spans) => linesOf(block, spans, width, measure));
}

/**
 * Width on one line a part; for `auto`, of all parts on one line where that is no wider than
 * `inlineUpTo`.
 */
export function textExtent(block: TextBlock, measure: Measure, inlineUpTo = 0): number {
  if (block.join === 'inline') return singleLine(joined(block), measure).width;
  let widest = 0;
  for (const spans of block.parts) widest = Math.max(widest, singleLine(spans, measure).width);
  if (block.join !== 'auto' || block.parts.length < 2) return widest;
  const inline = singleLine(joined(block), measure).width;
  return inline <= inlineUpTo ? Math.max(widest, inline) : widest;
}

/** Width of the widest piece that no line break may divide: what a heading needs at least. */
export function leastWidth(block: TextBlock, measure: Measure): number {
  const paragraphs = block.join === 'inline' ? [joined(block)] : block.parts;
  const widths = paragraphs.map((spans) =>
    block.wrap === 'none' ? singleLine(spans, measure).width : widestPiece(spans, measure),
  );
  return Math.max(0, ...widths);
}

/** One item for a segment; every place that sets type goes through here. */
export function textItem(
  block: { readonly source: string; readonly role: TextItem['role'] },
  span: Span,
  run: { readonly text: string; readonly x: number; readonly y: number; readonly width: number },
): TextItem {
  const { text, x, y, width } = run;
  const { face, size, gray, lang, spoken } = span;
  const { source, role } = block;
  // Written out by case: items are most of a page, and spreads cost more than all else in here.
  if (lang === undefined) {
    if (spoken === undefined) {
      return { kind: 'text', x, y, width, face, size, gray, text, source, role };
    }
    return { kind: 'text', x, y, width, face, size, gray, text, source, role, spoken };
  }
  if (spoken === undefined) {
    return { kind: 'text', x, y, width, face, size, gray, text, source, role, lang };
  }
  return { kind: 'text', x, y, width, face, size, gray, text, source, role, lang, spoken };
}

/** Smallest of the sizes if none fits: the overflow is then recorded by the caller. */
function fitSize(block: TextBlock, width: number, measure: Measure): TextBlock {
  let candidate = block;
  for (const size of block.sizes) {
    candidate = resize(block, size);
    const lines = candidate.join === 'inline' ? [joined(candidate)] : candidate.parts;
    if (lines.every((spans) => singleLine(spans, measure).width <= width)) return candidate;
  }
  return candidate;
}

/** The same text at another type size, on lines as far apart as before. */
function resize(block: TextBlock, size: number): TextBlock {
  return {
    ...block,
    separator: { ...block.separator, size },
    parts: block.parts.map((spans) => spans.map((span) => ({ ...span, size }))),
  };
}

/** The parts on one line with the separator between them. */
function joined(block: TextBlock): readonly Span[] {
  return block.parts.flatMap((part, index) => (index === 0 ? part : [block.separator, ...part]));
}

function linesOf(
  block: TextBlock,
  spans: readonly Span[],
  width: number,
  measure: Measure,
): Line[] {
  if (block.wrap === 'none') return [singleLine(spans, measure)];
  const anywhere = block.wrap === 'anywhere';
  return breakLines(spans, width, measure, { anywhere, balance: block.balance });
}

function placeLine(block: TextBlock, line: Line, spot: Spot, sink: Sink): void {
  for (const { span, text, x, width } of line.segments) {
    sink(textItem(block, span, { text, x: spot.x + x, y: spot.y, width }));
  }
}

export function alignedX(align: Align, x: number, width: number, line: { width: number }): number {
  if (align === 'right') return x + width - line.width;
  return align === 'center' ? x + (width - line.width) / 2 : x;
}
