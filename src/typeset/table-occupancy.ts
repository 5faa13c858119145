// Which columns of a table have anything to say, and which cells stand where after the empty ones
// gave way. Widths are table-widths.ts's.

import type { Block, Cell, ColumnSpec, Row, TableBlock } from './block.ts';

export interface Occupancy {
  /** Shown columns in order; optional ones may still go for want of width. */
  readonly columns: readonly ColumnSpec[];
  /** The range of shown columns that a cell takes, or undefined if it has no place. */
  rangeOf(cell: Cell): Range | undefined;
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
  const columns = table.columns.filter((column) => alive.has(column.id));
  const rank = columns.map((column) => order.get(column.id) ?? 0);
  const between = (first: string, last: string): Range | undefined => {
    const low = order.get(first) ?? 0;
    const high = order.get(last) ?? low;
    const from = rank.findIndex((index) => index >= low && index <= high);
    const to = rank.findLastIndex((index) => index >= low && index <= high);
    return from === -1 ? undefined : { from, to };
  };
  return {
    columns,
    rangeOf: (cell) => {
      const range = between(cell.column, cell.to);
      return range ?? (cell.or === undefined ? undefined : between(cell.or, cell.or));
    },
  };
}

export function* everyCell(rows: readonly Row[]): Generator<Cell> {
  for (const row of rows) {
    yield* row.cells;
    yield* everyCell(row.subrows);
  }
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
    block.kind === 'text' &&
    block.parts.every((spans) => spans.every((span) => span.nil === true))
  );
}
