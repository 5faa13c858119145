// Tables of a layout as one rung sets them: columns resolved to points. Rungs are edition.ts's.

import type { CellAlign, ColumnWidth } from '../typeset/block.ts';
import type { Align, Stroke } from '../typeset/leaf-block.ts';
import type { Gray } from '../typeset/page.ts';
import { mmToPt } from '../typeset/unit.ts';
import { broken, type Names, pick } from './edition-name.ts';
import type { Style } from './edition-style.ts';
import type { ColumnFile, TableFile } from './schema.ts';

export interface ColumnEdition {
  readonly id: string;
  readonly label: string | undefined;
  readonly align: CellAlign;
  readonly headingAlign: Align;
  readonly width: ColumnWidth;
  readonly padLeft: number;
  readonly padRight: number;
  readonly inlineUpTo: number;
  readonly always: boolean;
  readonly band: Gray | undefined;
  readonly style: Style;
  readonly headStyle: Style | undefined;
}

export interface TableEdition {
  readonly style: Style;
  readonly headStyle: Style | undefined;
  readonly headPad: number;
  readonly headRule: Stroke | undefined;
  readonly groupRule: Stroke | undefined;
  readonly endRule: Stroke | undefined;
  readonly columns: ReadonlyMap<string, ColumnEdition>;
  readonly groups: readonly {
    readonly from: string;
    readonly to: string;
    readonly label: string;
  }[];
  readonly shrink: readonly number[];
  readonly floor: number;
}

export interface Scope {
  readonly styles: ReadonlyMap<string, Style>;
  readonly measures: ReadonlyMap<string, number>;
  readonly tones: ReadonlyMap<string, Gray>;
  readonly strokes: ReadonlyMap<string, Stroke>;
  readonly names: Names;
}

export function resolveTable(table: TableFile, scope: Scope): TableEdition | undefined {
  const { styles, strokes, measures, names } = scope;
  const style = pick(styles, table.style, 'style', names);
  if (style === undefined) return undefined;
  const optional = <T>(all: ReadonlyMap<string, T>, key: string | undefined, what: string) =>
    key === undefined ? undefined : pick(all, key, what, names);
  checkColumns(table, names);
  const headPad =
    typeof table.headPad === 'string'
      ? pick(measures, table.headPad, 'measure', names)
      : mmToPt(table.headPad ?? 0);
  return {
    style,
    headStyle: optional(styles, table.headStyle, 'style'),
    headPad: headPad ?? 0,
    headRule: optional(strokes, table.headRule, 'stroke'),
    groupRule: optional(strokes, table.groupRule, 'stroke'),
    endRule: optional(strokes, table.endRule, 'stroke'),
    columns: new Map(
      table.columns.map((column) => [
        column.id,
        resolveColumn(column, { ...scope, pad: mmToPt(table.pad), style }),
      ]),
    ),
    groups: table.groups ?? [],
    shrink: table.shrink ?? [],
    floor: table.floor ?? 0,
  };
}

/** Ids are given once, and groups span columns that are there. */
function checkColumns({ columns, groups }: TableFile, names: Names): void {
  const ids = columns.map(({ id }) => id);
  for (const [index, id] of ids.entries()) {
    if (ids.indexOf(id) === index) continue;
    names.faults.push(broken(names.source, `a table has two columns "${id}"`));
  }
  const known = new Map(ids.map((id) => [id, id]));
  for (const { from, to } of groups ?? []) {
    pick(known, from, 'column', names);
    pick(known, to, 'column', names);
  }
}

function resolveColumn(
  column: ColumnFile,
  scope: Scope & { readonly pad: number; readonly style: Style },
): ColumnEdition {
  const align = column.align ?? 'left';
  const own =
    column.style === undefined ? undefined : pick(scope.styles, column.style, 'style', scope.names);
  return {
    id: column.id,
    label: column.label,
    align,
    headingAlign: column.headingAlign ?? (align === 'comma' ? 'right' : align),
    width: resolveWidth(column.width),
    padLeft: column.padLeft === undefined ? scope.pad : mmToPt(column.padLeft),
    padRight: column.padRight === undefined ? scope.pad : mmToPt(column.padRight),
    inlineUpTo: mmToPt(column.inlineUpTo ?? 0),
    always: column.always ?? false,
    band:
      column.band === undefined ? undefined : pick(scope.tones, column.band, 'tone', scope.names),
    style: own ?? scope.style,
    headStyle:
      column.headStyle === undefined
        ? undefined
        : pick(scope.styles, column.headStyle, 'style', scope.names),
  };
}

function resolveWidth(width: ColumnFile['width']): ColumnWidth {
  if ('fixed' in width) return { kind: 'fixed', width: mmToPt(width.fixed) };
  if ('flex' in width) {
    return { kind: 'flex', min: mmToPt(width.min), want: mmToPt(width.want) };
  }
  if ('optional' in width) {
    return { kind: 'optional', max: mmToPt(width.max), spare: mmToPt(width.spare) };
  }
  const max = width.max === undefined ? Number.POSITIVE_INFINITY : mmToPt(width.max);
  return { kind: 'content', grow: mmToPt(width.grow ?? 0), max };
}
