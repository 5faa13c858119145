// One row of a table with its sub-rows and its notes. Column widths are given.

import type { Cell, Note, Row } from './block.ts';
import { snapped } from './form-fragment.ts';
import type { Context, Fragment, Sink } from './fragment.ts';
import { rectItem } from './rect.ts';
import { ruleItem } from './rule.ts';
import { type CellFragment, layoutCell } from './table-cell.ts';
import type { ColumnPlace, Grid } from './table-grid.ts';
import { type LaidGroup, layoutGroup, nilGroup } from './table-group.ts';
import { cellsOf, isNil } from './table-occupancy.ts';
import { type RowSinks, rowSinks } from './table-structure.ts';

export interface RowFragment {
  readonly height: number;
  place(x: number, y: number, sink: Sink): void;
}

interface Lines {
  readonly cells: readonly CellFragment[];
  readonly groups: readonly LaidGroup[];
  readonly height: number;
}

export function layoutRow(row: Row, grid: Grid, context: Context): RowFragment {
  const main = layoutCells(row, grid, context);
  const notes = row.notes.length === 0 ? noNotes : layoutNotes(row.notes, main, { grid, context });
  const below: RowFragment[] = [];
  let belowHeight = 0;
  for (const subrow of row.subrows) {
    const fragment = layoutRow(subrow, grid, context);
    below.push(fragment);
    belowHeight += fragment.height;
  }
  const top = Math.max(main.height, notes.height);
  const content = top + belowHeight;
  const height = Math.max(row.minHeight, content + row.pad);
  const lead = row.middle ? (height - content) / 2 : row.pad / 2;
  return new LaidRow(row, grid, { main, notes: notes.placed, below }, { height, lead, top });
}

interface Parts {
  readonly main: Lines;
  readonly notes: readonly NoteFragment[];
  readonly below: readonly RowFragment[];
}

/** Points from the top of the row: its height, where its lines begin, where its sub-rows do. */
interface Levels {
  readonly height: number;
  readonly lead: number;
  /** Height of the lines with the notes below them. */
  readonly top: number;
}

class LaidRow implements RowFragment {
  readonly height: number;
  readonly #row: Row;
  readonly #grid: Grid;
  readonly #parts: Parts;
  readonly #levels: Levels;

  constructor(row: Row, grid: Grid, parts: Parts, levels: Levels) {
    this.height = levels.height;
    this.#row = row;
    this.#grid = grid;
    this.#parts = parts;
    this.#levels = levels;
  }

