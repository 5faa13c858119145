// A table as one fragment: bands, head, rows. Columns are chosen in table-widths.ts.

import type { Block, Cell, Row, TableBlock } from './block.ts';
import type { Context, Fragment, Sink } from './fragment.ts';
import { rectItem } from './rect.ts';
import { ruleItem } from './rule.ts';
import { resized } from './span.ts';
import type { Grid } from './table-grid.ts';
import { layoutHead } from './table-head.ts';
import { heightOf, layoutRows } from './table-row.ts';
import { layoutGrid } from './table-widths.ts';
import { resizeText } from './text.ts';

export function layoutTable(block: TableBlock, width: number, context: Context): Fragment {
  const { table, grid } = chooseSize(block, width, context);
  const head = layoutHead(table, grid, context);
  const rows = layoutRows(table.rows, grid, context);
  const height = heightOf(rows, head.height);
  return {
    width,
    height,
    baseline: undefined,
    place: (x, top, _room, sink) => {
      placeBands(table, grid, { x, y: top, height }, sink);
      head.place(x, top, sink);
      let y = top + head.height;
      for (const row of rows) {
        row.place(x, y, sink);
        y += row.height;
      }
      if (table.endRule !== undefined) {
        const { width: weight, gray } = table.endRule;
        sink(ruleItem(table, { x, y, length: width, vertical: false, width: weight, gray }));
      }
    },
  };
}

/** The columns must leave the flex column its minimum: if not, smaller type, down to the floor. */
function chooseSize(
  block: TableBlock,
  width: number,
  context: Context,
): { table: TableBlock; grid: Grid } {
  let table = block;
  let grid = layoutGrid(table, width, context);
  for (const size of block.shrink) {
    if (grid.lack <= 0) break;
    if (size >= block.size) continue;
    table = scaleTable(block, size);
    grid = layoutGrid(table, width, context);
    context.reductions.push({ source: block.source, size });
  }
  return { table, grid };
}

function scaleTable(table: TableBlock, size: number): TableBlock {
  const scale = (value: number): number => {
    const floor = Math.min(value, table.floor);
    return Math.max(floor, (value * size) / table.size);
  };
  return {
    ...table,
    size,
    rows: table.rows.map((row) => scaleRow(row, scale)),
    groups: table.groups.map((group) => ({ ...group, heading: scaleBlock(group.heading, scale) })),
    columns: table.columns.map((column) =>
      column.heading === undefined
        ? column
        : { ...column, heading: scaleBlock(column.heading, scale) },
    ),
  };
}

function scaleRow(row: Row, scale: (size: number) => number): Row {
  const scaleCell = (cell: Cell): Cell => {
    if (cell.figure === undefined) return { ...cell, block: scaleBlock(cell.block, scale) };
    return { ...cell, figure: resized(cell.figure, scale(cell.figure.size)) };
  };
  return {
    ...row,
    notes: row.notes.map((note) => ({ ...note, block: scaleBlock(note.block, scale) })),
    cells: row.cells.map(scaleCell),
    groups: (row.groups ?? []).map(({ source, cells }) => {
      return { source, cells: cells.map(scaleCell), shared: false };
    }),
    subrows: row.subrows.map((subrow) => scaleRow(subrow, scale)),
  };
}

/**
 * Text shrinks where it stands in the cell itself or in a stack, on lines as far apart as before;
 * other blocks, and text with sizes of its own, stay as they are.
 */
function scaleBlock(block: Block, scale: (size: number) => number): Block {
  if (block.kind === 'stack') {
    return { ...block, children: block.children.map((child) => scaleBlock(child, scale)) };
  }
  if (block.kind !== 'text') return block;
  return resizeText(block, scale);
}

/** The band of a column runs from the head to the end, beneath everything else. */
function placeBands(
  table: TableBlock,
  grid: Grid,
  whole: { readonly x: number; readonly y: number; readonly height: number },
  sink: Sink,
): void {
  for (const { spec, x, width } of grid.columns) {
    if (spec.band === undefined) continue;
    const area = { x: whole.x + x, y: whole.y, width, height: whole.height };
    sink(rectItem(area, { fill: spec.band }, { source: table.source, role: 'decoration' }));
  }
}
