// A traced sheet → the same with tables that tell their columns: headings say which they are, and a
// ground of no ink lies under each column, from which its place is read. Such a sheet is never
// drawn.

import type { Edition } from '../layout/edition.ts';
import type { Block, Sheet, TableBlock } from '../typeset/block.ts';
import { originOf, withOrigin } from '../typeset/origin.ts';

/** Grays end at 1; a ground of this and more is that of a column, by its place in the layout. */
export const columnGround = 2;

export function tellColumns(sheet: Sheet, edition: Edition): Sheet {
  return mapTables(sheet, (table) => tellOf(table, edition));
}

function tellOf(table: TableBlock, edition: Edition): TableBlock {
  const { table: name } = originOf(table.source);
  const known = edition.tables.get(name ?? '');
  return {
    ...table,
    columns: table.columns.map((column, index) => {
      const label = known?.columns.get(column.id)?.label;
      const origin = { ...(name !== undefined && { table: name }), column: column.id };
      const told = { ...column, band: columnGround + index };
      if (column.heading === undefined) return told;
      return {
        ...told,
        heading: tellHeading(column.heading, { ...origin, ...(label && { label }) }),
      };
    }),
    groups: table.groups.map((group, index) => {
      const label = known?.groups[index]?.label;
      const origin = { ...(name !== undefined && { table: name }), ...(label && { label }) };
      return { ...group, heading: tellHeading(group.heading, origin) };
    }),
  };
}

function tellHeading(heading: Block, origin: object): Block {
  return { ...heading, source: withOrigin(heading.source, origin) };
}

/** What blocks hold that are no blocks: these are handed on as they are. */
const values: ReadonlySet<string> = new Set(['image', 'symbol', 'parts', 'setting', 'figure']);

/** Blocks nest in too many ways to name them here; one cast, as the shape stays what it was. */
function mapTables<T>(node: T, change: (table: TableBlock) => TableBlock): T {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map((one) => mapTables(one, change)) as T;
  const entries = Object.entries(node).map(([key, value]) => [
    key,
    values.has(key) ? value : mapTables(value, change),
  ]);
  const mapped = Object.fromEntries(entries);
  return mapped.kind === 'table' ? (change(mapped) as T) : mapped;
}
