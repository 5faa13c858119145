// One row of a table with its sub-rows and its note. Column widths are given.

import type { Cell, Row, TextBlock } from './block.ts';
import type { Context, Fragment, Sink, Spot } from './fragment.ts';
import { recordOverflow } from './fragment.ts';
import { ruleItem } from './rule.ts';
import { layoutFigures } from './table-figures.ts';
import type { ColumnPlace, Grid } from './table-widths.ts';

export interface RowFragment {
  readonly height: number;
  place(spot: Spot, sink: Sink): void;
}

interface CellFragment {
  readonly cell: Cell;
  readonly fragment: Fragment;
  /** Left edge of the space offered, from the left of the table. */
  readonly x: number;
  /** What the ink takes in width, for finding room for a note. */
  readonly inkLeft: number;
  readonly inkRight: number;
}

interface Lines {
  readonly cells: readonly CellFragment[];
  readonly height: number;
}

export function layoutRow(row: Row, grid: Grid, context: Context): RowFragment {
  const main = layoutCells(row, grid, context);
  const note = row.note === undefined ? undefined : layoutNote(row.note, main, { grid, context });
  const subrows = row.subrows.map((subrow) => layoutRow(subrow, grid, context));
  const below = note?.below === true ? note.fragment.height : 0;
  const subHeight = subrows.reduce((total, subrow) => total + subrow.height, 0);
  const content = main.height + below + subHeight;
  const height = Math.max(row.minHeight, content + row.pad);
  const lead = row.middle ? (height - content) / 2 : row.pad / 2;
  return {
    height,
    place: (spot, sink) => {
      placeGround(row, grid, { ...spot, room: height }, sink);
      const top = spot.y + lead;
      placeCells(main, { ...spot, room: height }, top, sink);
      if (note !== undefined) {
        const noteY = note.below ? top + main.height : top + main.height - note.fragment.height;
        note.fragment.place({ x: spot.x + note.x, y: noteY, room: note.fragment.height }, sink);
      }
      let y = top + main.height + below;
      for (const subrow of subrows) {
        subrow.place({ x: spot.x, y, room: subrow.height }, sink);
        y += subrow.height;
      }
    },
  };
}

function placeCells(main: Lines, spot: Spot, top: number, sink: Sink): void {
  for (const { cell, fragment, x } of main.cells) {
    // A box to write in belongs to the whole row, text to the row's lines.
    const field = cell.block.kind === 'field';
    const y = field ? spot.y : top;
    fragment.place({ x: spot.x + x, y, room: field ? spot.room : main.height }, sink);
  }
}

function placeGround(row: Row, grid: Grid, spot: Spot, sink: Sink): void {
  const last = grid.columns.at(-1);
  const width = last === undefined ? 0 : last.x + last.width;
  if (row.fill !== undefined) {
    const area = { x: spot.x, y: spot.y, width, height: spot.room };
    sink({ kind: 'rect', ...area, fill: row.fill, source: row.source, role: 'decoration' });
  }
  if (row.rule === undefined) return;
  const from = edgeOf(grid, row.rule.from, 'left') ?? 0;
  const to = edgeOf(grid, row.rule.to, 'right') ?? width;
  const at = { x: spot.x + from, y: spot.y, length: to - from, vertical: false };
  sink(ruleItem(row, { ...at, ...row.rule.stroke }));
}

function edgeOf(grid: Grid, id: string | undefined, side: 'left' | 'right'): number | undefined {
  const column = id === undefined ? undefined : placeOf(grid, id);
  if (column === undefined) return undefined;
  return side === 'left' ? column.x : column.x + column.width;
}

function placeOf(grid: Grid, id: string): ColumnPlace | undefined {
  return grid.columns.find((column) => column.spec.id === id);
}

function layoutCells(row: Row, grid: Grid, context: Context): Lines {
  const cells: CellFragment[] = [];
  let height = 0;
  for (const cell of row.cells) {
    const placed = layoutCell(cell, grid, context);
    if (placed === undefined) continue;
    cells.push(placed);
    if (!cell.floats) height = Math.max(height, placed.fragment.height);
  }
  return { cells, height };
}

function layoutCell(cell: Cell, grid: Grid, context: Context): CellFragment | undefined {
  const range = grid.occupancy.rangeOf(cell);
  const first = range && grid.columns[range.from];
  const last = range && grid.columns[range.to];
  // An empty column has given way; what it had to say was a dash or nothing.
  if (first === undefined || last === undefined) return undefined;
  const { block } = cell;
  const single = first === last && cell.or === undefined;
  if (block.kind === 'text' && single && first.spec.align === 'comma') {
    return layoutFigureCell(cell, block, { column: first, context });
  }
  const x = first.x + first.spec.padLeft + cell.indent;
  const width = last.x + last.width - last.spec.padRight - x;
  const fragment = context.layout(block, width);
  const right = block.kind === 'text' && block.align === 'right';
  const inkLeft = right ? x + width - fragment.width : x;
  return { cell, fragment, x, inkLeft, inkRight: inkLeft + fragment.width };
}

function layoutFigureCell(
  cell: Cell,
  block: TextBlock,
  { column, context }: { column: ColumnPlace; context: Context },
): CellFragment {
  const fragment = layoutFigures(block, column.comma, context.measure);
  // Ink beyond the left edge of the column is as bad as ink beyond the right one.
  const needed = Math.max(fragment.left + fragment.width, column.width - fragment.left);
  recordOverflow(context, block.source, needed, column.width);
  const inkLeft = column.x + fragment.left;
  return { cell, fragment, x: column.x, inkLeft, inkRight: inkLeft + fragment.width };
}

interface NoteFragment {
  readonly fragment: Fragment;
  readonly x: number;
  readonly below: boolean;
}

/** Right-aligned to its column; on the last line of the row where no ink stands in its way. */
function layoutNote(
  note: NonNullable<Row['note']>,
  main: Lines,
  { grid, context }: { grid: Grid; context: Context },
): NoteFragment {
  const column = placeOf(grid, note.column) ?? grid.columns.at(-1);
  const right = column === undefined ? 0 : column.x + column.width - column.spec.padRight;
  const fragment = context.layout(note.block, right);
  const left = right - fragment.width;
  const top = main.height - fragment.height;
  const blocked = main.cells.some(
    ({ cell, fragment: other, inkLeft, inkRight }) =>
      !cell.floats &&
      other.height > top + noteSlack &&
      inkRight + noteGap > left &&
      inkLeft < right,
  );
  return { fragment, x: left, below: top < noteSlack || blocked };
}

/** Lines of unlike leading may overlap by this much (points) and still be clear of each other. */
const noteSlack = 1;
/** Space left of a note, in points, about a word space at 7 pt. */
const noteGap = 3;
