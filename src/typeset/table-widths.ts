// Column widths from content, limits and the sheet's width. Places nothing.
//
// fixed ─ as given          content ─ widest cell or heading word, then up to `grow` more
// flex  ─ up to `want` first, at last all the rest
// optional ─ only where flex keeps `want`

import type { ColumnSpec, TableBlock } from './block.ts';
import type { Context } from './fragment.ts';
import { type Asked, contentOf, findOccupancy } from './table-content.ts';
import { type Grid, gridOf } from './table-grid.ts';
import { contentNeeds } from './table-needs.ts';
import { type Occupancy, occupancyOf } from './table-occupancy.ts';

export function layoutGrid(table: TableBlock, width: number, context: Context): Grid {
  const content = contentOf(table, context);
  let occupancy = findOccupancy(content);
  let needs = contentNeeds(content, occupancy, { table, context });
  for (const column of occupancy.columns) {
    if (column.width.kind !== 'optional') continue;
    const index = occupancy.columns.indexOf(column);
    const free = width - takenWithout(index, needs, occupancy);
    const taken = Math.min(needs.widths[index] ?? 0, column.width.max) + column.width.spare;
    if (free - taken > flexWant(occupancy)) continue;
    occupancy = without(occupancy, index, table);
    needs = contentNeeds(content, occupancy, { table, context });
  }
  const lack = giveOut(occupancy, needs.widths, width);
  const { widths, fractions } = needs;
  return gridOf(table.columns, { occupancy, widths, fractions, lack });
}

/** The same without one of the shown columns, for which the width has no room. */
function without({ shown, places }: Occupancy, index: number, table: TableBlock): Occupancy {
  const gone = places[index];
  const rest = shown.map((is, column) => is && column !== gone);
  return occupancyOf(table.columns, rest);
}

/** What is taken by all but the flex columns and the one left out. */
function takenWithout(index: number, { widths }: Asked, { columns }: Occupancy): number {
  let taken = 0;
  for (let other = 0; other < columns.length; other += 1) {
    if (other !== index && columns[other]?.width.kind !== 'flex') taken += widths[other] ?? 0;
  }
  return taken;
}

function flexWant(occupancy: Occupancy): number {
  let want = 0;
  for (const { width } of occupancy.columns) if (width.kind === 'flex') want += width.want;
  return want;
}

/** Turns what columns need into what they get; returns what the flex column lacks. */
function giveOut({ columns }: Occupancy, widths: number[], width: number): number {
  const flexible = indicesOf(columns, 'flex');
  for (const index of flexible) widths[index] = 0;
  let taken = 0;
  for (const own of widths) taken += own;
  let free = width - taken;
  let lack = 0;
  for (const index of flexible) {
    const spec = columns[index]?.width;
    if (spec?.kind !== 'flex') continue;
    const share = Math.max(0, Math.min(spec.want, free / flexible.length));
    widths[index] = share;
    lack = Math.max(lack, spec.min - share);
  }
  for (const index of flexible) free -= widths[index] ?? 0;
  free -= growContent(columns, widths, free);
  const takers = flexible.length > 0 ? flexible : indicesOf(columns, 'content');
  for (const index of takers) widths[index] = (widths[index] ?? 0) + free / takers.length;
  return lack;
}

function indicesOf(columns: readonly ColumnSpec[], kind: ColumnSpec['width']['kind']): number[] {
  const indices: number[] = [];
  for (let index = 0; index < columns.length; index += 1) {
    if (columns[index]?.width.kind === kind) indices.push(index);
  }
  return indices;
}

/** Shares free width evenly, each column up to its `grow`; returns what was given away. */
function growContent(columns: readonly ColumnSpec[], widths: number[], free: number): number {
  let growing = 0;
  for (const { width } of columns) if (width.kind === 'content' && width.grow > 0) growing += 1;
  if (free <= 0 || growing === 0) return 0;
  let given = 0;
  for (let index = 0; index < columns.length; index += 1) {
    const spec = columns[index]?.width;
    if (spec?.kind !== 'content' || spec.grow <= 0) continue;
    const more = Math.min(spec.grow, free / growing);
    widths[index] = (widths[index] ?? 0) + more;
    given += more;
  }
  return given;
}
