// Text blocks: language versions joined, broken into lines, aligned. Line breaks themselves are
// paragraph.ts's.

import type { Align, TextBlock } from './block.ts';
import type { Context, Fragment, Sink } from './fragment.ts';
import { recordOverflow } from './fragment.ts';
import type { Line, Measured } from './line.ts';
import type { Measure } from './measure.ts';
import { joinedLine, joinedSpans, measured } from './measured.ts';
import type { TextItem } from './page.ts';
import { breakLines, widestPiece } from './paragraph.ts';
import type { Span } from './span.ts';

/** The first baseline stands this share of the leading below the top of the line. */
export const baselineShare = 0.78;

export function layoutText(block: TextBlock, width: number, context: Context): Fragment {
  const fitted = block.sizes.length > 0 ? fitSize(block, width, context.measure) : block;
  const lines = textLines(fitted, width, context.measure);
  let widest = 0;
  for (const line of lines) if (line.width > widest) widest = line.width;
  recordOverflow(context, block.source, widest, width);
  return new TextFragment(fitted, lines, { offered: width, widest });
}

class TextFragment implements Fragment {
  readonly width: number;
  readonly height: number;
  readonly baseline: number;
  readonly #block: TextBlock;
  readonly #lines: readonly Line[];
  readonly #offered: number;

  constructor(
    block: TextBlock,
    lines: readonly Line[],
    { offered, widest }: { readonly offered: number; readonly widest: number },
  ) {
    this.#block = block;
    this.#lines = lines;
    this.#offered = offered;
    this.width = widest;
    this.height = lines.length * block.leading;
    this.baseline = baselineShare * block.leading;
  }

  place(x: number, top: number, _room: number, sink: Sink): void {
    const block = this.#block;
    let y = top + this.baseline;
    for (const line of this.#lines) {
      placeLine(block, line, { x: alignedX(block.align, x, this.#offered, line.width), y }, sink);
      y += block.leading;
    }
  }
}

/** The lines of a text at a width; one line a part where it may not wrap. */
export function textLines(block: TextBlock, width: number, measure: Measure): readonly Line[] {
  const { join, wrap } = block;
  if (join !== 'stack' && block.parts.length > 1) {
    const line = joinedLine(block, measure);
    if (join === 'inline') {
      return wrap === 'none' ? [line] : brokenLines(block, joinedSpans(block), width, measure);
    }
    if (line.width <= width) return [line];
  }
  const own = measured(block, measure);
  if (wrap === 'none') return own.lines;
  if (own.widest <= width && !own.special) return own.lines;
  return partLines(block, own, width, measure);
}

/** Wraps each part on its own, and keeps the lines: shared blocks come again at the same width. */
function partLines(
  block: TextBlock,
  { broken }: Measured,
  width: number,
  measure: Measure,
): readonly Line[] {
  for (const known of broken) if (known.width === width) return known.lines;
  const lines = block.parts.flatMap((spans) => brokenLines(block, spans, width, measure));
  if (broken.length < widthsKept) broken.push({ width, lines });
  return lines;
}

/** A template gives a constant block few widths; a share of a varying rest may give it many. */
const widthsKept = 16;

/**
 * Width on one line a part; for `auto`, of all parts on one line where that is no wider than
 * `inlineUpTo`.
 */
export function textExtent(block: TextBlock, measure: Measure, inlineUpTo = 0): number {
  const { join, parts } = block;
  if (join === 'inline') return joinedLine(block, measure).width;
  const { widest } = measured(block, measure);
  if (join !== 'auto' || parts.length < 2 || inlineUpTo < widest) return widest;
  const inline = joinedLine(block, measure).width;
  return inline <= inlineUpTo ? Math.max(widest, inline) : widest;
}

/** Width of the widest piece that no line break may divide: what a heading needs at least. */
export function leastWidth(block: TextBlock, measure: Measure): number {
  const own = measured(block, measure);
  own.least ??= measureLeast(block, own, measure);
  return own.least;
}

function measureLeast(block: TextBlock, { widest }: Measured, measure: Measure): number {
  const inline = block.join === 'inline';
  if (block.wrap === 'none') return inline ? joinedLine(block, measure).width : widest;
  const paragraphs = inline ? [joinedSpans(block)] : block.parts;
  return Math.max(0, ...paragraphs.map((spans) => widestPiece(spans, measure)));
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
    const inline = candidate.join === 'inline';
    const own = inline ? joinedLine(candidate, measure).width : measured(candidate, measure).widest;
    if (own <= width) return candidate;
  }
  return candidate;
}

/** The same text at another type size, on lines as far apart as before. */
function resize(block: TextBlock, size: number): TextBlock {
  return {
    ...block,
    measured: undefined,
    separator: { ...block.separator, size },
    parts: block.parts.map((spans) => spans.map((span) => ({ ...span, size }))),
  };
}

function brokenLines(
  block: TextBlock,
  spans: readonly Span[],
  width: number,
  measure: Measure,
): readonly Line[] {
  const anywhere = block.wrap === 'anywhere';
  return breakLines(spans, width, measure, { anywhere, balance: block.balance });
}

function placeLine(
  block: TextBlock,
  { segments }: Line,
  at: { readonly x: number; readonly y: number },
  sink: Sink,
): void {
  for (const { span, text, x, width } of segments) {
    sink(textItem(block, span, { text, x: at.x + x, y: at.y, width }));
  }
}

/** Where content of a width of its own begins in the width that it was offered. */
export function alignedX(align: Align, x: number, offered: number, own: number): number {
  if (align === 'right') return x + offered - own;
  return align === 'center' ? x + (offered - own) / 2 : x;
}
