// What the cells of a table ask of its columns, gathered in one pass over its rows. What the
// columns then get is table-widths.ts's.

import type { Block, Cell, CellGroup, ColumnSpec, Row, TableBlock } from './block.ts';
import type { Context } from './fragment.ts';
import type { TextBlock } from './leaf-block.ts';
import type { Measure } from './measure.ts';
import { beforeComma } from './measured.ts';
import { spansWidth, spanWidth, wholeWidth } from './span.ts';
import { isNil, type Occupancy, occupancyOf } from './table-occupancy.ts';
import { textExtent } from './text.ts';

/** Points without padding, each list by column. */
export class Asked {
  /** Widest cell that is no figure. */
  readonly widths: number[];
  /** Widest left and right part of a figure; the decimal comma belongs to the right one. */
  readonly wholes: number[];
  readonly fractions: number[];

  constructor(columns: number) {
    this.widths = new Array<number>(columns).fill(0);
    this.wholes = new Array<number>(columns).fill(0);
    this.fractions = new Array<number>(columns).fill(0);
  }
}

/** By column of the table. */
export class Content {
  readonly columns: readonly ColumnSpec[];
  /** Whether it is shown whatever it says, or says anything. */
  readonly shown: boolean[];
  /** By cells that stand in one column, come what may. */
  readonly asked: Asked;
  /** Cells that span columns or may move, in reading order. */
  readonly others: Cell[] = [];

  constructor(columns: readonly ColumnSpec[]) {
    this.columns = columns;
    this.shown = columns.map(({ always }) => always);
    this.asked = new Asked(columns.length);
  }
}

export function contentOf({ columns, rows }: TableBlock, context: Context): Content {
  const content = new Content(columns);
  gatherRows(content, rows, context);
  return content;
}

/** A cell of one column keeps it alive; a spanning cell keeps none, but may call in its `or`. */
export function findOccupancy({ columns, shown, others }: Content): Occupancy {
  for (const { place } of others) {
    const { or, column, to } = place;
    if (or !== undefined && !isAnyShown(shown, column, to)) shown[or] = true;
  }
  return occupancyOf(columns, shown);
}

function isAnyShown(shown: readonly boolean[], from: number, to: number): boolean {
  for (let column = from; column <= to; column += 1) if (shown[column] === true) return true;
  return false;
}

function gatherRows(content: Content, rows: readonly Row[], context: Context): void {
  for (const { groups, cells, subrows } of rows) {
    if (groups !== undefined) for (const group of groups) gatherGroup(content, group, context);
    gatherCells(content, cells, context);
    if (subrows.length > 0) gatherRows(content, subrows, context);
  }
}

function gatherCells(content: Content, cells: readonly Cell[], context: Context): void {
  const { columns, shown, asked, others } = content;
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index];
    if (cell === undefined) continue;
    const { place } = cell;
    const { column } = place;
    const spec = columns[column];
    if (spec === undefined || column !== place.to || place.or !== undefined) {
      others.push(cell);
      continue;
    }
    if (shown[column] !== true && !isNil(cell)) shown[column] = true;
    askCell(asked, column, spec, { cell, context });
  }
}

/** Adds what a cell asks of the column at `index`, a place in the lists. */
export function askCell(
  asked: Asked,
  index: number,
  { align, width: { kind }, inlineUpTo }: ColumnSpec,
  { cell, context }: { readonly cell: Cell; readonly context: Context },
): void {
  if (kind === 'fixed' || kind === 'flex') return;
  const { place, block, figure } = cell;
  if (figure !== undefined) {
    const whole = wholeWidth(figure, context.measure);
    askFigure(asked, index, whole, spanWidth(figure, context.measure) - whole);
    return;
  }
  if (align === 'comma' && block.kind === 'text' && place.or === undefined) {
    askFigures(asked, index, block, context.measure);
    return;
  }
  const width = place.indent + cellWidth(block, inlineUpTo, context);
  if (width > (asked.widths[index] ?? 0)) asked.widths[index] = width;
}

/** Each part is a figure. */
function askFigures(asked: Asked, index: number, { parts }: TextBlock, measure: Measure): void {
  for (let part = 0; part < parts.length; part += 1) {
    const spans = parts[part] ?? [];
    const whole = beforeComma(spans, measure);
    askFigure(asked, index, whole, spansWidth(spans, measure) - whole);
  }
}

function askFigure({ wholes, fractions }: Asked, index: number, whole: number, fraction: number) {
  if (whole > (wholes[index] ?? 0)) wholes[index] = whole;
  if (fraction > (fractions[index] ?? 0)) fractions[index] = fraction;
}

function cellWidth(block: Block, inlineUpTo: number, context: Context): number {
  if (block.kind !== 'text') return context.extent(block);
  return textExtent(block, context.measure, inlineUpTo);
}

/** What a group of cells asks in these columns: of most of them nothing. */
interface GroupAsks {
  readonly columns: readonly ColumnSpec[];
  readonly asks: readonly Ask[];
  readonly others: readonly Cell[];
}

interface Ask {
  readonly column: number;
  readonly shown: boolean;
  readonly width: number;
  readonly whole: number;
  readonly fraction: number;
}

function gatherGroup(content: Content, group: CellGroup, context: Context): void {
  if (!group.shared) {
    gatherCells(content, group.cells, context);
    return;
  }
  const { shown, asked, others } = content;
  const known = asksOf(group, content.columns, context);
  for (const ask of known.asks) {
    const { column } = ask;
    if (ask.shown) shown[column] = true;
    if (ask.width > (asked.widths[column] ?? 0)) asked.widths[column] = ask.width;
    if (ask.whole > (asked.wholes[column] ?? 0)) asked.wholes[column] = ask.whole;
    if (ask.fraction > (asked.fractions[column] ?? 0)) asked.fractions[column] = ask.fraction;
  }
  for (const cell of known.others) others.push(cell);
}

function asksOf(group: CellGroup, columns: readonly ColumnSpec[], context: Context): GroupAsks {
  // One cast: only this function writes what a group asks.
  const before = group.asks as GroupAsks | undefined;
  if (before !== undefined && before.columns === columns) return before;
  const content = new Content(columns);
  gatherCells(content, group.cells, context);
  const { shown, asked, others } = content;
  const asks: Ask[] = [];
  for (let column = 0; column < columns.length; column += 1) {
    const width = asked.widths[column] ?? 0;
    const whole = asked.wholes[column] ?? 0;
    const fraction = asked.fractions[column] ?? 0;
    const isShown = shown[column] === true && columns[column]?.always !== true;
    if (!isShown && width === 0 && whole === 0 && fraction === 0) continue;
    asks.push({ column, shown: isShown, width, whole, fraction });
  }
  const made = { columns, asks, others: others.slice() };
  group.asks = made;
  return made;
}
