// Blocks under each other, and the gap between them. Dropping by priority is fit.ts's.

import type { Block, StackBlock } from './block.ts';
import type { Context, Fragment, Sink } from './fragment.ts';
import type { GapBlock } from './leaf-block.ts';

/** Each block at the same width. */
export function layoutAll(
  blocks: readonly Block[],
  width: number,
  context: Context,
): readonly Fragment[] {
  const fragments: Fragment[] = [];
  for (const block of blocks) fragments.push(context.layout(block, width));
  return fragments;
}

export function layoutStack(block: StackBlock, width: number, context: Context): Fragment {
  return stackFragments(layoutAll(block.children, width, context), block.gap);
}

/** Joins fragments top to bottom; also used by boxes, cells and regions. */
export function stackFragments(children: readonly Fragment[], gap: number): Fragment {
  return new StackFragment(children, gap);
}

class StackFragment implements Fragment {
  readonly width: number;
  readonly height: number;
  readonly baseline: number | undefined;
  readonly #children: readonly Fragment[];
  readonly #gap: number;

  constructor(children: readonly Fragment[], gap: number) {
    let height = gap * Math.max(0, children.length - 1);
    let width = 0;
    for (const child of children) {
      height += child.height;
      if (child.width > width) width = child.width;
    }
    this.width = width;
    this.height = height;
    this.baseline = children[0]?.baseline;
    this.#children = children;
    this.#gap = gap;
  }

  place(x: number, top: number, room: number, sink: Sink): void {
    const children = this.#children;
    let y = top;
    for (const child of children) {
      child.place(x, y, children.length === 1 ? room : child.height, sink);
      y += child.height + this.#gap;
    }
  }
}

export function stackExtent({ children }: StackBlock, context: Context): number {
  return widest(children, context);
}

/** The extent of the widest of the blocks. */
export function widest(blocks: readonly Block[], context: Context): number {
  let width = 0;
  for (const block of blocks) width = Math.max(width, context.extent(block));
  return width;
}

export function layoutGap(block: GapBlock): Fragment {
  return { width: 0, height: block.height, baseline: undefined, place: () => {} };
}
