// Text blocks: language versions joined, broken into lines, aligned. Line breaks themselves are
// paragraph.ts's.

import type { Align, Span, TextBlock } from './block.ts';
import type { Context, Extent, Fragment, Sink, Spot } from './fragment.ts';
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

/** Widths for the table's content columns; `inlineUpTo` bounds the one-line form of `auto`. */
export function textExtent(block: TextBlock, measure: Measure, inlineUpTo = 0): Extent {
  if (block.join === 'inline') {
    const spans = joined(block);
    const natural = singleLine(spans, measure).width;
    return { natural, least: block.wrap === 'none' ? natural : widestPiece(spans, measure) };
  }
  let natural = 0;
  let least = 0;
  for (const spans of block.parts) {
    const width = singleLine(spans, measure).width;
    natural = Math.max(natural, width);
    least = Math.max(least, block.wrap === 'none' ? width : widestPiece(spans, measure));
  }
  if (block.join === 'auto' && block.parts.length > 1) {
    const inline = singleLine(joined(block), measure).width;
    if (inline <= inlineUpTo) natural = Math.max(natural, inline);
  }
  return { natural, least };
}

/** One item for a segment; every place that sets type goes through here. */
export function textItem(
  block: { readonly source: string; readonly role: TextItem['role'] },
  span: Span,
  run: { readonly text: string; readonly x: number; readonly y: number; readonly width: number },
): TextItem {
  return {
    kind: 'text',
    x: run.x,
    y: run.y,
    width: run.width,
    face: span.face,
    size: span.size,
    gray: span.gray,
    text: run.text,
    source: block.source,
    role: block.role,
    ...(span.lang === undefined ? {} : { lang: span.lang }),
    ...(span.spoken === undefined ? {} : { spoken: span.spoken }),
  };
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
