// Figures aligned on their decimal commas. Knows a column's comma, not its neighbours.

import type { TextBlock } from './block.ts';
import type { Fragment, Sink } from './fragment.ts';
import type { Line } from './line.ts';
import type { Measure } from './measure.ts';
import { figureExtent, measured } from './measured.ts';
import { baselineShare, textItem } from './text.ts';

/** `comma` is the comma's x from the left of the column's content. Each part is one figure. */
export function layoutFigures(block: TextBlock, comma: number, measure: Measure): FigureFragment {
  const { lines } = measured(block, measure);
  return new FigureFragment(block, lines, {
    comma,
    wholes: figureExtent(block, measure).wholes,
  });
}

interface Alignment {
  readonly comma: number;
  readonly wholes: readonly number[];
}

export class FigureFragment implements Fragment {
  /** Of the leftmost figure, from the left of the column's content. */
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly baseline: number;
  readonly #block: TextBlock;
  readonly #lines: readonly Line[];
  readonly #alignment: Alignment;

  constructor(block: TextBlock, lines: readonly Line[], alignment: Alignment) {
    const { comma, wholes } = alignment;
    let left = Number.POSITIVE_INFINITY;
    let right = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < lines.length; index += 1) {
      const x = comma - (wholes[index] ?? 0);
      left = Math.min(left, x);
      right = Math.max(right, x + (lines[index]?.width ?? 0));
    }
    this.left = left;
    this.width = right - left;
    this.height = lines.length * block.leading;
    this.baseline = baselineShare * block.leading;
    this.#block = block;
    this.#lines = lines;
    this.#alignment = alignment;
  }

  place(x: number, top: number, _room: number, sink: Sink): void {
    const block = this.#block;
    const { comma, wholes } = this.#alignment;
    for (const [index, line] of this.#lines.entries()) {
      const start = x + comma - (wholes[index] ?? 0);
      const y = top + (index + baselineShare) * block.leading;
      for (const { span, text, x: dx, width } of line.segments) {
        sink(textItem(block, span, { text, x: start + dx, y, width }));
      }
    }
  }
}
