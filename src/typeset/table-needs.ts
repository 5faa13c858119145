// What each shown column of a table needs for its content: the widest heading word, the widest
// cell, its share of what spans it. How the sheet's width is given out is table-widths.ts's.

import type { Block, ColumnGroup, ColumnSpec, TableBlock } from './block.ts';
import type { Context } from './fragment.ts';
import { leastWidth } from './measured.ts';
import { Asked, askCell, type Content } from './table-content.ts';
import type { Occupancy } from './table-occupancy.ts';
import { textExtent } from './text.ts';

/** One for each shown column, in order. Points, padding included in widths only. */
export function contentNeeds(
  content: Content,
  occupancy: Occupancy,
  { table, context }: { readonly table: TableBlock; readonly context: Context },
): Asked {
  const { columns, places } = occupancy;
  const needs = new Asked(columns.length);
  const headings = headingWidths(table.columns, context);
  const { asked } = content;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    needs.widths[index] = Math.max(headings[place] ?? 0, asked.widths[place] ?? 0);
    needs.wholes[index] = asked.wholes[place] ?? 0;
    needs.fractions[index] = asked.fractions[place] ?? 0;
  }
  for (const cell of content.others) {
    const { place } = cell;
    const first = occupancy.first(place);
    if (first < 0 || (place.column !== place.to && first !== occupancy.last(place))) continue;
    const column = columns[first];
    if (column !== undefined) askCell(needs, first, column, { cell, context });
  }
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index];
    if (column !== undefined) finishNeed(needs, index, column);
  }
  widenForGroups(table.groups, occupancy, needs, context);
  widenForCells(content, occupancy, needs, context);
  return needs;
}

/** An entry goes with the columns of its layout. */
const known = new WeakMap<readonly ColumnSpec[], readonly number[]>();

/** By column of the table. Headings may break between words. */
function headingWidths(columns: readonly ColumnSpec[], context: Context): readonly number[] {
  const before = known.get(columns);
  if (before !== undefined) return before;
  const widths = columns.map(({ heading }) => {
    return heading === undefined ? 0 : headingWidth(heading, context);
  });
  known.set(columns, widths);
  return widths;
}

function headingWidth(heading: Block, context: Context): number {
  return heading.kind === 'text' ? leastWidth(heading, context.measure) : context.extent(heading);
}

function finishNeed({ widths, wholes, fractions }: Asked, index: number, column: ColumnSpec): void {
  const { width, padLeft, padRight } = column;
  if (width.kind === 'fixed') widths[index] = width.width;
  else if (width.kind !== 'flex') {
    const figures = (wholes[index] ?? 0) + (fractions[index] ?? 0);
    const needed = Math.max(widths[index] ?? 0, figures);
    // A hair more than measured, so that no text wraps at exactly its own width.
    widths[index] = Math.min(needed + 0.01, width.max) + padLeft + padRight;
  }
}

/** Headings over several content columns widen them evenly where they are too narrow. */
function widenForGroups(
  groups: readonly ColumnGroup[],
  occupancy: Occupancy,
  needs: Asked,
  context: Context,
): void {
  for (const { from, to, heading } of groups) {
    const group = { column: from, to, or: undefined };
    const first = occupancy.first(group);
    if (first < 0) continue;
    // A group's heading may use the padding on its right: nothing stands beside it there.
    const span = { first, last: occupancy.last(group) };
    widen(span, occupancy.columns, needs, context.extent(heading));
  }
}

/** So do cells. */
function widenForCells(
  { others }: Content,
  occupancy: Occupancy,
  needs: Asked,
  context: Context,
): void {
  const { columns } = occupancy;
  for (const { place, block } of others) {
    if (place.column === place.to || block?.kind !== 'text') continue;
    const first = occupancy.first(place);
    const last = first < 0 ? first : occupancy.last(place);
    if (first === last) continue;
    const natural = textExtent(block, context.measure, columns[first]?.inlineUpTo);
    const wanted = natural + place.indent + (columns[last]?.padRight ?? 0);
    widen({ first, last }, columns, needs, wanted);
  }
}

function widen(
  { first, last }: { readonly first: number; readonly last: number },
  columns: readonly ColumnSpec[],
  { widths }: Asked,
  wanted: number,
): void {
  if (first === last) return;
  let has = 0;
  for (let index = first; index <= last; index += 1) {
    if (columns[index]?.width.kind !== 'content') return;
    has += widths[index] ?? 0;
  }
  const lack = wanted + (columns[first]?.padLeft ?? 0) + 0.01 - has;
  if (lack <= 0) return;
  for (let index = first; index <= last; index += 1) {
    widths[index] = (widths[index] ?? 0) + lack / (last - first + 1);
  }
}
