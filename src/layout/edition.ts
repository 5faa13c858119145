// A layout as one rung sets it: names resolved, lengths in points. Built once per rung at start;
// a name that resolves to nothing is a fault then, not at the first bill.

import { type Fault, failure, type Outcome, success } from '../fault.ts';
import type { Align, CellAlign, ColumnWidth, Join, Stroke, Wrap } from '../typeset/block.ts';
import type { Gray, Role } from '../typeset/page.ts';
import { mmToPt } from '../typeset/unit.ts';
import type { ColumnFile, LayoutFile, RungFile, StyleFile, TableFile } from './schema.ts';

export interface Style {
  readonly name: string;
  readonly size: number;
  readonly leading: number;
  readonly faces: {
    readonly plain: string;
    readonly first: string;
    readonly second: string;
    readonly alone: string;
  };
  readonly gray: Gray;
  readonly join: Join;
  readonly align: Align;
  readonly wrap: Wrap;
  readonly balance: boolean;
  /** Language versions that read the same are printed once. */
  readonly once: boolean;
  readonly role: Role;
}

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
  readonly groups: readonly { readonly from: string; readonly to: string; readonly label: string }[];
  readonly shrink: readonly number[];
  readonly floor: number;
}

export interface Edition {
  readonly rung: {
    readonly id: string;
    readonly silent: boolean;
    readonly changes: string;
    readonly drops: boolean;
  };
  readonly styles: ReadonlyMap<string, Style>;
  /** Points. */
  readonly measures: ReadonlyMap<string, number>;
  readonly tones: ReadonlyMap<string, Gray>;
  readonly strokes: ReadonlyMap<string, Stroke>;
  readonly switches: ReadonlyMap<string, boolean>;
  readonly tables: ReadonlyMap<string, TableEdition>;
}

/** One edition per rung, in the order of the ladder. `source` names layout.json in faults. */
export function buildEditions(layout: LayoutFile, source: string): Outcome<readonly Edition[]> {
  const faults: Fault[] = [];
  const settled = new Map<string, Settings>();
  const editions = layout.ladder.map((rung): Edition => {
    const base = rung.on === undefined ? layout : settled.get(rung.on);
    if (base === undefined) faults.push(broken(source, `rung "${rung.id}" stands on "${rung.on}"`));
    const settings = applyRung(base ?? layout, rung);
    settled.set(rung.id, settings);
    return resolveEdition(layout, rung, settings, { source, faults });
  });
  return faults.length > 0 ? failure(dedupe(faults)) : success(editions);
}

type Settings = Pick<LayoutFile, 'styles' | 'measures' | 'switches' | 'tables'>;

interface Names {
  readonly source: string;
  readonly faults: Fault[];
}

function applyRung(base: Settings, rung: RungFile): Settings {
  const styles: Record<string, StyleFile> = { ...base.styles };
  for (const [key, change] of Object.entries(rung.styles ?? {})) {
    const before = styles[key];
    if (before !== undefined) styles[key] = { ...before, ...definedOnly(change) };
  }
  const tables: Record<string, TableFile> = { ...base.tables };
  for (const [key, changes] of Object.entries(rung.columns ?? {})) {
    const before = tables[key];
    if (before === undefined) continue;
    const columns = before.columns.map((column) => ({
      ...column,
      ...definedOnly(changes[column.id] ?? {}),
    }));
    tables[key] = { ...before, columns };
  }
  return {
    styles,
    tables,
    measures: { ...base.measures, ...rung.measures },
    switches: { ...base.switches, ...rung.switches },
  };
}