  place(x: number, y: number, sink: Sink): void {
    const { main, notes, below } = this.#parts;
    const { height, lead } = this.#levels;
    placeGround(this.#row, this.#grid, { x, y, height }, sink);
    // All cells of a line on the very same hundredth: a form can stand on no other place, and
    // screens would show a lower or higher one beside it a whole pixel off.
    const [left, top] = [snapped(x), snapped(y + lead)];
    const corner = { x: left, y, top };
    const sinks = sink.part && rowSinks(sink.part, cellsOf(this.#row), this.#grid);
    if (sinks === undefined) {
      for (const group of main.groups) group.place(left, top, sink);
      for (const cell of main.cells) this.#placeCell(cell, corner, sink);
    } else this.#placeInOrder(corner, sinks);
    for (const { note, fragment, left: dx, y: dy } of notes) {
      fragment.place(left + dx, top + dy, fragment.height, sinks?.ofNote(note) ?? sink);
    }
    let rowY = top + this.#levels.top;
    for (const subrow of below) {
      subrow.place(x, rowY, sink);
      rowY += subrow.height;
    }
  }

  /** A box to write in belongs to the whole row, text to the row's lines. */
  #placeCell({ cell, fragment, x: dx }: CellFragment, at: Corner, sink: Sink): void {
    const { height } = this.#levels;
    if (cell.block.kind === 'field') fragment.place(at.x + dx, at.y, height, sink);
    else fragment.place(at.x + dx, at.top, this.#parts.main.height, sink);
  }

  /** Who hears the page hears the columns from left to right. */
  #placeInOrder(at: Corner, sinks: RowSinks): void {
    const { cells, groups } = this.#parts.main;
    const placings = cells.map((laid): [CellFragment, () => void] => {
      return [laid, () => this.#placeCell(laid, at, sinks.ofCell(laid.cell))];
    });
    for (const { cells: common, height } of groups) {
      for (const laid of common) {
        const { cell, fragment, x } = laid;
        const place = () => fragment.place(at.x + x, at.top, height, sinks.ofCell(cell));
        placings.push([laid, place]);
      }
    }
    placings.sort(([a], [b]) => a.cell.column - b.cell.column);
    for (const [, place] of placings) place();
  }
}

/** Of a row, and the top of its lines. */
interface Corner {
  readonly x: number;
  readonly y: number;
  readonly top: number;
}

function placeGround(
  row: Row,
  grid: Grid,
  area: { readonly x: number; readonly y: number; readonly height: number },
  sink: Sink,
): void {
  const { fill, rule, source } = row;
  if (fill === undefined && rule === undefined) return;
  const { x, y, height } = area;
  const last = grid.columns.at(-1);
  const width = last === undefined ? 0 : last.x + last.width;
  if (fill !== undefined) {
    sink(rectItem({ x, y, width, height }, { fill }, { source, role: 'decoration' }));
  }
  if (rule === undefined) return;
  const from = edgeOf(grid, rule.from, 'left') ?? 0;
  const to = edgeOf(grid, rule.to, 'right') ?? width;
  sink(ruleItem(row, { x: x + from, y, length: to - from, vertical: false, ...rule.stroke }));
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
  const groups: LaidGroup[] = [];
  const nils: Cell[] = [];
  let height = 0;
  for (const group of row.groups ?? []) groups.push(layoutGroup(group, grid, context));
  for (const cell of row.cells) {
    if (isNil(cell.block)) nils.push(cell);
    else {
      const placed = layoutCell(cell, grid, context);
      if (placed === undefined) continue;
      cells.push(placed);
      if (!cell.floats) height = Math.max(height, placed.fragment.height);
    }
  }
  if (nils.length > 0) groups.push(layoutGroup(nilGroup(nils), grid, context));
  for (const group of groups) height = Math.max(height, group.height);
  return { cells, groups, height };
}

interface NoteFragment {
  readonly note: Note;
  readonly fragment: Fragment;
  /** Left and right edge from the left of the table. */
  readonly left: number;
  readonly right: number;
  /** From the top of the row's lines. */
  readonly y: number;
}

interface Notes {
  readonly placed: readonly NoteFragment[];
  /** Of the row's lines and the lines that notes took below them. */
  readonly height: number;
}

const noNotes: Notes = { placed: [], height: 0 };

/** Each ends where the lines end so far, or takes a line below where it would meet other ink. */
function layoutNotes(
  notes: readonly Note[],
  main: Lines,
  { grid, context }: { grid: Grid; context: Context },
): Notes {
  const placed: NoteFragment[] = [];
  let { height } = main;
  for (const note of notes) {
    const column = placeOf(grid, note.column) ?? grid.columns.at(-1);
    const right = column === undefined ? 0 : column.x + column.width - column.spec.padRight;
    const fragment = context.layout(note.block, right);
    const left = right - fragment.width;
    const y = height - fragment.height;
    const meets = (ink: { left: number; right: number; foot: number }): boolean =>
      ink.foot > y + noteSlack && ink.right + noteGap > left && ink.left < right;
    const blocked = y < noteSlack || cellInks(main).some(meets) || placed.map(inkOf).some(meets);
    placed.push({ note, fragment, left, right, y: blocked ? height : y });
    if (blocked) height += fragment.height;
  }
  return { placed, height };
}

function cellInks({ cells, groups }: Lines) {
  return [...groups.flatMap((group) => group.cells), ...cells]
    .filter(({ cell }) => !cell.floats)
    .map(({ x, inset, fragment }) => ({
      left: x + inset,
      right: x + inset + fragment.width,
      foot: fragment.height,
    }));
}

function inkOf({ left, right, y, fragment }: NoteFragment) {
  return { left, right, foot: y + fragment.height };
}

/** Lines of unlike leading may overlap by this much (points) and still be clear of each other. */
const noteSlack = 1;
/** Space left of a note, in points, about a word space at 7 pt. */
const noteGap = 3;
