// Tables, rows and cells in few words. It asserts nothing.

import type {
  Block,
  Cell,
  CellPlace,
  ColumnSpec,
  Row,
  TableBlock,
} from '../../src/typeset/block.ts';
import { createContext } from '../../src/typeset/layout-block.ts';
import type { TextSetting } from '../../src/typeset/leaf-block.ts';
import type { Span } from '../../src/typeset/span.ts';
import { layoutGrid } from '../../src/typeset/table-widths.ts';
import { aSpan, aText, measure } from './block.ts';

/** A column as wide as its content, without padding, unless told otherwise. */
export function aColumn(id: string, overrides: Partial<ColumnSpec> = {}): ColumnSpec {
  return {
    id,
    align: 'left',
    width: content(),
    padLeft: 0,
    padRight: 0,
    inlineUpTo: 0,
    always: false,
    headingAlign: 'left',
    ...overrides,
  };
}

export function content(grow = 0, max = Number.POSITIVE_INFINITY) {
  return { kind: 'content', grow, max } as const;
}

export function fixed(width: number) {
  return { kind: 'fixed', width } as const;
}

export function flex(min: number, want: number) {
  return { kind: 'flex', min, want } as const;
}

export function optional(max: number, spare: number) {
  return { kind: 'optional', max, spare } as const;
}

/** As templates name columns; `aTable` turns the names into places. */
export type NamedCell = Omit<CellPlace, 'column' | 'to' | 'or' | 'setting'> & {
  readonly content: Block | Span;
  readonly column: string;
  readonly to: string;
  readonly or?: string;
  readonly setting?: TextSetting;
};

export type NamedRow = Omit<Row, 'cells' | 'subrows'> & {
  readonly cells: readonly NamedCell[];
  readonly subrows: readonly NamedRow[];
};

/**
 * A string stands for a text in the alignment of its column, `–` for the dash of nothing; a span
 * for a figure alone, which has no block.
 */
export type CellContent = string | Block | Span | NamedCell;

/** `{ column: content }` as a row without padding. */
export function aRow(
  cells: Readonly<Record<string, CellContent>>,
  overrides: Partial<NamedRow> = {},
): NamedRow {
  return {
    source: 'row',
    cells: Object.entries(cells).map(([column, content]) => cellOf(column, content)),
    subrows: [],
    notes: [],
    pad: 0,
    minHeight: 0,
    middle: false,
    ...overrides,
  };
}

export function aCell(
  column: string,
  content: string | Block | Span,
  overrides: Partial<NamedCell> = {},
): NamedCell {
  const own = typeof content === 'string' ? textOf(content) : content;
  const floats = 'kind' in own && own.kind === 'field';
  return { source: 'cell', indent: 0, floats, column, to: column, content: own, ...overrides };
}

function cellOf(column: string, content: CellContent): NamedCell {
  return typeof content === 'object' && 'content' in content ? content : aCell(column, content);
}

function textOf(text: string): Block {
  if (text !== '–') return aText(text);
  return aText(text, { parts: [[aSpan(text, { nil: true })]] });
}

/** Texts of the cells aligned as the columns say: the composer does this for templates. */
export function aTable(
  columns: readonly ColumnSpec[],
  rows: readonly NamedRow[],
  overrides: Partial<TableBlock> = {},
): TableBlock {
  return {
    kind: 'table',
    source: 'table',
    columns,
    groups: [],
    rows: rows.map((row) => placedRow(row, columns)),
    shrink: [],
    size: 1,
    floor: 0,
    ...overrides,
  };
}

/** The place of a column in a table's list; -1 for a name that is not there. */
export function columnAt(columns: readonly ColumnSpec[], id: string): number {
  return columns.findIndex((column) => column.id === id);
}

function placedRow(row: NamedRow, columns: readonly ColumnSpec[]): Row {
  return {
    ...row,
    cells: row.cells.map((cell) => placedCell(cell, columns)),
    subrows: row.subrows.map((subrow) => placedRow(subrow, columns)),
  };
}

function placedCell(cell: NamedCell, columns: readonly ColumnSpec[]): Cell {
  const { content, source, indent, floats } = cell;
  const column = columnAt(columns, cell.column);
  const place: CellPlace = {
    source,
    indent,
    floats,
    setting: cell.setting ?? aText('').setting,
    column,
    to: columnAt(columns, cell.to),
    or: cell.or === undefined ? undefined : columnAt(columns, cell.or),
  };
  if (!('kind' in content)) return { place, block: undefined, figure: content };
  const align = columns[column]?.align;
  if (content.kind !== 'text' || align !== 'right' || content.setting.align !== 'left') {
    return { place, block: content, figure: undefined };
  }
  const aligned = { ...content, setting: { ...content.setting, align } };
  return { place, block: aligned, figure: undefined };
}

/** The shown columns of a table at a width, as `id width`, rounded to whole points. */
export function widthsOf(table: TableBlock, width: number): string {
  const { columns } = layoutGrid(table, width, createContext(measure));
  return columns.map(({ spec, width: own }) => `${spec.id} ${Math.round(own)}`).join(', ');
}
