// One row of a table with its sub-rows and its notes. Column widths are given.

import type { Row } from './block.ts';
import { snapped } from './form-fragment.ts';
import type { Context, Sink } from './fragment.ts';
import type { LaidCell } from './laid-cell.ts';
import { rectItem } from './rect.ts';
import { ruleItem } from './rule.ts';
import { layoutCell } from './table-cell.ts';
import type { Grid } from './table-grid.ts';
import { type LaidGroup, layoutGroup, noNils } from './table-group.ts';
import { type Lines, layoutNotes, type Notes } from './table-notes.ts';
import { cellsOf, isNil } from './table-occupancy.ts';
import { type RowSinks, rowSinks } from './table-structure.ts';

export interface RowFragment {
  readonly height: number;
  place(x: number, y: number, sink: Sink): void;
}

const noNotes: Notes = { placed: [], height: 0 };
const noRows: readonly RowFragment[] = [];

class LaidRow implements RowFragment {
  readonly height: number;
  /** From the top of the row to that of its lines. */
  readonly #lead: number;
  /** Of the lines with the notes below them. */
  readonly #top: number;
  readonly #row: Row;
  readonly #grid: Grid;
  readonly #main: Lines;
  readonly #notes: Notes['placed'];
  readonly #below: readonly RowFragment[];

  constructor(row: Row, grid: Grid, context: Context) {
    const main = layoutCells(row, grid, context);
    const notes =
      row.notes.length === 0 ? noNotes : layoutNotes(row.notes, main, { grid, context });
    const below = row.subrows.length === 0 ? noRows : layoutRows(row.subrows, grid, context);
    const top = Math.max(main.height, notes.height);
    const content = top + heightOf(below);
    const height = Math.max(row.minHeight, content + row.pad);
    this.height = height;
    this.#lead = row.middle ? (height - content) / 2 : row.pad / 2;
    this.#top = top;
    this.#row = row;
    this.#grid = grid;
    this.#main = main;
    this.#notes = notes.placed;
    this.#below = below;
  }

  place(x: number, y: number, sink: Sink): void {
    const { height } = this;
    if (this.#row.fill !== undefined || this.#row.rule !== undefined) {
      placeGround(this.#row, this.#grid, { x, y, height }, sink);
    }
    // All cells of a line on the very same hundredth: a form can stand on no other place, and
    // screens would show a lower or higher one beside it a whole pixel off.
    const left = snapped(x);
    const top = snapped(y + this.#lead);
    const sinks = sink.part && rowSinks(sink.part, cellsOf(this.#row), this.#grid);
    if (sinks === undefined) {
      const { groups, cells } = this.#main;
      for (let index = 0; index < groups.length; index += 1) groups[index]?.place(left, top, sink);
      for (let index = 0; index < cells.length; index += 1) {
        const cell = cells[index];
        if (cell !== undefined) this.#placeCell(cell, { left, y, top }, sink);
      }
    } else this.#placeInOrder({ left, y, top }, sinks);
    if (this.#notes !== noNotes.placed) {
      for (const { note, fragment, left: dx, y: dy } of this.#notes) {
        fragment.place(left + dx, top + dy, fragment.height, sinks?.ofNote(note) ?? sink);
      }
    }
    if (this.#below === noRows) return;
    let rowY = top + this.#top;
    for (const subrow of this.#below) {
      subrow.place(x, rowY, sink);
      rowY += subrow.height;
    }
  }

  /** A box to write in belongs to the whole row, text to the row's lines. */
  #placeCell(laid: LaidCell, { left, y, top }: Corner, sink: Sink): void {
    if (laid.cell.block?.kind === 'field') laid.place(left, y, this.height, sink);
    else laid.place(left, top, this.#main.height, sink);
  }

  /** Who hears the page hears the columns from left to right. */
  #placeInOrder(at: Corner, sinks: RowSinks): void {
    const { cells, groups } = this.#main;
    const placings = cells.map((laid): [LaidCell, () => void] => {
      return [laid, () => this.#placeCell(laid, at, sinks.ofCell(laid.cell))];
    });
    for (const { cells: common, height } of groups) {
      for (const laid of common) {
        const place = () => laid.place(at.left, at.top, height, sinks.ofCell(laid.cell));
        placings.push([laid, place]);
      }
    }
    placings.sort(([a], [b]) => a.cell.place.column - b.cell.place.column);
    for (const [, place] of placings) place();
  }
}

/** Of a row, and the top of its lines. */
interface Corner {
  readonly left: number;
  readonly y: number;
  readonly top: number;
}

export function layoutRows(
  rows: readonly Row[],
  grid: Grid,
  context: Context,
): readonly RowFragment[] {
  const laid: RowFragment[] = [];
  for (const row of rows) laid.push(new LaidRow(row, grid, context));
  return laid;
}

/** Of rows and what stands above them. */
export function heightOf(rows: readonly RowFragment[], above = 0): number {
  let height = above;
  for (const row of rows) height += row.height;
  return height;
}

function placeGround(
  row: Row,
  grid: Grid,
  area: { readonly x: number; readonly y: number; readonly height: number },
  sink: Sink,
): void {
  const { fill, rule, source } = row;
  const { x, y, height } = area;
  const { width } = grid;
  if (fill !== undefined) {
    sink(rectItem({ x, y, width, height }, { fill }, { source, role: 'decoration' }));
  }
  if (rule === undefined) return;
  const first = rule.from === undefined ? undefined : grid.named(rule.from);
  const last = rule.to === undefined ? undefined : grid.named(rule.to);
  const from = first === undefined ? 0 : first.x;
  const length = (last === undefined ? width : last.x + last.width) - from;
  const { width: weight, gray } = rule.stroke;
  sink(ruleItem(row, { x: x + from, y, length, vertical: false, width: weight, gray }));
}

function layoutCells({ groups: common, cells: own }: Row, grid: Grid, context: Context): Lines {
  const cells: LaidCell[] = [];
  const groups: LaidGroup[] = [];
  const none = noNils();
  let nils = none;
  let height = 0;
  if (common !== undefined) {
    for (const group of common) groups.push(layoutGroup(group, grid, context));
  }
  for (const cell of own) {
    if (isNil(cell)) {
      nils = nils.with(cell);
      continue;
    }
    const placed = layoutCell(cell, grid, context);
    if (placed === undefined) continue;
    cells.push(placed);
    if (!cell.place.floats) height = Math.max(height, placed.height);
  }
  if (nils !== none) groups.push(layoutGroup(nils.group, grid, context));
  for (const group of groups) height = Math.max(height, group.height);
  return { cells, groups, height };
}
