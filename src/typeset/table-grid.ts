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

export interface Grid {
  readonly occupancy: Occupancy;
  readonly columns: readonly ColumnPlace[];
  /** How much the flex column lacks to its minimum; 0 where it is wide enough. */
  readonly lack: number;
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
export function sameGrid(columns: readonly ColumnSpec[], grid: Grid): Grid {
  let grids = known.get(columns);
  if (grids === undefined) {
    grids = { young: new Map(), old: new Map() };
    known.set(columns, grids);
  }
  const key = keyOf(grid);
  const young = grids.young.get(key);
  if (young !== undefined && areSame(young, grid)) return young;
  const old = grids.old.get(key);
  const same = old !== undefined && areSame(old, grid) ? old : grid;
  if (grids.young.size >= gridsKept) {
    grids.old = grids.young;
    grids.young = new Map();
  }
  grids.young.set(key, same);
  return same;
}

/** From edge to edge, in points. */
export function widthOf({ columns }: Grid): number {
  const last = columns.at(-1);
  return last === undefined ? 0 : last.x + last.width;
}

/** Grids of one key are compared as a whole, so that it need only tell most of them apart. */
function keyOf({ columns, lack }: Grid): number {
  let key = lack;
  for (const { x, comma } of columns) key = key * 3 + x + comma;
  return key;
}

function areSame(a: Grid, b: Grid): boolean {
  if (a.columns.length !== b.columns.length || a.lack !== b.lack) return false;
  for (let index = 0; index < a.columns.length; index += 1) {
    const one = a.columns[index];
    const other = b.columns[index];
    if (one === undefined || other === undefined) return false;
    if (one.spec !== other.spec || one.x !== other.x || one.width !== other.width) return false;
    if (one.left !== other.left || one.comma !== other.comma) return false;
  }
  return true;
}
