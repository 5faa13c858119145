// Tables, rows and cells in few words. It asserts nothing.

import type {
  Block,
  Cell,
  CellPlace,
  ColumnSpec,
  FigureCell,
  Row,
  TableBlock,
} from '../../src/typeset/block.ts';
import { createContext } from '../../src/typeset/layout-block.ts';
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
  readonly block: Block;
  readonly column: string;
  readonly to: string;
  readonly or?: string;
};

export type NamedRow = Omit<Row, 'cells' | 'subrows'> & {
  readonly cells: readonly NamedCell[];
  readonly subrows: readonly NamedRow[];
};

/** A string stands for a text in the alignment of its column, `–` for the dash of nothing. */
export type CellContent = string | Block | NamedCell;

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
  block: Block | string,
  overrides: Partial<NamedCell> = {},
): NamedCell {
  const own = typeof block === 'string' ? textOf(block) : block;
  const plain = { source: 'cell', indent: 0, floats: own.kind === 'field' };
  return { ...plain, column, to: column, block: own, ...overrides };
}

function cellOf(column: string, content: CellContent): NamedCell {
  if (typeof content === 'string') return aCell(column, content);
  return 'block' in content ? content : aCell(column, content);
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
    cells: row.cells.map((cell): Cell => {
      const { block, source, indent, floats } = cell;
      const column = columnAt(columns, cell.column);
      const place = {
        source,
        indent,
        floats,
        setting: aText('').setting,
        column,
        to: columnAt(columns, cell.to),
        or: cell.or === undefined ? undefined : columnAt(columns, cell.or),
      };
      const align = columns[column]?.align;
      if (align === 'comma' && place.to === column && place.or === undefined) {
        const figure = figureOf(block, place);
        if (figure !== undefined) return figure;
      }
      if (block.kind !== 'text' || align !== 'right' || block.setting.align !== 'left') {
        return { place, block, figure: undefined };
      }
      const aligned = { ...block, setting: { ...block.setting, align } };
      return { place, block: aligned, figure: undefined };
    }),
    subrows: row.subrows.map((subrow) => placedRow(subrow, columns)),
  };
}

/** One figure alone, which needs no block: the composer does the same. */
function figureOf(block: Block, place: CellPlace): FigureCell | undefined {
  if (block.kind !== 'text' || block.parts.length !== 1) return undefined;
  const [figure, ...others] = block.parts.flat();
  if (figure === undefined || others.length > 0) return undefined;
  const { source, setting } = block;
  return { place: { ...place, source, setting }, block: undefined, figure };
}

/** The shown columns of a table at a width, as `id width`, rounded to whole points. */
export function widthsOf(table: TableBlock, width: number): string {
  const { columns } = layoutGrid(table, width, createContext(measure));
  return columns.map(({ spec, width: own }) => `${spec.id} ${Math.round(own)}`).join(', ');
}
