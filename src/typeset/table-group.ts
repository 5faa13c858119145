// Cells that rows have in common: laid out once for the same columns, and set as one form.

import type { Cell, CellGroup } from './block.ts';
import { FormFragment } from './form-fragment.ts';
import type { Context, Fragment, Sink } from './fragment.ts';
import { layInForm } from './recurring.ts';
import { type CellFragment, layoutCell } from './table-cell.ts';
import type { Grid } from './table-grid.ts';

/** What every page that has the group in these columns has in common. */
export interface LaidGroup {
  readonly cells: readonly CellFragment[];
  /** Of those that make the row higher. */
  readonly height: number;
  place(x: number, top: number, sink: Sink): void;
}

/** Both keys go when the bills that had them are long past. */
const known = new WeakMap<Grid, WeakMap<CellGroup, LaidGroup>>();

/**
 * Within a form the group is part of that form, and in a page with a structure it has none. A group
 * that overflows is not kept: every page must report it.
 */
export function layoutGroup(group: CellGroup, grid: Grid, context: Context): LaidGroup {
  if (context.inForm || context.structured || !group.shared) {
    return new PlainGroup(layoutCells(group, grid, context));
  }
  const groups = groupsIn(grid);
  const before = groups.get(group);
  if (before !== undefined) return before;
  const { overflows } = context;
  const count = overflows.length;
  const plain = new PlainGroup(layInForm(context, () => layoutCells(group, grid, context)));
  const laid = new FormGroup(plain, { source: group.source, width: grid.width });
  if (overflows.length === count) groups.set(group, laid);
  return laid;
}

function layoutCells({ cells }: CellGroup, grid: Grid, context: Context): readonly CellFragment[] {
  const laid: CellFragment[] = [];
  for (const cell of cells) {
    const placed = layoutCell(cell, grid, context);
    if (placed !== undefined) laid.push(placed);
  }
  // Kept with its group, without the places that a list that grew has free.
  return laid.slice();
}

/** Those of the grid asked for last: a table asks for each of its rows. */
let latest: { readonly grid: Grid; readonly groups: WeakMap<CellGroup, LaidGroup> } | undefined;

function groupsIn(grid: Grid): WeakMap<CellGroup, LaidGroup> {
  if (latest?.grid === grid) return latest.groups;
  let groups = known.get(grid);
  if (groups === undefined) {
    groups = new WeakMap();
    known.set(grid, groups);
  }
  latest = { grid, groups };
  return groups;
}

/** Its cells hang on the first line of the row, however high that is. */
class PlainGroup implements LaidGroup {
  readonly cells: readonly CellFragment[];
  readonly height: number;

  constructor(cells: readonly CellFragment[]) {
    let height = 0;
    for (const { cell, fragment } of cells) {
      if (!cell.floats) height = Math.max(height, fragment.height);
    }
    this.cells = cells;
    this.height = height;
  }

  place(x: number, top: number, sink: Sink): void {
    for (const { fragment, x: dx } of this.cells) {
      fragment.place(x + dx, top, this.height, sink);
    }
  }
}

class FormGroup implements LaidGroup {
  readonly cells: readonly CellFragment[];
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
  #group: CellGroup | undefined;

  constructor(before?: Nils, cell?: Cell) {
    this.#before = before;
    this.#cell = cell;
  }

  /** These and one more. */
  with(cell: Cell): Nils {
    const known = this.#next.get(cell);
    if (known !== undefined) return known;
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
    return { source: cells[0]?.source ?? '', cells, shared: true };
  }
}

let none = new Nils();
let nilsCount = 0;

/** A table has a few patterns of empty columns. */
const nilsKept = 4096;

export function noNils(): Nils {
  if (nilsCount > nilsKept) {
    none = new Nils();
    nilsCount = 0;
  }
  return none;
}
