// Boxes around content and empty boxes to write in. Their insides are other blocks' affair.

import type { BoxBlock } from './block.ts';
import type { Context, Fragment } from './fragment.ts';
import type { FieldBlock } from './leaf-block.ts';
import { rectItem } from './rect.ts';
import { layoutAll, stackFragments, widest } from './stack.ts';
import { alignedX } from './text.ts';

export function layoutBox(block: BoxBlock, width: number, context: Context): Fragment {
  const inner = Math.max(0, width - 2 * block.padX);
  const content = stackFragments(layoutAll(block.children, inner, context), 0);
  const needed = content.height + 2 * block.padY;
  // Of a given height at least: what is higher would stand on its neighbours.
  const height = Math.max(block.height ?? 0, needed);
  const boxWidth = block.hug ? content.width + 2 * block.padX : width;
  const top = (height - content.height) / 2;
  return {
    width: boxWidth,
    height,
    baseline: undefined,
    place: (left, y, _room, sink) => {
      const x = alignedX(block.align, left, width, boxWidth);
      if (block.fill !== undefined || block.stroke !== undefined) {
        const { source } = block;
        sink(rectItem({ x, y, width: boxWidth, height }, block, { source, role: 'decoration' }));
      }
      content.place(x + block.padX, y + top, content.height, sink);
    },
  };
}

export function boxExtent(block: BoxBlock, context: Context): number {
  return widest(block.children, context) + 2 * block.padX;
}

/** In a tall row the box keeps its height below the row's top; a low row becomes the box. */
export function layoutField(block: FieldBlock, width: number): Fragment {
  return {
    width: block.width,
    height: block.height,
    baseline: undefined,
    place: (x, y, room, sink) => {
      const whole = room < block.fillBelow;
      const height = whole ? room : Math.min(room - 2 * block.inset, block.maxHeight);
      const left = alignedX(block.align, x, width, block.width);
      const area = { x: left, y: whole ? y : y + block.inset, width: block.width, height };
      sink(rectItem(area, block, { source: block.source, role: 'field' }));
    },
  };
}
