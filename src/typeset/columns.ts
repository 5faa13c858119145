// Blocks side by side on fixed, shared and content-wide tracks. Tables have columns of their own.

import type { Block, ColumnsBlock, Track } from './block.ts';
import { type Context, type Fragment, recordOverflow, type Sink } from './fragment.ts';
import { ruleItem } from './rule.ts';

export function layoutColumns(block: ColumnsBlock, width: number, context: Context): Fragment {
  const widths = trackWidths(block, width, context);
  const children: Fragment[] = [];
  let taken = 0;
  let height = 0;
  let baseline: number | undefined;
  for (const child of block.children) {
    const index = children.length;
    const fragment = context.layout(child, widths[index] ?? 0);
    children.push(fragment);
    if (block.spread) widths[index] = fragment.width;
    taken += widths[index] ?? 0;
    height = Math.max(height, fragment.height);
    baseline ??= fragment.baseline;
  }
  const gaps = Math.max(0, children.length - 1);
  recordOverflow(context, block.source, taken + block.gap * gaps, width);
  // Spread children end at the right edge of the block, all equally far apart.
  const gap = block.spread && gaps > 0 ? (width - taken) / gaps : block.gap;
  const own = block.spread ? width : taken + gap * gaps;
  return new ColumnsFragment(block, { width: own, height, baseline }, { children, widths, gap });
}

interface Side {
  readonly children: readonly Fragment[];
  readonly widths: readonly number[];
  readonly gap: number;
}

class ColumnsFragment implements Fragment {
  readonly width: number;
  readonly height: number;
  readonly baseline: number | undefined;
  readonly #block: ColumnsBlock;
  readonly #side: Side;

  constructor(block: ColumnsBlock, size: Omit<Fragment, 'place'>, side: Side) {
    this.width = size.width;
    this.height = size.height;
    this.baseline = size.baseline;
    this.#block = block;
    this.#side = side;
  }

  place(left: number, y: number, _room: number, sink: Sink): void {
    const { rule } = this.#block;
    const { children, widths, gap } = this.#side;
    const length = this.#block.ruleHeight ?? this.height;
    let x = left;
    let index = 0;
    for (const child of children) {
      if (index > 0 && rule !== undefined) {
        const { width, gray } = rule;
        sink(ruleItem(this.#block, { x: x - gap / 2, y, length, vertical: true, width, gray }));
      }
      child.place(x, y, this.height, sink);
      x += (widths[index] ?? 0) + gap;
      index += 1;
    }
  }
}

function trackWidths(block: ColumnsBlock, width: number, context: Context): number[] {
  const { children, tracks, spread } = block;
  const widths: number[] = [];
  let used = block.gap * Math.max(0, children.length - 1);
  let weights = 0;
  for (const child of children) {
    const track = spread ? content : (tracks[widths.length] ?? content);
    if (track.kind === 'share') weights += track.weight;
    const taken = trackWidth(track, child, context);
    widths.push(taken);
    used += taken;
  }
  if (weights === 0) return widths;
  const rest = Math.max(0, width - used);
  for (let index = 0; index < widths.length; index += 1) {
    const track = tracks[index];
    if (track?.kind === 'share') widths[index] = (rest * track.weight) / weights;
  }
  return widths;
}

const content: Track = { kind: 'content' };

/** What a track takes before shares are given out. */
function trackWidth(track: Track, child: Block, context: Context): number {
  if (track.kind === 'fixed') return track.width;
  // A hair more than measured, so that the text does not wrap at its own width.
  return track.kind === 'share' ? 0 : context.extent(child) + contentSlack;
}

const contentSlack = 0.001;

export function columnsExtent(block: ColumnsBlock, context: Context): number {
  const gaps = block.gap * Math.max(0, block.children.length - 1);
  let extent = gaps;
  let index = 0;
  for (const child of block.children) {
    const track = block.tracks[index];
    extent += track?.kind === 'fixed' ? track.width : context.extent(child);
    index += 1;
  }
  return extent;
}
