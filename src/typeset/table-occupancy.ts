// Which columns of a table have anything to say, and which cells stand where after the empty ones
// gave way. Widths are table-widths.ts's.

import type { Cell, CellPlace, ColumnSpec, Row } from './block.ts';

/** Where a cell or a group asks to stand, in places of the table's list of columns. */
type Wanted = Pick<CellPlace, 'column' | 'to' | 'or'>;

export class Occupancy {
  /** Shown columns in order; optional ones may still go for want of width. */
  readonly columns: readonly ColumnSpec[];
  /** Of the shown ones, their places in the table's list. */
  readonly places: readonly number[];
  /** By column of the table: whether it is shown. */
  readonly shown: readonly boolean[];
  /** By column of the table: the place among the shown ones of the first at or behind it. */
  readonly #behind: readonly number[];

  constructor(columns: readonly ColumnSpec[], shown: readonly boolean[]) {
    const behind: number[] = [];
    const kept: ColumnSpec[] = [];
    const places: number[] = [];
    for (const [index, column] of columns.entries()) {
      behind.push(kept.length);
      if (shown[index] !== true) continue;
      kept.push(column);
      places.push(index);
    }
    this.columns = kept;
    this.places = places;
    this.shown = shown;
    this.#behind = behind;
  }

  /** The first shown column that a cell takes, or -1 if it has no place. */
  first({ column, to, or }: Wanted): number {
    const from = this.#behind[column] ?? 0;
    if (from <= this.#lastUpTo(to)) return from;
    return or !== undefined && this.shown[or] === true ? (this.#behind[or] ?? 0) : -1;
  }

  /** The last one; of a cell that has a place. */
  last(wanted: Wanted): number {
    const to = this.#lastUpTo(wanted.to);
    return (this.#behind[wanted.column] ?? 0) <= to ? to : this.first(wanted);
  }

  #lastUpTo(column: number): number {
    return (this.#behind[column] ?? 0) - (this.shown[column] === true ? 0 : 1);
  }
}

/** Of one list of columns, which all bills of a layout in one language share. */
const known = new WeakMap<readonly ColumnSpec[], Occupancy[]>();

/** Tables of a layout show few sets of columns. */
const occupanciesKept = 16;

/** The same object for the same columns, so that what follows from it may be remembered. */
export function occupancyOf(columns: readonly ColumnSpec[], shown: readonly boolean[]): Occupancy {
  let occupancies = known.get(columns);
  if (occupancies === undefined) {
    occupancies = [];
    known.set(columns, occupancies);
  }
  for (const occupancy of occupancies) if (areSame(occupancy.shown, shown)) return occupancy;
  const occupancy = new Occupancy(columns, shown);
  if (occupancies.length === occupanciesKept) occupancies.length = 0;
  occupancies.push(occupancy);
  return occupancy;
}

function areSame(a: readonly boolean[], b: readonly boolean[]): boolean {
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}

/** Of the row itself, those of its groups first. */
export function cellsOf({ cells, groups = [] }: Row): readonly Cell[] {
  if (groups.length === 0) return cells;
  return [...groups.flatMap((group) => group.cells), ...cells];
}

/** Nothing but the dash for zero. */
export function isNil({ block, figure }: Cell): boolean {
  if (figure !== undefined) return figure.nil === true;
  if (block.kind !== 'text') return false;
  const { parts } = block;
  const first = parts[0]?.[0];
  if (first !== undefined && first.nil !== true) return false;
  for (const spans of parts) {
    for (const span of spans) if (span.nil !== true) return false;
  }
  return true;
}
