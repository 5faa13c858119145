// One cell of a table in the columns that it takes. Rows are table-row.ts's.

import type { Cell, TextBlock } from './block.ts';
import { type Context, type Fragment, recordOverflow } from './fragment.ts';
import { Figures } from './table-figures.ts';
import type { ColumnPlace, Grid } from './table-grid.ts';

export interface CellFragment {
  readonly cell: Cell;
  readonly fragment: Fragment;
  /** Left edge of the space offered, from the left of the table. */
  readonly x: number;
  /** Where the ink begins, from there. */
  readonly inset: number;
  /** It belongs to the whole row rather than to the row's lines. */
  readonly isField: boolean;
}

export function layoutCell(cell: Cell, grid: Grid, context: Context): CellFragment | undefined {
  const { block } = cell;
  const first = grid.columns[grid.occupancy.first(cell)];
  // An empty column has given way; what it had to say was a dash or nothing.
  if (first === undefined) return undefined;
  const isSingle = cell.column === cell.to;
  const last = isSingle ? first : (grid.columns[grid.occupancy.last(cell)] ?? first);
  const isText = block.kind === 'text';
  if (isText && first === last && cell.or === undefined && first.spec.align === 'comma') {
    return layoutFigureCell(cell, block, { column: first, context });
  }
  const x = first.left + cell.indent;
  const width = last.x + last.width - last.spec.padRight - x;
  const fragment = context.layout(block, width);
  const inset = isText && block.align === 'right' ? width - fragment.width : 0;
  return { cell, fragment, x, inset, isField: block.kind === 'field' };
}

function layoutFigureCell(
  cell: Cell,
  block: TextBlock,
  { column, context }: { column: ColumnPlace; context: Context },
): CellFragment {
  const fragment = new Figures(block, column.comma, context.measure);
  // Ink beyond the left edge of the column is as bad as ink beyond the right one.
  const needed = Math.max(fragment.left + fragment.width, column.width - fragment.left);
  recordOverflow(context, block.source, needed, column.width);
  return { cell, fragment, x: column.x, inset: fragment.left, isField: false };
}
