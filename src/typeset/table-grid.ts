// Column places that came before are the same object again, so that what was laid out in them can
// be found. It chooses no widths.

import type { ColumnSpec } from './block.ts';
import type { Occupancy } from './table-occupancy.ts';

/** A column in its place; `comma` is measured from its left edge. */
export interface ColumnPlace {
  readonly spec: ColumnSpec;
  /** Left edge of the column, and of what stands in it, from the left of the table. */
  readonly x: number;
  readonly left: number;
  readonly width: number;
  readonly comma: number;
}

/** What decides where everything stands. The lists are by shown column, in points. */
export interface GridSpec {
  readonly occupancy: Occupancy;
  /** Padding included. */
  readonly widths: readonly number[];
  /** What stands right of the decimal commas. */
  readonly fractions: readonly number[];
  /** How much the flex column lacks to its minimum; 0 where it is wide enough. */
  readonly lack: number;
}

export class Grid {
  readonly spec: GridSpec;
  readonly occupancy: Occupancy;
  readonly columns: readonly ColumnPlace[];
  readonly lack: number;
  /** From edge to edge, in points. */
  readonly width: number;

  constructor(spec: GridSpec) {
    const { occupancy, widths, fractions, lack } = spec;
    let x = 0;
    const columns = occupancy.columns.map((column, index): ColumnPlace => {
      const own = widths[index] ?? 0;
      const comma = own - column.padRight - (fractions[index] ?? 0);
      // Nothing stands left of the first column: its text begins on the edge of the table.
      const left = index === 0 ? 0 : x + column.padLeft;
      const place = { spec: column, x, left, width: own, comma };
      x += own;
      return place;
    });
    const last = columns.at(-1);
    this.spec = spec;
    this.occupancy = occupancy;
    this.columns = columns;
    this.lack = lack;
    this.width = last === undefined ? 0 : last.x + last.width;
  }

  /** The place of a column, if it is shown. */
  named(id: string): ColumnPlace | undefined {
    for (const column of this.columns) if (column.spec.id === id) return column;
    return undefined;
  }
}

/** Two generations: what is not asked for while one fills is forgotten. */
interface Grids {
  young: Map<number, Grid>;
  old: Map<number, Grid>;
}

/** Of one list of columns, which all bills of a layout in one language share. */
const known = new WeakMap<readonly ColumnSpec[], Grids>();

/** Columns follow figures: most have a few widths, the rest come once. Each keeps its rows. */
const gridsKept = 6;

/** The grid that was first met with these places. */
export function gridOf(columns: readonly ColumnSpec[], spec: GridSpec): Grid {
  let grids = known.get(columns);
  if (grids === undefined) {
    grids = { young: new Map(), old: new Map() };
    known.set(columns, grids);
  }
  const key = keyOf(spec);
  const young = grids.young.get(key);
  if (young !== undefined && areSame(young.spec, spec)) return young;
  const old = grids.old.get(key);
  const grid = old !== undefined && areSame(old.spec, spec) ? old : new Grid(spec);
  if (grids.young.size >= gridsKept) {
    grids.old = grids.young;
    grids.young = new Map();
  }
  grids.young.set(key, grid);
  return grid;
}

/** Grids of one key are compared as a whole, so that it need only tell most of them apart. */
function keyOf({ widths, fractions, lack }: GridSpec): number {
  let key = lack;
  for (let index = 0; index < widths.length; index += 1) {
    key = key * 3 + (widths[index] ?? 0) + (fractions[index] ?? 0) / 2;
  }
  return key;
}

function areSame(a: GridSpec, b: GridSpec): boolean {
  if (a.occupancy !== b.occupancy || a.lack !== b.lack) return false;
  for (let index = 0; index < a.widths.length; index += 1) {
    if (a.widths[index] !== b.widths[index] || a.fractions[index] !== b.fractions[index]) {
      return false;
    }
  }
  return true;
}
