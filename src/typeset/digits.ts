// Boxes to write a meter reading in, one digit each. The number of boxes is the meter's.

import { type Context, type Fragment, recordOverflow, type Sink } from './fragment.ts';
import type { DigitsBlock } from './leaf-block.ts';
import { rectItem } from './rect.ts';
import { textItem } from './text.ts';

export function digitsWidth(block: DigitsBlock): number {
  const boxes = (block.digits + block.decimals) * block.boxWidth;
  return boxes + (block.decimals > 0 ? block.commaGap : 0);
}

export function layoutDigits(wanted: DigitsBlock, width: number, context: Context): Fragment {
  const block = narrowed(wanted, width);
  recordOverflow(context, block.source, digitsWidth(block), width);
  return {
    width: digitsWidth(block),
    height: block.boxHeight,
    baseline: undefined,
    place: (x, y, _room, sink) => {
      placeBoxes(block, { x, y, count: block.digits }, sink);
      if (block.decimals === 0) return;
      const commaX = x + block.digits * block.boxWidth;
      placeComma(block, { x: commaX, y }, context, sink);
      placeBoxes(block, { x: commaX + block.commaGap, y, count: block.decimals }, sink);
    },
  };
}

/** Boxes give way to the width there is, as far as a hand can still write in them. */
function narrowed(block: DigitsBlock, width: number): DigitsBlock {
  const over = digitsWidth(block) - width;
  if (over <= 0) return block;
  const fitting = block.boxWidth - over / (block.digits + block.decimals);
  return { ...block, boxWidth: Math.max(block.leastWidth, fitting) };
}

/** Neighbours share their edge: each box reaches half a stroke over its cell on both sides. */
function placeBoxes(
  block: DigitsBlock,
  from: { x: number; y: number; count: number },
  sink: Sink,
): void {
  const { stroke, source } = block;
  const width = block.boxWidth + stroke.width;
  for (let index = 0; index < from.count; index += 1) {
    const x = from.x + index * block.boxWidth - stroke.width / 2;
    const area = { x, y: from.y, width, height: block.boxHeight };
    sink(rectItem(area, { stroke }, { source, role: 'field' }));
  }
}

function placeComma(
  block: DigitsBlock,
  at: { x: number; y: number },
  context: Context,
  sink: Sink,
): void {
  const { comma } = block;
  const width = context.measure.width(comma.face, comma.size, comma.text);
  const x = at.x + (block.commaGap - width) / 2;
  // The comma's foot hangs below its baseline; this lifts it level with the boxes' bottom.
  const y = at.y + block.boxHeight - comma.size * 0.1;
  sink(
    textItem({ source: block.source, setting: { role: 'decoration' } }, comma, {
      text: comma.text,
      x,
      y,
      width,
    }),
  );
}
