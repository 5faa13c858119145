// Text blocks: language versions joined, broken into lines, aligned. Line breaks themselves are
// paragraph.ts's.

import type { Context, Fragment, Sink } from './fragment.ts';
import { recordOverflow } from './fragment.ts';
import type { Align, TextBlock } from './leaf-block.ts';
import type { Line } from './line.ts';
import type { Measure } from './measure.ts';
import { brokenLines, isSpecial, joinedSpans, widestOf } from './measured.ts';
import type { TextItem } from './page.ts';
import { resized, type Span, spansWidth } from './span.ts';

/** The first baseline stands this share of the leading below the top of the line. */
export const baselineShare = 0.78;

export function layoutText(wanted: TextBlock, width: number, context: Context): Fragment {
  const { measure } = context;
  const block = wanted.setting.sizes.length > 0 ? fitSize(wanted, width, measure) : wanted;
  const parts = partsAt(block, width, measure);
  const natural = widestOf(parts, measure);
  if (block.setting.wrap === 'none' || (natural <= width && !isSpecial(block))) {
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
  const { parts, setting } = block;
  if (setting.join === 'stack' || parts.length < 2) return parts;
  const all = joinedSpans(block);
  return setting.join === 'inline' || spansWidth(all, measure) <= width ? [all] : parts;
}

/** Parts that need no breaking, each on its line: most texts of a bill. All are measured. */
class OneLineEach implements Fragment {
  readonly width: number;
  readonly height: number;
  readonly baseline: number;
  readonly #block: TextBlock;
  readonly #parts: TextBlock['parts'];
  readonly #offered: number;

  /** `offered` is the width that lines are aligned in. */
  constructor(block: TextBlock, parts: TextBlock['parts'], offered: number, widest: number) {
    const { leading } = block.setting;
    this.width = widest;
    this.height = parts.length * leading;
    this.baseline = baselineShare * leading;
    this.#block = block;
    this.#parts = parts;
    this.#offered = offered;
  }

  place(left: number, top: number, _room: number, sink: Sink): void {
    const block = this.#block;
    const parts = this.#parts;
    const { align, leading } = block.setting;
    let y = top + this.baseline;
    for (let index = 0; index < parts.length; index += 1) {
      const spans = parts[index] ?? [];
      const start = align === 'left' ? 0 : alignedX(align, 0, this.#offered, knownWidth(spans));
      placeLine(block, spans, { x: left + start, y }, sink);
      y += leading;
    }
  }
}

/** Spans that were measured, one behind the other from `x`,`y` on the baseline. */
export function placeLine(
  block: TextBlock,
  spans: readonly Span[],
  { x, y }: { readonly x: number; readonly y: number },
  sink: Sink,
): void {
  let left = x;
  for (let index = 0; index < spans.length; index += 1) {
    const span = spans[index];
    if (span === undefined) continue;
    const { text, width = 0 } = span;
    sink(textItem(block, span, { text, x: left, y, width }));
    left += width;
  }
}

/** Of a line whose spans were measured. */
export function knownWidth(spans: readonly Span[]): number {
  let width = 0;
  for (let index = 0; index < spans.length; index += 1) width += spans[index]?.width ?? 0;
  return width;
}

class BrokenText implements Fragment {
  readonly width: number;
  readonly height: number;
  readonly baseline: number;
  readonly #block: TextBlock;
  readonly #lines: readonly Line[];
  readonly #offered: number;

  constructor(block: TextBlock, lines: readonly Line[], offered: number, widest: number) {
    const { leading } = block.setting;
    this.width = widest;
    this.height = lines.length * leading;
    this.baseline = baselineShare * leading;
    this.#block = block;
    this.#lines = lines;
    this.#offered = offered;
  }

  place(left: number, top: number, _room: number, sink: Sink): void {
    const block = this.#block;
    const { align, leading } = block.setting;
    let y = top + this.baseline;
    for (const { segments, width: own } of this.#lines) {
      const start = alignedX(align, left, this.#offered, own);
      for (const { span, text, x, width } of segments) {
        sink(textItem(block, span, { text, x: start + x, y, width }));
      }
      y += leading;
    }
  }
}

/**
 * Width on one line a part; for `auto`, of all parts on one line where that is no wider than
 * `inlineUpTo`.
 */
export function textExtent(block: TextBlock, measure: Measure, inlineUpTo = 0): number {
  const { parts, setting } = block;
  const { join } = setting;
  if (join === 'inline') return spansWidth(joinedSpans(block), measure);
  const widest = widestOf(parts, measure);
  if (join !== 'auto' || parts.length < 2 || inlineUpTo < widest) return widest;
  const inline = spansWidth(joinedSpans(block), measure);
  return inline <= inlineUpTo ? Math.max(widest, inline) : widest;
}

/** What an item takes of the block that it belongs to. */
interface TextSource {
  readonly source: string;
  readonly setting: { readonly role: TextItem['role'] };
}

/** One item for a segment; every place that sets type goes through here. */
export function textItem(
  block: TextSource,
  span: Span,
  run: { readonly text: string; readonly x: number; readonly y: number; readonly width: number },
): TextItem {
  const { text, x, y, width } = run;
  const { face, size, gray, lang, spoken } = span;
  const {
    source,
    setting: { role },
  } = block;
  // Always every field, in one order: whoever reads some five hundred items meets one shape.
  return { kind: 'text', x, y, width, face, size, gray, text, source, role, lang, spoken };
}

/** Smallest of the sizes if none fits: the overflow is then recorded by the caller. */
function fitSize(block: TextBlock, width: number, measure: Measure): TextBlock {
  let candidate = block;
  for (const size of block.setting.sizes) {
    candidate = isOfSize(block, size) ? block : resizeText(block, () => size);
    if (textExtent(candidate, measure) <= width) return candidate;
  }
  return candidate;
}

function isOfSize({ parts, setting: { separator } }: TextBlock, size: number): boolean {
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
    setting: { ...block.setting, separator: smaller(block.setting.separator) },
    parts: block.parts.map((spans) => spans.map(smaller)),
  };
}

/** Where content of a width of its own begins in the width that it was offered. */
export function alignedX(align: Align, x: number, offered: number, own: number): number {
  if (align === 'right') return x + offered - own;
  return align === 'center' ? x + (offered - own) / 2 : x;
}
