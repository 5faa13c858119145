// Blocks under each other, and the gap between them. Dropping by priority is fit.ts's.

import type { GapBlock, StackBlock } from './block.ts';
import type { Context, Fragment } from './fragment.ts';

export function layoutStack(block: StackBlock, width: number, context: Context): Fragment {
  return stackFragments(
    block.children.map((child) => context.layout(child, width)),
    block.gap,
  );
}

/** Joins fragments top to bottom; also used by boxes, cells and regions. */
export function stackFragments(children: readonly Fragment[], gap: number): Fragment {
  const first = children[0];
  let height = 0;
  let width = 0;
  children.forEach((child, index) => {
    height += child.height + (index === 0 ? 0 : gap);
    width = Math.max(width, child.width);
  });
  return {
    width,
    height,
    ...(first?.baseline === undefined ? {} : { baseline: first.baseline }),
    place: (spot, sink) => {
      let y = spot.y;
      children.forEach((child, index) => {
        const room = children.length === 1 ? spot.room : child.height;
        if (index > 0) y += gap;
        child.place({ x: spot.x, y, room }, sink);
        y += child.height;
      });
    },
  };
}

export function stackExtent(block: StackBlock, context: Context): number {
  return widest(block.children.map((child) => context.extent(child)));
}

export function widest(extents: readonly number[]): number {
  return Math.max(0, ...extents);
}

export function layoutGap(block: GapBlock): Fragment {
  return { width: 0, height: block.height, place: () => {} };
}
