// Which columns of a table have anything to say, and which cells stand where after the empty ones
// gave way. Widths are table-widths.ts's.

import type { Block, Cell, ColumnSpec, Row, TableBlock } from './block.ts';

/** Where a cell or a group asks to stand, in places of the table's list of columns. */
type Wanted = Pick<Cell, 'column' | 'to' | 'or'>;

export class Occupancy {
  /** Shown columns in order; optional ones may still go for want of width. */
  readonly columns: readonly ColumnSpec[];
  /** By column of the table: whether it is shown. */
  readonly #shown: readonly boolean[];
  /** By column of the table: the place among the shown ones of the first at or behind it. */
  readonly #behind: readonly number[];

  constructor(columns: readonly ColumnSpec[], shown: readonly boolean[]) {
    const behind: number[] = [];
    const kept: ColumnSpec[] = [];
    for (const [index, column] of columns.entries()) {
      behind.push(kept.length);
      if (shown[index] === true) kept.push(column);
    }
    this.columns = kept;
    this.#shown = shown;
    this.#behind = behind;
  }

  /** The first shown column that a cell takes, or -1 if it has no place. */
  first(cell: Wanted): number {
    const from = this.#behind[cell.column] ?? 0;
    if (from <= this.#lastUpTo(cell.to)) return from;
    const { or } = cell;
    return or !== undefined && this.#shown[or] === true ? (this.#behind[or] ?? 0) : -1;
  }

  /** The last one; of a cell that has a place. */
  last(cell: Wanted): number {
    const to = this.#lastUpTo(cell.to);
    return (this.#behind[cell.column] ?? 0) <= to ? to : this.first(cell);
  }

  /** The same without one column: for optional columns that the width has no room for. */
  without(table: TableBlock, gone: ColumnSpec): Occupancy {
    const shown = this.#shown.map((is, index) => is && table.columns[index] !== gone);
    return new Occupancy(table.columns, shown);
  }

  #lastUpTo(column: number): number {
    return (this.#behind[column] ?? 0) - (this.#shown[column] === true ? 0 : 1);
  }
}

/** A cell of one column keeps it alive; a spanning cell keeps none, but may call in its `or`. */
export function findOccupancy(table: TableBlock, cells: readonly Cell[]): Occupancy {
  const shown = table.columns.map(({ always }) => always);
  for (const { or, column, to, block } of cells) {
    if (or === undefined && column === to && shown[column] !== true && !isNil(block)) {
      shown[column] = true;
    }
  }
  for (const { or, column, to } of cells) {
    if (or !== undefined && !isAnyShown(shown, column, to)) shown[or] = true;
  }
  return new Occupancy(table.columns, shown);
}

function isAnyShown(shown: readonly boolean[], from: number, to: number): boolean {
  for (let column = from; column <= to; column += 1) if (shown[column] === true) return true;
  return false;
}

/** Cells of rows and of the rows inside them, in reading order. */
export function everyCell(rows: readonly Row[]): readonly Cell[] {
  const cells: Cell[] = [];
  collectCells(rows, cells);
  return cells;
}

/** Of the row itself, those of its groups first. */
export function cellsOf({ cells, groups = [] }: Row): readonly Cell[] {
  if (groups.length === 0) return cells;
  return [...groups.flatMap((group) => group.cells), ...cells];
}

function collectCells(rows: readonly Row[], cells: Cell[]): void {
  for (const row of rows) {
    for (const group of row.groups ?? []) for (const cell of group.cells) cells.push(cell);
    for (const cell of row.cells) cells.push(cell);
    collectCells(row.subrows, cells);
  }
}

/** Nothing but the dash for zero. */
export function isNil(block: Block): boolean {
  if (block.kind !== 'text') return false;
  for (const spans of block.parts) {
    for (const span of spans) if (span.nil !== true) return false;
  }
  return true;
}
