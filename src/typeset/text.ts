// Text blocks: language versions joined, broken into lines, aligned. Line breaks themselves are
// paragraph.ts's.

import type { Align, TextBlock } from './block.ts';
import type { Context, Fragment, Sink } from './fragment.ts';
import { recordOverflow } from './fragment.ts';
import type { Line } from './line.ts';
import type { Measure } from './measure.ts';
import { brokenLines, isSpecial, joinedSpans, widestOf } from './measured.ts';
import type { TextItem } from './page.ts';
import { resized, type Span, spansWidth } from './span.ts';

/** The first baseline stands this share of the leading below the top of the line. */
export const baselineShare = 0.78;

export function layoutText(wanted: TextBlock, width: number, context: Context): Fragment {
  const { measure } = context;
  const block = wanted.sizes.length > 0 ? fitSize(wanted, width, measure) : wanted;
  const parts = partsAt(block, width, measure);
  const natural = widestOf(parts, measure);
  if (block.wrap === 'none' || (natural <= width && !isSpecial(block))) {
    recordOverflow(context, block.source, natural, width);
    return new OneLineEach(block, parts, width, natural);
  }
  const lines = brokenLines(block, parts, width, measure);
  let widest = 0;
  for (const line of lines) widest = Math.max(widest, line.width);
  recordOverflow(context, block.source, widest, width);
  return new BrokenText(block, lines, width, widest);
}

/** What stands on lines of its own: each part, or all of them as one. */
function partsAt(block: TextBlock, width: number, measure: Measure): TextBlock['parts'] {
  const { join, parts } = block;
  if (join === 'stack' || parts.length < 2) return parts;
  const all = joinedSpans(block);
  return join === 'inline' || spansWidth(all, measure) <= width ? [all] : parts;
}

/** Parts that need no breaking, each on its line: most texts of a bill. All are measured. */
export abstract class PlainText implements Fragment {
  abstract readonly width: number;
  readonly height: number;
  readonly baseline: number;
  readonly #block: TextBlock;
  readonly #parts: TextBlock['parts'];

  constructor(block: TextBlock, parts: TextBlock['parts']) {
    this.height = parts.length * block.leading;
    this.baseline = baselineShare * block.leading;
    this.#block = block;
    this.#parts = parts;
  }

  place(left: number, top: number, _room: number, sink: Sink): void {
    const block = this.#block;
    let y = top + this.baseline;
    for (const spans of this.#parts) {
      let x = left + this.startOf(spans);
      for (const span of spans) {
        const width = span.width ?? 0;
        sink(textItem(block, span, { text: span.text, x, y, width }));
        x += width;
      }
      y += block.leading;
    }
  }

  /** Where a line begins, from the left of what was offered. */
  protected abstract startOf(spans: readonly Span[]): number;
}

class OneLineEach extends PlainText {
  readonly width: number;
  readonly #align: Align;
  readonly #offered: number;

  /** `offered` is the width that lines are aligned in. */
  constructor(block: TextBlock, parts: TextBlock['parts'], offered: number, widest: number) {
    super(block, parts);
    this.width = widest;
    this.#align = block.align;
    this.#offered = offered;
  }

  protected override startOf(spans: readonly Span[]): number {
    if (this.#align === 'left') return 0;
    let own = 0;
    for (const span of spans) own += span.width ?? 0;
    return alignedX(this.#align, 0, this.#offered, own);
  }
}

class BrokenText implements Fragment {
  readonly width: number;
  readonly height: number;
  readonly baseline: number;
  readonly #block: TextBlock;
  readonly #lines: readonly Line[];
  readonly #offered: number;

  constructor(block: TextBlock, lines: readonly Line[], offered: number, widest: number) {
    this.width = widest;
    this.height = lines.length * block.leading;
    this.baseline = baselineShare * block.leading;
    this.#block = block;
    this.#lines = lines;
    this.#offered = offered;
  }

  place(left: number, top: number, _room: number, sink: Sink): void {
    const block = this.#block;
    let y = top + this.baseline;
    for (const { segments, width: own } of this.#lines) {
      const start = alignedX(block.align, left, this.#offered, own);
      for (const { span, text, x, width } of segments) {
        sink(textItem(block, span, { text, x: start + x, y, width }));
      }
      y += block.leading;
    }
  }
}

/**
 * Width on one line a part; for `auto`, of all parts on one line where that is no wider than
 * `inlineUpTo`.
 */
export function textExtent(block: TextBlock, measure: Measure, inlineUpTo = 0): number {
  const { join, parts } = block;
  if (join === 'inline') return spansWidth(joinedSpans(block), measure);
  const widest = widestOf(parts, measure);
  if (join !== 'auto' || parts.length < 2 || inlineUpTo < widest) return widest;
  const inline = spansWidth(joinedSpans(block), measure);
  return inline <= inlineUpTo ? Math.max(widest, inline) : widest;
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
  // Always every field, in one order: whoever reads some five hundred items meets one shape.
  return { kind: 'text', x, y, width, face, size, gray, text, source, role, lang, spoken };
}

/** Smallest of the sizes if none fits: the overflow is then recorded by the caller. */
function fitSize(block: TextBlock, width: number, measure: Measure): TextBlock {
  let candidate = block;
  for (const size of block.sizes) {
    candidate = isOfSize(block, size) ? block : resizeText(block, () => size);
    if (textExtent(candidate, measure) <= width) return candidate;
  }
  return candidate;
}

function isOfSize({ parts, separator }: TextBlock, size: number): boolean {
  if (separator.size !== size) return false;
  for (const spans of parts) for (const span of spans) if (span.size !== size) return false;
  return true;
}

/** The same text in other type sizes, on lines as far apart as before. */
export function resizeText(block: TextBlock, sizeOf: (size: number) => number): TextBlock {
  const smaller = (span: Span): Span => resized(span, sizeOf(span.size));
  return {
    ...block,
    shared: false,
    measured: undefined,
    separator: smaller(block.separator),
    parts: block.parts.map((spans) => spans.map(smaller)),
  };
}

/** Where content of a width of its own begins in the width that it was offered. */
export function alignedX(align: Align, x: number, offered: number, own: number): number {
  if (align === 'right') return x + offered - own;
  return align === 'center' ? x + (offered - own) / 2 : x;
}
