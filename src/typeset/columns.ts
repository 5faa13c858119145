// Blocks side by side on fixed, shared and content-wide tracks. Tables have columns of their own.

import type { ColumnsBlock, Track } from './block.ts';
import { type Context, type Fragment, recordOverflow } from './fragment.ts';
import { ruleItem } from './rule.ts';

export function layoutColumns(block: ColumnsBlock, width: number, context: Context): Fragment {
  const widths = trackWidths(block, width, context);
  const children = block.children.map((child, index) => context.layout(child, widths[index] ?? 0));
  const own = block.spread ? children.map((child) => child.width) : widths;
  const taken = own.reduce((sum, w) => sum + w, 0);
  const gaps = Math.max(0, children.length - 1);
  recordOverflow(context, block.source, taken + block.gap * gaps, width);
  // Spread children end at the right edge of the block, all equally far apart.
  const gap = block.spread && gaps > 0 ? (width - taken) / gaps : block.gap;
  const height = Math.max(0, ...children.map((child) => child.height));
  const first = children.find((child) => child.baseline !== undefined);
  return {
    width: block.spread ? width : taken + gap * gaps,
    height,
    ...(first?.baseline === undefined ? {} : { baseline: first.baseline }),
    place: (spot, sink) => {
      let x = spot.x;
      children.forEach((child, index) => {
        if (index > 0 && block.rule !== undefined) {
          const length = block.ruleHeight ?? height;
          sink(
            ruleItem(block, { x: x - gap / 2, y: spot.y, length, vertical: true, ...block.rule }),
          );
        }
        child.place({ x, y: spot.y, room: height }, sink);
        x += (own[index] ?? 0) + gap;
      });
    },
  };
}

function trackWidths(block: ColumnsBlock, width: number, context: Context): number[] {
  const tracks: readonly Track[] = block.spread
    ? block.children.map(() => ({ kind: 'content' }))
    : block.children.map((_, index) => block.tracks[index] ?? { kind: 'content' });
  const taken = tracks.map((track, index) => {
    if (track.kind === 'fixed') return track.width;
    const child = block.children[index];
    if (track.kind === 'share' || child === undefined) return 0;
    // A hair more than measured, so that the text does not wrap at its own width.
    return context.extent(child) + contentSlack;
  });
  const used = taken.reduce((sum, w) => sum + w, block.gap * Math.max(0, tracks.length - 1));
  const weights = tracks.reduce((sum, t) => sum + (t.kind === 'share' ? t.weight : 0), 0);
  const rest = Math.max(0, width - used);
  return tracks.map((track, index) =>
    track.kind === 'share' ? (rest * track.weight) / weights : (taken[index] ?? 0),
  );
}

const contentSlack = 0.001;

export function columnsExtent(block: ColumnsBlock, context: Context): number {
  const gaps = block.gap * Math.max(0, block.children.length - 1);
  return block.children.reduce((sum, child, index) => {
    const track = block.tracks[index];
    return sum + (track?.kind === 'fixed' ? track.width : context.extent(child));
  }, gaps);
}
