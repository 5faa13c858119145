// Cells that rows have in common: laid out once for the same columns, and set as one form.

import type { Cell, CellGroup } from './block.ts';
import { FormFragment } from './form-fragment.ts';
import type { Context, Fragment, Sink } from './fragment.ts';
import type { LaidCell } from './laid-cell.ts';
import { layInForm } from './recurring.ts';
import { layoutCell } from './table-cell.ts';
import type { Grid } from './table-grid.ts';

/** What every page that has the group in these columns has in common. */
export interface LaidGroup {
  readonly cells: readonly LaidCell[];
  /** Of those that make the row higher. */
  readonly height: number;
  place(x: number, top: number, sink: Sink): void;
}

/** What a group remembers of the grids that it was laid out in, the latest first. */
interface Known {
  readonly grid: Grid;
  readonly laid: LaidGroup;
  older: Known | undefined;
}

/** Grids that a group remembers, the latest ones: most tables have one or two. */
const gridsKept = 4;

/**
 * Within a form the group is part of that form, and in a page with a structure it has none. A group
 * that overflows is not kept: every page must report it.
 */
export function layoutGroup(group: CellGroup, grid: Grid, context: Context): LaidGroup {
  if (context.inForm || context.structured || !group.shared) {
    return new PlainGroup(layoutCells(group, grid, context));
  }
  const before = knownIn(group, grid);
  if (before !== undefined) return before;
  const { overflows } = context;
  const count = overflows.length;
  const plain = new PlainGroup(layInForm(context, () => layoutCells(group, grid, context)));
  const laid = new FormGroup(plain, { source: group.source, width: grid.width });
  if (overflows.length > count) return laid;
  group.laid = { grid, laid, older: newest(knownOf(group), gridsKept - 1) };
  return laid;
}

function knownIn(group: CellGroup, grid: Grid): LaidGroup | undefined {
  for (let known = knownOf(group); known !== undefined; known = known.older) {
    if (known.grid === grid) return known.laid;
  }
  return undefined;
}

/** One cast: only this file writes where a group was laid out. */
function knownOf({ laid }: CellGroup): Known | undefined {
  return laid as Known | undefined;
}

/** The first few of a list. */
function newest(known: Known | undefined, count: number): Known | undefined {
  let last = known;
  for (let index = 1; index < count; index += 1) last = last?.older;
  if (last !== undefined) last.older = undefined;
  return known;
}

function layoutCells({ cells }: CellGroup, grid: Grid, context: Context): readonly LaidCell[] {
  const laid: LaidCell[] = [];
  for (const cell of cells) {
    const placed = layoutCell(cell, grid, context);
    if (placed !== undefined) laid.push(placed);
  }
  // Kept with its group, without the places that a list that grew has free.
  return laid.slice();
}

/** Its cells hang on the first line of the row, however high that is. */
class PlainGroup implements LaidGroup {
  readonly cells: readonly LaidCell[];
  readonly height: number;

  constructor(cells: readonly LaidCell[]) {
    let height = 0;
    for (const { cell, height: own } of cells) {
      if (!cell.place.floats) height = Math.max(height, own);
    }
    this.cells = cells;
    this.height = height;
  }

  place(x: number, top: number, sink: Sink): void {
    for (const cell of this.cells) cell.place(x, top, this.height, sink);
  }
}

class FormGroup implements LaidGroup {
  readonly cells: readonly LaidCell[];
  readonly height: number;
  readonly #form: Fragment;

  constructor(plain: PlainGroup, { source, width }: { source: string; width: number }) {
    const { cells, height } = plain;
    this.cells = cells;
    this.height = height;
    const place: Fragment['place'] = (x, top, _room, sink) => plain.place(x, top, sink);
    const fragment = { width, height, baseline: undefined, place };
    this.#form = new FormFragment(fragment, { source, width });
  }

  place(x: number, top: number, sink: Sink): void {
    this.#form.place(x, top, this.height, sink);
  }
}

/** Dashes for zero, one cell after the other: the same ones are the same object. */
export class Nils {
  readonly #before: Nils | undefined;
  readonly #cell: Cell | undefined;
  readonly #next = new Map<Cell, Nils>();
  /** Asked for last: most rows of a table have the same dashes. */
  #latest: Nils | undefined;
  #group: CellGroup | undefined;

  constructor(before?: Nils, cell?: Cell) {
    this.#before = before;
    this.#cell = cell;
  }

  /** These and one more. */
  with(cell: Cell): Nils {
    const latest = this.#latest;
    if (latest !== undefined && latest.#cell === cell) return latest;
    const next = this.#next.get(cell) ?? this.#add(cell);
    this.#latest = next;
    return next;
  }

  #add(cell: Cell): Nils {
    const next = new Nils(this, cell);
    this.#next.set(cell, next);
    nilsCount += 1;
    return next;
  }

  /** The dashes of a row, which have nothing to do with what else it says. */
  get group(): CellGroup {
    this.#group ??= this.#makeGroup();
    return this.#group;
  }

  #makeGroup(): CellGroup {
    const cells: Cell[] = [];
    for (let nils: Nils | undefined = this; nils !== undefined; nils = nils.#before) {
      if (nils.#cell !== undefined) cells.unshift(nils.#cell);
    }
    return { source: cells[0]?.place.source ?? '', cells, shared: true };
  }
}

let none = new Nils();
let nilsCount = 0;

/** A table has a few patterns of empty columns. */
const nilsKept = 4096;

/** What dashes were laid out in, and so the columns of composers that are gone. */
export function forgetNils(): void {
  none = new Nils();
  nilsCount = 0;
}

export function noNils(): Nils {
  if (nilsCount > nilsKept) forgetNils();
  return none;
}
