// A bar chart of consumption by month: rectangles from zero to the largest value. No axes, no
// decisions on which months to show.

import { type Context, type Fragment, recordOverflow, type Sink } from './fragment.ts';
import type { Bar, ChartBlock, ChartText } from './leaf-block.ts';
import type { Measure } from './measure.ts';
import type { RectItem } from './page.ts';
import { rectItem } from './rect.ts';
import { ruleItem } from './rule.ts';
import { baselineShare, textItem } from './text.ts';

export function chartWidth(block: ChartBlock): number {
  if (block.bars.length === 0) return 0;
  return (block.bars.length - 1) * block.pitch + block.barWidth;
}

export function layoutChart(block: ChartBlock, width: number, context: Context): Fragment {
  const own = chartWidth(block);
  recordOverflow(context, block.source, own, width);
  return new ChartFragment(block, own, context.measure);
}

class ChartFragment implements Fragment {
  readonly width: number;
  readonly height: number;
  readonly baseline: undefined;
  readonly #block: ChartBlock;
  readonly #measure: Measure;
  /** Height of the values above the bars. */
  readonly #above: number;

  constructor(block: ChartBlock, width: number, measure: Measure) {
    const { bars, height, text } = block;
    const leading = text?.leading ?? 0;
    const isLabelled = text !== undefined && bars.some(({ label }) => label !== undefined);
    const isValued = text !== undefined && bars.some(({ valueText }) => valueText !== undefined);
    this.#above = isValued ? leading : 0;
    this.width = width;
    this.height = this.#above + height + (isLabelled ? leading : 0);
    this.baseline = undefined;
    this.#block = block;
    this.#measure = measure;
  }

  place(x: number, y: number, _room: number, sink: Sink): void {
    const block = this.#block;
    let largest = 0;
    for (const { value } of block.bars) largest = Math.max(largest, value);
    const foot = y + this.#above + block.height;
    let index = 0;
    for (const bar of block.bars) {
      const left = x + index * block.pitch;
      const height = largest === 0 ? 0 : (bar.value / largest) * block.height;
      if (height > 0 && block.height > 0) {
        sink(barItem(block, bar, { x: left, y: foot - height, height }));
      }
      if (block.text !== undefined) {
        placeTexts(
          block,
          bar,
          { x: left, top: foot - height, foot },
          { text: block.text, measure: this.#measure, sink },
        );
      }
      index += 1;
    }
    if (block.baseline === undefined) return;
    const { width, gray } = block.baseline;
    sink(ruleItem(block, { x, y: foot, length: this.width, vertical: false, width, gray }));
  }
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

interface Out {
  readonly text: ChartText;
  readonly measure: Measure;
  readonly sink: Sink;
}

function placeTexts(
  block: ChartBlock,
  bar: Bar,
  at: { x: number; top: number; foot: number },
  out: Out,
): void {
  const { leading } = out.text;
  const middle = at.x + block.barWidth / 2;
  const gap = leading * (1 - baselineShare);
  if (bar.valueText !== undefined) {
    placeCentred(block, bar, { text: bar.valueText, x: middle, y: at.top - gap }, out);
  }
  if (bar.label !== undefined) {
    const y = at.foot + leading * baselineShare + gap;
    placeCentred(block, bar, { text: bar.label, x: middle, y }, out);
  }
}

function placeCentred(
  block: ChartBlock,
  bar: Bar,
  { text, x, y }: { text: string; x: number; y: number },
  out: Out,
): void {
  const span = bar.kind === 'plain' ? out.text.plain : out.text.strong;
  const width = out.measure.width(span.face, span.size, text);
  const run = { text, x: x - width / 2, y, width };
  out.sink(textItem({ source: block.source, setting: { role: 'text' } }, span, run));
}
