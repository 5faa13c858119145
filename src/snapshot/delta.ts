// One piece before and after → what of it changed. Facts only: why it changed is explain.ts's.

import type { Pair } from './match.ts';
import type { Box, Piece } from './piece.ts';

export interface Delta extends Pair {
  /** It says something else. */
  readonly says: boolean;
  /** How it is said to a screen reader changed: language, spoken words, alternative text. */
  readonly heard: boolean;
  /** Points to the right and down. */
  readonly dx: number;
  readonly dy: number;
  /** Points wider and higher; of rules, grounds, images and codes. */
  readonly wider: number;
  readonly higher: number;
  /** It takes more lines, or fewer. */
  readonly lines: number;
  /** Face, size or gray of type; ink of rules and grounds. */
  readonly look: readonly string[];
}

/** Points; the page model is rounded to thousandths, so sums of two may differ by that much. */
const tolerance = 0.0025;

export function deltaOf({ before, after }: Pair): Delta {
  const says = before.core !== after.core || shapeOf(before) !== shapeOf(after);
  const isType = before.kind === 'text';
  return {
    before,
    after,
    says,
    heard: hearingOf(before) !== hearingOf(after),
    dx: shift(before.box, after.box, 'x', 'width'),
    dy: isType ? lineShift(before, after) : shift(before.box, after.box, 'y', 'height'),
    wider: isType ? 0 : grown(after.box.width - before.box.width),
    higher: isType ? 0 : grown(after.box.height - before.box.height),
    lines: after.lines - before.lines,
    look: lookOf(before, after),
  };
}

export function isChanged(delta: Delta): boolean {
  return delta.says || delta.heard || delta.lines !== 0 || delta.look.length > 0 || isMoved(delta);
}

export function isMoved({ dx, dy, wider, higher }: Delta): boolean {
  return dx !== 0 || dy !== 0 || wider !== 0 || higher !== 0;
}

/**
 * What changes its width stands where one of its edges or its middle still stands: a longer figure
 * at the right edge of a column has not moved.
 */
function shift(a: Box, b: Box, start: 'x' | 'y', size: 'width' | 'height'): number {
  const first = b[start] - a[start];
  const last = first + b[size] - a[size];
  const least = [first, last, (first + last) / 2].toSorted((p, q) => Math.abs(p) - Math.abs(q));
  return grown(least[0] ?? 0);
}

/** Of type the first baseline counts, or the last: a cell may stand on the bottom of its row. */
function lineShift(before: Piece, after: Piece): number {
  const first = after.items[0].y - before.items[0].y;
  const last = baseline(after) - baseline(before);
  return grown(Math.abs(last) < Math.abs(first) ? last : first);
}

function baseline({ items }: Piece): number {
  return Math.max(...items.map(({ y }) => y));
}

function grown(points: number): number {
  return Math.abs(points) <= tolerance ? 0 : points;
}

/** What is drawn, of pieces that say it by their form. */
function shapeOf({ items: [item] }: Piece): string {
  if (item.kind === 'path') return JSON.stringify(item.segments);
  return item.kind === 'code' ? `${item.symbology} ${item.columns} ${item.rows}` : '';
}

function hearingOf({ items: [item] }: Piece): string {
  if (item.kind === 'text') return JSON.stringify([item.lang, item.spoken]);
  return item.kind === 'image' || item.kind === 'code' ? item.alt : '';
}

function lookOf({ items: [a] }: Piece, { items: [b] }: Piece): readonly string[] {
  if (a.kind === 'text' && b.kind === 'text') {
    return [
      ...change(a.face, b.face),
      ...change(`${round(a.size)} pt`, `${round(b.size)} pt`),
      ...change(`gray ${a.gray}`, `gray ${b.gray}`),
    ];
  }
  return change(inkOf(a), inkOf(b));
}

function inkOf(item: Piece['items'][0]): string {
  switch (item.kind) {
    case 'rect':
    case 'path': {
      const outline = item.stroke && `outline ${item.stroke.width} pt gray ${item.stroke.gray}`;
      const fill = item.fill === undefined ? undefined : `gray ${item.fill}`;
      return [fill, outline].filter((part) => part !== undefined).join(', ');
    }
    case 'line':
      return `${item.width} pt gray ${item.gray} dash ${item.dash.join(' ')}`;
    default:
      return '';
  }
}

function change(before: string, after: string): readonly string[] {
  return before === after ? [] : [`${after} instead of ${before}`];
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
