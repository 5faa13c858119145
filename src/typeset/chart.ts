// A bar chart of consumption by month: rectangles from zero to the largest value. No axes, no
// decisions on which months to show.

import type { Bar, ChartBlock } from './block.ts';
import { type Context, type Fragment, recordOverflow, type Sink } from './fragment.ts';
import type { RectItem } from './page.ts';
import { rectItem } from './rect.ts';
import { ruleItem } from './rule.ts';
import type { Span } from './span.ts';
import { baselineShare, textItem } from './text.ts';

export function chartWidth(block: ChartBlock): number {
  if (block.bars.length === 0) return 0;
  return (block.bars.length - 1) * block.pitch + block.barWidth;
}

export function layoutChart(block: ChartBlock, width: number, context: Context): Fragment {
  const own = chartWidth(block);
  recordOverflow(context, block.source, own, width);
  const labelled = block.text !== undefined && block.bars.some((bar) => bar.label !== undefined);
  const valued = block.text !== undefined && block.bars.some((bar) => bar.valueText !== undefined);
  const leading = block.text?.leading ?? 0;
  const above = valued ? leading : 0;
  return {
    width: own,
    height: above + block.height + (labelled ? leading : 0),
    baseline: undefined,
    place: (x, y, _room, sink) => {
      const largest = Math.max(0, ...block.bars.map((bar) => bar.value));
      const foot = y + above + block.height;
      block.bars.forEach((bar, index) => {
        const left = x + index * block.pitch;
        const height = largest === 0 ? 0 : (bar.value / largest) * block.height;
        if (height > 0 && block.height > 0)
          sink(barItem(block, bar, { x: left, y: foot - height, height }));
        placeTexts(block, bar, { x: left, top: foot - height, foot }, { context, sink });
      });
      if (block.baseline === undefined) return;
      sink(ruleItem(block, { x, y: foot, length: own, vertical: false, ...block.baseline }));
    },
  };
}

function barItem(
  block: ChartBlock,
  bar: Bar,
  area: { x: number; y: number; height: number },
): RectItem {
  const ink = {
    fill: block.fills[bar.kind],
    stroke: bar.kind === 'compared' ? block.outline : undefined,
  };
  const { source } = block;
  const { x, y, height } = area;
  return rectItem({ x, y, width: block.barWidth, height }, ink, { source, role: 'decoration' });
}

function placeTexts(
  block: ChartBlock,
  bar: Bar,
  at: { x: number; top: number; foot: number },
  out: { context: Context; sink: Sink },
): void {
  const style = block.text;
  if (style === undefined) return;
  const span = bar.kind === 'plain' ? style.plain : style.strong;
  const middle = at.x + block.barWidth / 2;
  const gap = style.leading * (1 - baselineShare);
  if (bar.valueText !== undefined) {
    placeCentred(block, span, { text: bar.valueText, x: middle, y: at.top - gap }, out);
  }
  if (bar.label !== undefined) {
    const y = at.foot + style.leading * baselineShare + gap;
    placeCentred(block, span, { text: bar.label, x: middle, y }, out);
  }
}

function placeCentred(
  block: ChartBlock,
  span: Span,
  { text, x, y }: { text: string; x: number; y: number },
  out: { context: Context; sink: Sink },
): void {
  const width = out.context.measure.width(span.face, span.size, text);
  const run = { text, x: x - width / 2, y, width };
  out.sink(textItem({ source: block.source, role: 'text' }, span, run));
}
