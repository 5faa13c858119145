// A layout as one rung sets it: names resolved, lengths in points. Built once per rung at start;
// a name that resolves to nothing is a fault then, not at the first bill.

import { type Fault, failure, type Outcome, success } from '../fault.ts';
import type { Stroke } from '../typeset/leaf-block.ts';
import type { Gray } from '../typeset/page.ts';
import { mmToPt } from '../typeset/unit.ts';
import { broken, type Names, pick } from './edition-name.ts';
import { resolveStyle, type Style } from './edition-style.ts';
import { resolveTable, type TableEdition } from './edition-table.ts';
import type { LayoutFile, RungFile, StyleFile, TableFile } from './schema.ts';

export interface Edition {
  readonly rung: {
    readonly id: string;
    readonly silent: boolean;
    readonly changes: string;
    readonly drops: boolean;
    /** A luxury is tried on bills of at most so many entries; undefined for all other rungs. */
    readonly upTo: RungFile['upTo'];
    readonly isLuxury: boolean;
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
    if (settled.has(rung.id)) faults.push(broken(source, `it has two rungs "${rung.id}"`));
    const settings = applyRung(base ?? layout, rung);
    settled.set(rung.id, settings);
    return resolveEdition(layout, rung, settings, { source, faults });
  });
  return faults.length > 0 ? failure(dedupe(faults)) : success(editions);
}

type Settings = Pick<LayoutFile, 'styles' | 'measures' | 'switches' | 'tables'>;

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
  checkRungNames(rung, layout, names);
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
      upTo: rung.upTo,
      isLuxury: rung.upTo !== undefined,
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
function checkRungNames(rung: RungFile, layout: LayoutFile, names: Names): void {
  const known: (readonly [what: string, changes: object | undefined, all: object])[] = [
    ['style', rung.styles, layout.styles],
    ['measure', rung.measures, layout.measures],
    ['switch', rung.switches, layout.switches],
    ['table', rung.columns, layout.tables],
    ...Object.entries(rung.columns ?? {}).map(([table, changes]) => {
      const columns = layout.tables[table]?.columns ?? [];
      return ['column', changes, Object.fromEntries(columns.map(({ id }) => [id, id]))] as const;
    }),
  ];
  for (const [what, changes, all] of known) {
    for (const key of Object.keys(changes ?? {})) {
      if (Object.hasOwn(all, key)) continue;
      names.faults.push(
        broken(names.source, `rung "${rung.id}" changes no known ${what} "${key}"`),
      );
    }
  }
}

/** Every rung resolves the same base, so one misspelling would be reported once a rung. */
function dedupe(faults: readonly Fault[]): readonly Fault[] {
  return [...new Map(faults.map((fault) => [fault.message, fault])).values()];
}
