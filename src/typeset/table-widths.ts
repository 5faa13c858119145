// Column widths from content, limits and the sheet's width. Places nothing.
//
// fixed ─ as given          content ─ widest cell or heading word, then up to `grow` more
// flex  ─ up to `want` first, at last all the rest
// optional ─ only where flex keeps `want`

import type { Block, ColumnSpec, TableBlock } from './block.ts';
import type { Context } from './fragment.ts';
import { figureExtent } from './measured.ts';
import { everyCell, findOccupancy, type Occupancy, withoutColumn } from './table-occupancy.ts';
import { leastWidth, textExtent } from './text.ts';

/** A column in its place; `comma` is measured from its left edge. */
export interface ColumnPlace {
  readonly spec: ColumnSpec;
  readonly x: number;
  readonly width: number;
  readonly comma: number;
}

export interface Grid {
  readonly occupancy: Occupancy;
  readonly columns: readonly ColumnPlace[];
  /** How much the flex column lacks to its minimum; 0 where it is wide enough. */
  readonly lack: number;
}

/** Headings may break between words. */
function headingWidth(heading: Block, context: Context): number {
  return heading.kind === 'text' ? leastWidth(heading, context.measure) : context.extent(heading);
}

interface Need {
  width: number;
  fraction: number;
}

export function layoutGrid(table: TableBlock, width: number, context: Context): Grid {
  let occupancy = findOccupancy(table);
  let needs = contentNeeds(table, occupancy, context);
  for (const column of occupancy.columns) {
    if (column.width.kind !== 'optional') continue;
    const free = width - sum(needs, occupancy, column.id);
    const taken = Math.min(needs.get(column.id)?.width ?? 0, column.width.max) + column.width.spare;
    if (free - taken > flexWant(occupancy)) continue;
    occupancy = withoutColumn(table, occupancy, column.id);
    needs = contentNeeds(table, occupancy, context);
  }
  return placeColumns(occupancy, needs, width);
}

/** What is taken by all but the flex columns and the one left out. */
function sum(needs: ReadonlyMap<string, Need>, occupancy: Occupancy, without: string): number {
  let taken = 0;
  for (const { id, width } of occupancy.columns) {
    if (id !== without && width.kind !== 'flex') taken += needs.get(id)?.width ?? 0;
  }
  return taken;
}

function flexWant(occupancy: Occupancy): number {
  let want = 0;
  for (const { width } of occupancy.columns) if (width.kind === 'flex') want += width.want;
  return want;
}

function contentNeeds(
  table: TableBlock,
  occupancy: Occupancy,
  context: Context,
): Map<string, Need> {
  const needs = new Map<string, Need>();
  const wholes = new Map<string, number>();
  for (const column of occupancy.columns) {
    const heading = column.heading === undefined ? 0 : headingWidth(column.heading, context);
    needs.set(column.id, { width: heading, fraction: 0 });
  }
  for (const cell of everyCell(table.rows)) {
    const range = occupancy.rangeOf(cell);
    const column = range && occupancy.columns[range.from];
    if (range === undefined || column === undefined || range.from !== range.to) continue;
    const need = needs.get(column.id);
    if (need === undefined || column.width.kind === 'fixed' || column.width.kind === 'flex')
      continue;
    if (column.align === 'comma' && cell.block.kind === 'text' && cell.or === undefined) {
      const extent = figureExtent(cell.block, context.measure);
      wholes.set(column.id, Math.max(wholes.get(column.id) ?? 0, extent.whole));
      need.fraction = Math.max(need.fraction, extent.fraction);
      need.width = Math.max(need.width, (wholes.get(column.id) ?? 0) + need.fraction);
    } else {
      need.width = Math.max(need.width, cell.indent + cellWidth(column, cell.block, context));
    }
  }
  for (const column of occupancy.columns) finishNeed(column, needs.get(column.id));
  widenForSpans(table, occupancy, { needs, context });
  return needs;
}

function cellWidth(column: ColumnSpec, block: Block, context: Context): number {
  if (block.kind !== 'text') return context.extent(block);
  return textExtent(block, context.measure, column.inlineUpTo);
}

function finishNeed(column: ColumnSpec, need: Need | undefined): void {
  if (need === undefined) return;
  const { width } = column;
  if (width.kind === 'fixed') need.width = width.width;
  else if (width.kind !== 'flex') {
    // A hair more than measured, so that no text wraps at exactly its own width.
    need.width = Math.min(need.width + 0.01, width.max) + column.padLeft + column.padRight;
  }
}

/** Headings and cells over several content columns widen them evenly where they are too narrow. */
function widenForSpans(
  table: TableBlock,
  occupancy: Occupancy,
  { needs, context }: { needs: Map<string, Need>; context: Context },
): void {
  const widen = (range: { from: number; to: number } | undefined, wanted: number): void => {
    if (range === undefined || range.from === range.to) return;
    const columns = occupancy.columns.slice(range.from, range.to + 1);
    if (columns.some((column) => column.width.kind !== 'content')) return;
    const has = columns.reduce((total, { id }) => total + (needs.get(id)?.width ?? 0), 0);
    const lack = wanted + (columns[0]?.padLeft ?? 0) + 0.01 - has;
    if (lack <= 0) return;
    for (const { id } of columns) {
      const need = needs.get(id);
      if (need !== undefined) need.width += lack / columns.length;
    }
  };
  for (const group of table.groups) {
    const range = occupancy.rangeOf({ column: group.from, to: group.to });
    // A group's heading may use the padding on its right: nothing stands beside it there.
    widen(range, context.extent(group.heading));
  }
  for (const cell of everyCell(table.rows)) {
    if (cell.column === cell.to || cell.block.kind !== 'text') continue;
    const range = occupancy.rangeOf(cell);
    const first = range && occupancy.columns[range.from];
    if (first === undefined || range === undefined || range.from === range.to) continue;
    const natural = textExtent(cell.block, context.measure, first.inlineUpTo);
    widen(range, natural + cell.indent + (occupancy.columns[range.to]?.padRight ?? 0));
  }
}

function placeColumns(occupancy: Occupancy, needs: ReadonlyMap<string, Need>, width: number): Grid {
  const { columns } = occupancy;
  const widths = columns.map((column) => needs.get(column.id)?.width ?? 0);
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
    const comma = own - spec.padRight - (needs.get(spec.id)?.fraction ?? 0);
    // Nothing stands left of the first column: its text begins on the edge of the table.
    const place = { spec: index === 0 ? { ...spec, padLeft: 0 } : spec, x, width: own, comma };
    x += own;
    return place;
  });
  return { occupancy, columns: places, lack };
}

function indicesOf(columns: readonly ColumnSpec[], kind: ColumnSpec['width']['kind']): number[] {
  return columns.flatMap((column, index) => (column.width.kind === kind ? [index] : []));
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
