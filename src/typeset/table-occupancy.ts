// Which columns of a table have anything to say, and which cells stand where after the empty ones
// gave way. Widths are table-widths.ts's.

import type { Block, Cell, ColumnSpec, Row, TableBlock } from './block.ts';

export interface Occupancy {
  /** Shown columns in order; optional ones may still go for want of width. */
  readonly columns: readonly ColumnSpec[];
  /** The range of shown columns that a cell takes, or undefined if it has no place. */
  rangeOf(cell: Pick<Cell, 'column' | 'to' | 'or'>): Range | undefined;
}

/** Indices into the shown columns, both inclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export function findOccupancy(table: TableBlock): Occupancy {
  const order = new Map(table.columns.map((column, index) => [column.id, index]));
  const alive = aliveColumns(table, order);
  return occupancyOf(table, order, alive);
}

/** The same without one column: for optional columns that the width has no room for. */
export function withoutColumn(table: TableBlock, shown: Occupancy, id: string): Occupancy {
  const order = new Map(table.columns.map((column, index) => [column.id, index]));
  const alive = new Set(shown.columns.map((column) => column.id));
  alive.delete(id);
  return occupancyOf(table, order, alive);
}

function occupancyOf(
  table: TableBlock,
  order: ReadonlyMap<string, number>,
  alive: ReadonlySet<string>,
): Occupancy {
  const columns: ColumnSpec[] = [];
  // For each column of the table, the first shown one at or behind it.
  const behind = table.columns.map((column) => {
    if (alive.has(column.id)) columns.push(column);
    return columns.length - (alive.has(column.id) ? 1 : 0);
  });
  const between = (first: string, last: string): Range | undefined => {
    const low = order.get(first) ?? 0;
    const high = order.get(last) ?? low;
    const from = behind[low] ?? 0;
    const shown = table.columns[high] !== undefined && alive.has(table.columns[high].id);
    const to = (behind[high] ?? 0) - (shown ? 0 : 1);
    return from > to ? undefined : { from, to };
  };
  return {
    columns,
    rangeOf: (cell) => {
      const range = between(cell.column, cell.to);
      return range ?? (cell.or === undefined ? undefined : between(cell.or, cell.or));
    },
  };
}

/** Cells of rows and of the rows inside them, in reading order. */
export function everyCell(rows: readonly Row[]): readonly Cell[] {
  const cells: Cell[] = [];
  const collect = (of: readonly Row[]): void => {
    for (const row of of) {
      for (const cell of row.cells) cells.push(cell);
      if (row.subrows.length > 0) collect(row.subrows);
    }
  };
  collect(rows);
  return cells;
}

/** A cell of one column keeps it alive; a spanning cell keeps none, but may call in its `or`. */
function aliveColumns(table: TableBlock, order: ReadonlyMap<string, number>): Set<string> {
  const alive = new Set(table.columns.filter((column) => column.always).map(({ id }) => id));
  const substitutes: Cell[] = [];
  for (const cell of everyCell(table.rows)) {
    if (cell.or !== undefined) substitutes.push(cell);
    else if (cell.column === cell.to && !isNil(cell.block)) alive.add(cell.column);
  }
  for (const cell of substitutes) {
    const low = order.get(cell.column) ?? 0;
    const high = order.get(cell.to) ?? low;
    const stands = table.columns.slice(low, high + 1).some((column) => alive.has(column.id));
    if (!stands && cell.or !== undefined) alive.add(cell.or);
  }
  return alive;
}

/** Nothing but the dash for zero. */
function isNil(block: Block): boolean {
  return (
    block.kind === 'text' && block.parts.every((spans) => spans.every((span) => span.nil === true))
  );
}
