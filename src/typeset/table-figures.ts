// Figures aligned on their decimal commas. Knows a column's comma, not its neighbours.

import type { Cell } from './block.ts';
import type { Sink } from './fragment.ts';
import type { LaidCell } from './laid-cell.ts';
import type { TextBlock } from './leaf-block.ts';
import type { Measure } from './measure.ts';
import { beforeComma } from './measured.ts';
import { type Span, spansWidth, spanWidth, wholeWidth } from './span.ts';
import type { ColumnPlace } from './table-grid.ts';
import { baselineShare, knownWidth, placeLine, textItem } from './text.ts';

/** A figure alone: nothing stands between its column and its span. */
export class LaidFigure implements LaidCell {
  readonly cell: Cell;
  readonly left: number;
  readonly right: number;
  /** Ink beyond the left edge of the column is as bad as ink beyond the right one. */
  readonly needed: number;
  readonly #figure: Span;
  /** Where it begins, from the left of the column. */
  readonly #start: number;
  readonly #column: ColumnPlace;

  constructor(cell: Cell, figure: Span, column: ColumnPlace, measure: Measure) {
    const start = column.comma - wholeWidth(figure, measure);
    const width = spanWidth(figure, measure);
    this.cell = cell;
    this.left = column.x + start;
    this.right = this.left + width;
    this.needed = Math.max(start + width, column.width - start);
    this.#figure = figure;
    this.#start = start;
    this.#column = column;
  }

  get height(): number {
    return this.cell.place.setting.leading;
  }

  place(x: number, top: number, _room: number, sink: Sink): void {
    const { place } = this.cell;
    const figure = this.#figure;
    const { text, width = 0 } = figure;
    const y = top + baselineShare * place.setting.leading;
    sink(textItem(place, figure, { text, x: x + this.#column.x + this.#start, y, width }));
  }
}

/** A cell whose text has a figure for each part. */
export class LaidFigures implements LaidCell {
  readonly cell: Cell;
  readonly left: number;
  readonly right: number;
  readonly height: number;
  /** As of one figure. */
  readonly needed: number;
  readonly #block: TextBlock;
  readonly #column: ColumnPlace;

  constructor(cell: Cell, block: TextBlock, column: ColumnPlace, measure: Measure) {
    const { parts, setting } = block;
    const { comma } = column;
    let left = Number.POSITIVE_INFINITY;
    let right = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < parts.length; index += 1) {
      const spans = parts[index] ?? [];
      const start = comma - beforeComma(spans, measure);
      left = Math.min(left, start);
      right = Math.max(right, start + spansWidth(spans, measure));
    }
    const width = right - left;
    this.cell = cell;
    this.left = column.x + left;
    this.right = this.left + width;
    this.height = parts.length * setting.leading;
    this.needed = Math.max(left + width, column.width - left);
    this.#block = block;
    this.#column = column;
  }

  place(x: number, top: number, _room: number, sink: Sink): void {
    const block = this.#block;
    const { parts, setting } = block;
    const { comma, x: columnX } = this.#column;
    let y = top + baselineShare * setting.leading;
    for (let index = 0; index < parts.length; index += 1) {
      const spans = parts[index] ?? [];
      placeLine(block, spans, { x: x + columnX + (comma - wholeOf(spans)), y }, sink);
      y += setting.leading;
    }
  }
}

/** What stands before the comma of a line that was measured; several spans have no comma. */
function wholeOf(spans: readonly Span[]): number {
  return spans.length === 1 ? (spans[0]?.whole ?? 0) : knownWidth(spans);
}
