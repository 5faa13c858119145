// Spans and a width → lines. It knows neither alignment nor vertical position.

import type { Broken, Line, Segment } from './line.ts';
import { breakOpportunities } from './line-break.ts';
import type { Measure } from './measure.ts';
import { type Span, spanWidth } from './span.ts';

/** The spans on one line, however long it gets. */
export function singleLine(spans: readonly Span[], measure: Measure): Line {
  const segments: Segment[] = [];
  let x = 0;
  for (const span of spans) {
    const width = spanWidth(span, measure);
    segments.push({ span, text: span.text, x, width });
    x += width;
  }
  return { segments, width: x };
}

export interface Breaking {
  /** Cut words that are wider than a line. */
  readonly anywhere?: boolean;
  /** Narrow the lines as far as their number allows, for headings. */
  readonly balance?: boolean;
}

/**
 * Greedy lines no wider than `width`, at least one, broken where UAX #14 and our language rules
 * allow. A word wider than `width` stays whole unless `anywhere`: the caller sees it by its width.
 */
export function breakLines(
  spans: readonly Span[],
  width: number,
  measure: Measure,
  breaking: Breaking = {},
): Broken {
  const whole = singleLine(spans, measure);
  const text = textOf(spans);
  if (whole.width <= width + tolerance && !special.test(text)) {
    return { lines: [whole], from: whole.width - tolerance, below: Number.POSITIVE_INFINITY };
  }
  const lineFor: LineFor = (start, end) => lineOf(spans, start, end, measure);
  const words = cutAtBreaks(text);
  const greedyAt = (limit: number): Broken => {
    const fits: Fits = (start, end) => lineFor(start, end).width <= limit + tolerance;
    const cut = (word: Piece): Piece[] => cutToFit(text, word, fits);
    return fillLines(breaking.anywhere === true ? words.flatMap(cut) : words, limit, lineFor);
  };
  const broken = greedyAt(width);
  const { lines } = broken;
  if (breaking.balance === true && lines.length > 1) {
    return { lines: balanced(lines, (limit) => greedyAt(limit).lines), from: width, below: width };
  }
  // Where a word may be cut depends on the width itself, not on what fits.
  return breaking.anywhere === true ? { lines, from: width, below: width } : broken;
}

function fillLines(pieces: readonly Piece[], width: number, lineFor: LineFor): Broken {
  const lines: Line[] = [];
  let start = 0;
  let current: Line | undefined;
  let from = Number.NEGATIVE_INFINITY;
  let below = Number.POSITIVE_INFINITY;
  for (const piece of pieces) {
    const candidate = lineFor(start, piece.end);
    const needed = candidate.width - tolerance;
    if (current !== undefined && needed > width) {
      below = Math.min(below, needed);
      lines.push(current);
      start = piece.start;
      current = lineFor(start, piece.end);
    } else {
      if (current !== undefined) from = Math.max(from, needed);
      current = candidate;
    }
    if (piece.forced) {
      lines.push(current);
      start = piece.end;
      current = undefined;
    }
  }
  if (current !== undefined) lines.push(current);
  return { lines, from, below };
}

/**
 * Halves the range between the mean width and the widest line: ten halvings place the result
 * within a thousandth of the column, far below what the eye tells apart.
 */
function balanced(
  greedy: readonly Line[],
  greedyAt: (width: number) => readonly Line[],
): readonly Line[] {
  const widths = greedy.map((line) => line.width);
  let high = Math.max(...widths);
  let low = widths.reduce((sum, width) => sum + width, 0) / greedy.length;
  let best = greedy;
  for (let halving = 0; halving < 10; halving += 1) {
    const width = (low + high) / 2;
    const lines = greedyAt(width);
    const holds = lines.every((line) => line.width <= width + tolerance);
    if (holds && lines.length === greedy.length) {
      best = lines;
      high = width;
    } else {
      low = width;
    }
  }
  return best;
}

type LineFor = (start: number, end: number) => Line;

/** Whether the spans have to be broken, or lose letters, even where they fit on one line. */
export function hasSpecial(spans: readonly Span[]): boolean {
  return special.test(textOf(spans));
}

function textOf(spans: readonly Span[]): string {
  if (spans.length === 1) return spans[0]?.text ?? '';
  return spans.map(({ text }) => text).join('');
}

/** Width of the widest piece that no break may divide. */
export function widestPiece(spans: readonly Span[], measure: Measure): number {
  const text = textOf(spans);
  let widest = 0;
  for (const piece of cutAtBreaks(text)) {
    widest = Math.max(widest, lineOf(spans, piece.start, piece.end, measure).width);
  }
  return widest;
}

const softHyphen = '\u00AD';
/** Line feeds end lines; soft hyphens, zero-width spaces and word joiners do not print as such. */
const special = /[\n\v\f\r\u0085\u2028\u2029\u00AD\u200B\u2060]|[ \t]$/;
const invisible = /[\u00AD\u200B\u2060]/g;
/** Column widths are sums of floats: a line over by less than this (points) is not over. */
const tolerance = 0.001;

type Fits = (start: number, end: number) => boolean;

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly forced: boolean;
}

function cutAtBreaks(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const { position, required } of breakOpportunities(text)) {
    if (position <= start) continue;
    pieces.push({ start, end: position, forced: required && position < text.length });
    start = position;
  }
  if (start < text.length) pieces.push({ start, end: text.length, forced: false });
  return pieces;
}

/**
 * A word too wide for any line, cut into the longest pieces that fit, behind a sign rather than
 * between letters: for addresses of the net.
 */
function cutToFit(text: string, word: Piece, fits: Fits): Piece[] {
  const pieces: Piece[] = [];
  let { start } = word;
  for (let end = start + 2; end <= word.end; end += 1) {
    if (fits(start, end)) continue;
    const sign = text.slice(start + 1, end - 1).search(/[@./_-][^@./_-]*$/);
    const cut = sign === -1 ? end - 1 : start + sign + 2;
    pieces.push({ start, end: cut, forced: false });
    start = cut;
  }
  return [...pieces, { ...word, start }];
}

/** The part [start, end) of the joined spans as one line: no space at its end, hyphens shown. */
function lineOf(spans: readonly Span[], start: number, end: number, measure: Measure): Line {
  const segments: Segment[] = [];
  let x = 0;
  let offset = 0;
  for (const span of spans) {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, span.text.length);
    offset += span.text.length;
    if (from >= to) continue;
    const text = printable(span.text.slice(from, to), offset >= end);
    if (text === '') continue;
    const width = measure.width(span.face, span.size, text);
    segments.push({ span, text, x, width });
    x += width;
  }
  return { segments, width: x };
}

/** Soft hyphens print only where a line ends in one (UAX #14, class BA). */
function printable(text: string, endsLine: boolean): string {
  let shown = text;
  if (endsLine) shown = shown.replace(/[ \t\n\v\f\r\u0085\u2028\u2029]+$/, '');
  if (!special.test(shown)) return shown;
  const hyphenated = endsLine && shown.endsWith(softHyphen);
  return shown.replace(invisible, '') + (hyphenated ? '-' : '');
}
