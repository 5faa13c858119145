// The structure of tables: rows whose cells fill the grid without gaps, whatever stands in them. It
// places nothing.

import type { Cell, Note } from './block.ts';
import { isHeaderCell } from './block-part.ts';
import type { OpenPart, Sink } from './fragment.ts';
import type { ColumnPlace, Grid } from './table-grid.ts';

/** Where the things of a row go. */
export interface RowSinks {
  ofCell(cell: Cell): Sink;
  ofNote(note: Note): Sink;
}

/** The sink of the cell that a column belongs to, by the column's index. */
type ColumnSinks = (column: number) => Sink;

/** A cell of the structure and its columns, both ends inclusive. */
interface Slot {
  readonly from: number;
  readonly to: number;
  readonly heads?: 'row' | 'column';
  readonly rows?: number;
}

/**
 * Cells that share a column are one to who hears them: an emblem and the name beside it. Columns
 * that nothing stands in are empty cells. In a list there are no columns, only an entry.
 */
export function rowSinks(part: OpenPart, cells: readonly Cell[], grid: Grid): RowSinks {
  if (part.kind === 'list') {
    const entry = part.begin({ kind: 'entry' });
    return { ofCell: () => entry, ofNote: () => entry };
  }
  const slots = cells.flatMap((cell): Slot[] => {
    const from = grid.occupancy.first(cell.place);
    if (from < 0) return [];
    const slot = { from, to: grid.occupancy.last(cell.place) };
    if (!isHeaderCell(cell)) return [slot];
    return [{ ...slot, heads: isHeading(cells) ? 'column' : 'row' }];
  });
  const sinks = beginRow(part, slots, grid.columns.length);
  return {
    ofCell: ({ place }) => sinks(grid.occupancy.first(place)),
    ofNote: ({ column }) => sinks(columnIndex(grid, column)),
  };
}

/** A note to a column that gave way stands at the end of the row. */
function columnIndex(grid: Grid, id: string): number {
  const index = grid.columns.findIndex(({ spec }) => spec.id === id);
  return index === -1 ? grid.columns.length - 1 : index;
}

/** In a row of nothing but headings each is its column's; alone among others it is the row's. */
function isHeading(cells: readonly Cell[]): boolean {
  return cells.every(isHeaderCell);
}

/** Where the headings of a table go: those of several columns, and each column's own. */
export interface HeadSinks {
  ofColumns(first: ColumnPlace): Sink;
  ofColumn(column: ColumnPlace): Sink;
}

interface Head {
  readonly headings: readonly { readonly fragment: unknown }[];
  readonly groups: readonly { readonly first: ColumnPlace; readonly last: ColumnPlace }[];
}

/** Two rows where there are groups: a column outside them has its heading in both. */
export function headSinks(part: OpenPart, { columns }: Grid, head: Head): HeadSinks {
  const groups = head.groups.map(({ first, last }): Slot => {
    return { from: columns.indexOf(first), to: columns.indexOf(last), heads: 'column' };
  });
  const rows = groups.length > 0 ? 2 : 1;
  const own = head.headings.map(({ fragment }, index): Slot => {
    const slot = { from: index, to: index };
    return fragment === undefined ? slot : { ...slot, heads: 'column' };
  });
  const isGrouped = ({ from }: Slot): boolean =>
    groups.some((group) => from >= group.from && from <= group.to);
  const alone = own.filter((slot) => !isGrouped(slot)).map((slot) => ({ ...slot, rows }));
  const upper = beginRow(part, [...alone, ...groups], columns.length);
  const lower = new Map<number, Sink>();
  const second = rows === 2 ? part.begin({ kind: 'row' }).part : undefined;
  if (second)
    for (const slot of own) if (isGrouped(slot)) lower.set(slot.from, begin(second, slot));
  return {
    ofColumns: (first) => upper(columns.indexOf(first)),
    ofColumn: (column) => {
      const index = columns.indexOf(column);
      return lower.get(index) ?? upper(index);
    },
  };
}

/** Begins a row whose cells fill the columns from left to right. */
function beginRow(table: OpenPart, slots: readonly Slot[], columns: number): ColumnSinks {
  const row = table.begin({ kind: 'row' }).part ?? table;
  const sinks: Sink[] = [];
  for (let column = 0; column < columns; ) {
    const slot = merged(column, slots);
    const sink = begin(row, slot);
    for (; column <= slot.to; column += 1) sinks.push(sink);
  }
  return (column) => sinks[column] ?? table.aside;
}

/** The cell that begins at a column, as far to the right as others reach that overlap it. */
function merged(column: number, slots: readonly Slot[]): Slot {
  let slot: Slot = slots.find(({ from }) => from === column) ?? { from: column, to: column };
  for (const other of slots) {
    if (other.from >= column && other.from <= slot.to && other.to > slot.to) {
      slot = { ...slot, to: other.to };
    }
  }
  return slot;
}

function begin(row: OpenPart, { from, to, heads, rows = 1 }: Slot): Sink {
  const span = { columns: to - from + 1, rows };
  return row.begin(heads === undefined ? { kind: 'cell', span } : { kind: 'cell', span, heads });
}
