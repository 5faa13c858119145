// Column widths from content, limits and the sheet's width. Places nothing.
//
// fixed ─ as given          content ─ widest cell or heading word, then up to `grow` more
// flex  ─ up to `want` first, at last all the rest
// optional ─ only where flex keeps `want`

import type { ColumnSpec, TableBlock } from './block.ts';
import type { Context } from './fragment.ts';
import { type ColumnPlace, type Grid, sameGrid } from './table-grid.ts';
import { contentNeeds, type Need } from './table-needs.ts';
import { everyCell, findOccupancy, type Occupancy } from './table-occupancy.ts';

export function layoutGrid(table: TableBlock, width: number, context: Context): Grid {
  const content = { table, cells: everyCell(table.rows) };
  let occupancy = findOccupancy(table, content.cells);
  let needs = contentNeeds(content, occupancy, context);
  for (const column of occupancy.columns) {
    if (column.width.kind !== 'optional') continue;
    const index = occupancy.columns.indexOf(column);
    const free = width - takenWithout(index, needs, occupancy);
    const taken = Math.min(needs[index]?.width ?? 0, column.width.max) + column.width.spare;
    if (free - taken > flexWant(occupancy)) continue;
    occupancy = occupancy.without(table, column);
    needs = contentNeeds(content, occupancy, context);
  }
  return sameGrid(table.columns, placeColumns(occupancy, needs, width));
}

/** What is taken by all but the flex columns and the one left out. */
function takenWithout(index: number, needs: readonly Need[], { columns }: Occupancy): number {
  let taken = 0;
  for (const [other, { width }] of columns.entries()) {
    if (other !== index && width.kind !== 'flex') taken += needs[other]?.width ?? 0;
  }
  return taken;
}

function flexWant(occupancy: Occupancy): number {
  let want = 0;
  for (const { width } of occupancy.columns) if (width.kind === 'flex') want += width.want;
  return want;
}

function placeColumns(occupancy: Occupancy, needs: readonly Need[], width: number): Grid {
  const { columns } = occupancy;
  const widths = needs.map((need) => need.width);
  const flexible = indicesOf(columns, 'flex');
  for (const index of flexible) widths[index] = 0;
  let free = width - widths.reduce((total, w) => total + w, 0);
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
  let x = 0;
  const places = columns.map((spec, index): ColumnPlace => {
    const own = widths[index] ?? 0;
    const comma = own - spec.padRight - (needs[index]?.fraction ?? 0);
    // Nothing stands left of the first column: its text begins on the edge of the table.
    const place = { spec, x, left: index === 0 ? 0 : x + spec.padLeft, width: own, comma };
    x += own;
    return place;
  });
  return { occupancy, columns: places, lack };
}

function indicesOf(columns: readonly ColumnSpec[], kind: ColumnSpec['width']['kind']): number[] {
  const indices: number[] = [];
  for (const [index, { width }] of columns.entries()) if (width.kind === kind) indices.push(index);
  return indices;
}

/** Shares free width evenly, each column up to its `grow`; returns what was given away. */
function growContent(columns: readonly ColumnSpec[], widths: number[], free: number): number {
  const growing = columns.flatMap(({ width }, index) =>
    width.kind === 'content' && width.grow > 0 ? [{ index, grow: width.grow }] : [],
  );
  if (free <= 0 || growing.length === 0) return 0;
  let given = 0;
  for (const { index, grow } of growing) {
    const more = Math.min(grow, free / growing.length);
    widths[index] = (widths[index] ?? 0) + more;
    given += more;
  }
  return given;
}