function definedOnly<T extends object>(change: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(change).filter(([, value]) => value !== undefined);
  // Object.fromEntries forgets the key types that entries() had; nothing else is lost.
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

function resolveEdition(
  layout: LayoutFile,
  rung: RungFile,
  settings: Settings,
  names: Names,
): Edition {
  checkRungNames(rung, settings, names);
  const tones = new Map(Object.entries(layout.tones));
  const strokes = new Map<string, Stroke>();
  for (const [key, { width, tone }] of Object.entries(layout.strokes)) {
    strokes.set(key, { width, gray: pick(tones, tone, 'tone', names) ?? 0 });
  }
  const styles = new Map<string, Style>();
  for (const [key, style] of Object.entries(settings.styles)) {
    styles.set(key, resolveStyle(key, style, { layout, tones, names }));
  }
  const measures = new Map(Object.entries(settings.measures).map(([k, v]) => [k, mmToPt(v)]));
  const scope = { styles, measures, tones, strokes, names };
  const tables = new Map<string, TableEdition>();
  for (const [key, table] of Object.entries(settings.tables)) {
    const resolved = resolveTable(table, scope);
    if (resolved !== undefined) tables.set(key, resolved);
  }
  return {
    rung: {
      id: rung.id,
      silent: rung.silent ?? false,
      changes: rung.changes,
      drops: rung.drops ?? false,
    },
    styles,
    measures,
    tones,
    strokes,
    switches: new Map(Object.entries(settings.switches)),
    tables,
  };
}

/** A rung may change what exists and add nothing: a misspelt name would change nothing. */
function checkRungNames(rung: RungFile, settings: Settings, names: Names): void {
  const known: readonly [string, object | undefined, object][] = [
    ['style', rung.styles, settings.styles],
    ['table', rung.columns, settings.tables],
  ];
  for (const [what, changes, all] of known) {
    for (const key of Object.keys(changes ?? {})) {
      if (key in all) continue;
      names.faults.push(broken(names.source, `rung "${rung.id}" changes no known ${what} "${key}"`));
    }
  }
}

function resolveStyle(
  key: string,
  style: StyleFile,
  scope: { layout: LayoutFile; tones: ReadonlyMap<string, Gray>; names: Names },
): Style {
  const faces = new Map(Object.entries(scope.layout.faces));
  const face = (wanted: string | undefined, fallback: string): string =>
    wanted === undefined ? fallback : (pick(faces, wanted, 'face', scope.names) ?? fallback);
  const regular = [...faces.values()][0] ?? '';
  const plain = face(style.face, regular);
  const first = face(style.first, plain);
  return {
    name: key,
    size: style.size,
    leading: mmToPt(style.leading),
    faces: {
      plain,
      first,
      second: face(style.second, plain),
      alone: face(style.alone, first),
    },
    gray: style.tone === undefined ? 0 : (pick(scope.tones, style.tone, 'tone', scope.names) ?? 0),
    join: style.join ?? 'stack',
    align: style.align ?? 'left',
    wrap: style.wrap ?? 'words',
    balance: style.balance ?? false,
    once: style.once ?? false,
    role: style.role ?? 'text',
  };
}

interface Scope {
  readonly styles: ReadonlyMap<string, Style>;
  readonly measures: ReadonlyMap<string, number>;
  readonly tones: ReadonlyMap<string, Gray>;
  readonly strokes: ReadonlyMap<string, Stroke>;
  readonly names: Names;
}

function resolveTable(table: TableFile, scope: Scope): TableEdition | undefined {
  const { styles, strokes, measures, names } = scope;
  const style = pick(styles, table.style, 'style', names);
  if (style === undefined) return undefined;
  const optional = <T>(all: ReadonlyMap<string, T>, key: string | undefined, what: string) =>
    key === undefined ? undefined : pick(all, key, what, names);
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
    band: column.band === undefined ? undefined : pick(scope.tones, column.band, 'tone', scope.names),
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

function pick<T>(
  all: ReadonlyMap<string, T>,
  key: string,
  what: string,
  names: Names,
): T | undefined {
  const found = all.get(key);
  if (found === undefined) {
    names.faults.push(broken(names.source, `it uses ${what} "${key}", which it does not define`));
  }
  return found;
}

function broken(source: string, reason: string): Fault {
  return { code: 'LAYOUT_BROKEN', message: `${source} is broken: ${reason}.`, source };
}

/** Every rung resolves the same base, so one misspelling would be reported once a rung. */
function dedupe(faults: readonly Fault[]): readonly Fault[] {
  return [...new Map(faults.map((fault) => [fault.message, fault])).values()];
}
