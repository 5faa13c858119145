// What each shown column of a table needs for its content: the widest heading word, the widest
// cell, its share of what spans it. How the sheet's width is given out is table-widths.ts's.

import type { Block, Cell, ColumnSpec, TableBlock, TextBlock } from './block.ts';
import type { Context } from './fragment.ts';
import type { Measure } from './measure.ts';
import { beforeComma, leastWidth } from './measured.ts';
import { spansWidth } from './span.ts';
import type { Occupancy } from './table-occupancy.ts';
import { textExtent } from './text.ts';

/** Points, padding included. `fraction` is what stands right of the decimal commas. */
export interface Need {
  width: number;
  whole: number;
  fraction: number;
}

export interface TableContent {
  readonly table: TableBlock;
  /** Of all rows and sub-rows. */
  readonly cells: readonly Cell[];
}

/** One for each shown column, in order. */
export function contentNeeds(
  { table, cells }: TableContent,
  occupancy: Occupancy,
  context: Context,
): readonly Need[] {
  const { columns } = occupancy;
  const needs = columns.map(({ heading }): Need => {
    const width = heading === undefined ? 0 : headingWidth(heading, context);
    return { width, whole: 0, fraction: 0 };
  });
  for (const cell of cells) {
    const first = occupancy.first(cell);
    if (first < 0 || (cell.column !== cell.to && first !== occupancy.last(cell))) continue;
    const column = columns[first];
    const need = needs[first];
    if (column !== undefined && need !== undefined) needCell(need, column, cell, context);
  }
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index];
    const need = needs[index];
    if (column !== undefined && need !== undefined) finishNeed(need, column);
  }
  widenForSpans({ table, cells }, occupancy, { needs, context });
  return needs;
}

/** Headings may break between words. */
function headingWidth(heading: Block, context: Context): number {
  return heading.kind === 'text' ? leastWidth(heading, context.measure) : context.extent(heading);
}

function needCell(need: Need, column: ColumnSpec, cell: Cell, context: Context): void {
  const { kind } = column.width;
  if (kind === 'fixed' || kind === 'flex') return;
  const { block } = cell;
  if (column.align === 'comma' && block.kind === 'text' && cell.or === undefined) {
    needFigures(need, block, context.measure);
  } else {
    need.width = Math.max(need.width, cell.indent + cellWidth(column, block, context));
  }
}

/** Widths on both sides of the decimal comma, which belongs to the right. Each part is a figure. */
function needFigures(need: Need, { parts }: TextBlock, measure: Measure): void {
  let { whole, fraction } = need;
  for (const spans of parts) {
    const left = beforeComma(spans, measure);
    const right = spansWidth(spans, measure) - left;
    if (left > whole) whole = left;
    if (right > fraction) fraction = right;
  }
  need.whole = whole;
  need.fraction = fraction;
  need.width = Math.max(need.width, whole + fraction);
}

function cellWidth(column: ColumnSpec, block: Block, context: Context): number {
  if (block.kind !== 'text') return context.extent(block);
  return textExtent(block, context.measure, column.inlineUpTo);
}

function finishNeed(need: Need, { width, padLeft, padRight }: ColumnSpec): void {
  if (width.kind === 'fixed') need.width = width.width;
  else if (width.kind !== 'flex') {
    // A hair more than measured, so that no text wraps at exactly its own width.
    need.width = Math.min(need.width + 0.01, width.max) + padLeft + padRight;
  }
}

/** Headings and cells over several content columns widen them evenly where they are too narrow. */
function widenForSpans(
  { table, cells }: TableContent,
  occupancy: Occupancy,
  { needs, context }: { readonly needs: readonly Need[]; readonly context: Context },
): void {
  const { columns } = occupancy;
  for (const { from, to, heading } of table.groups) {
    const group = { column: from, to, or: undefined };
    const first = occupancy.first(group);
    if (first < 0) continue;
    // A group's heading may use the padding on its right: nothing stands beside it there.
    widen({ first, last: occupancy.last(group) }, columns, needs, context.extent(heading));
  }
  for (const cell of cells) {
    if (cell.column === cell.to || cell.block.kind !== 'text') continue;
    const first = occupancy.first(cell);
    const last = first < 0 ? first : occupancy.last(cell);
    if (first === last) continue;
    const natural = textExtent(cell.block, context.measure, columns[first]?.inlineUpTo);
    const wanted = natural + cell.indent + (columns[last]?.padRight ?? 0);
    widen({ first, last }, columns, needs, wanted);
  }
}

function widen(
  { first, last }: { readonly first: number; readonly last: number },
  columns: readonly ColumnSpec[],
  needs: readonly Need[],
  wanted: number,
): void {
  if (first === last) return;
  let has = 0;
  for (let index = first; index <= last; index += 1) {
    if (columns[index]?.width.kind !== 'content') return;
    has += needs[index]?.width ?? 0;
  }
  const lack = wanted + (columns[first]?.padLeft ?? 0) + 0.01 - has;
  if (lack <= 0) return;
  for (let index = first; index <= last; index += 1) {
    const need = needs[index];
    if (need !== undefined) need.width += lack / (last - first + 1);
  }
}
