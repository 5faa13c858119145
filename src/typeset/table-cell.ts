// One cell of a table in the columns that it takes. Rows are table-row.ts's.

import type { Cell } from './block.ts';
import { type Context, type Fragment, recordOverflow, type Sink } from './fragment.ts';
import type { LaidCell } from './laid-cell.ts';
import type { Span } from './span.ts';
import { LaidFigure, LaidFigures } from './table-figures.ts';
import type { ColumnPlace, Grid } from './table-grid.ts';

export function layoutCell(cell: Cell, grid: Grid, context: Context): LaidCell | undefined {
  const { place, block, figure } = cell;
  const first = grid.columns[grid.occupancy.first(place)];
  // An empty column has given way; what it had to say was a dash or nothing.
  if (first === undefined) return undefined;
  if (figure !== undefined) return layoutFigure(cell, figure, first, context);
  const isSingle = place.column === place.to;
  const last = isSingle ? first : (grid.columns[grid.occupancy.last(place)] ?? first);
  const isText = block.kind === 'text';
  if (isText && first === last && place.or === undefined && first.spec.align === 'comma') {
    const figures = new LaidFigures(cell, block, first, context.measure);
    recordOverflow(context, block.source, figures.needed, first.width);
    return figures;
  }
  const x = first.left + place.indent;
  const width = last.x + last.width - last.spec.padRight - x;
  const fragment = context.layout(block, width);
  const inset = isText && block.setting.align === 'right' ? width - fragment.width : 0;
  return new LaidBlock(cell, fragment, x, x + inset);
}

function layoutFigure(cell: Cell, figure: Span, column: ColumnPlace, context: Context): LaidFigure {
  const laid = new LaidFigure(cell, figure, column, context.measure);
  recordOverflow(context, cell.place.source, laid.needed, column.width);
  return laid;
}

/** Any block but figures under each other. */
class LaidBlock implements LaidCell {
  readonly cell: Cell;
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly #fragment: Fragment;
  readonly #x: number;

  /** `x` is the left of what it was offered. */
  constructor(cell: Cell, fragment: Fragment, x: number, left: number) {
    this.cell = cell;
    this.left = left;
    this.right = left + fragment.width;
    this.height = fragment.height;
    this.#fragment = fragment;
    this.#x = x;
  }

  place(x: number, y: number, room: number, sink: Sink): void {
    this.#fragment.place(x + this.#x, y, room, sink);
  }
}
