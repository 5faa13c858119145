// A page as JSON: every mark with its place, for tests and for callers who want to look inside. It
// draws nothing and adds no judgement.

import type { Warning } from '../fault.ts';
import { type Origin, originOf } from '../typeset/origin.ts';
import type { Item, Page, Shape } from '../typeset/page.ts';
import { type PageTable, pageModelSchema } from './page-schema.ts';

/** What was decided before the page was set. */
export interface PageModelContext {
  /** With revision: `<id>@<revision>`. */
  readonly layout: string;
  readonly language: string;
  /** Rung of the fitting ladder that the page needed. */
  readonly rung: number | string;
  readonly warnings: readonly Warning[];
  readonly origins?: PageOrigins;
}

/** The same page traced, so that the sources of its items have origins; and where tables stand. */
export interface PageOrigins {
  readonly page: Page;
  readonly tables: readonly PlacedTable[];
}

/** Points, as in items. */
export type PlacedTable = PageTable;

/**
 * JSON text with one item a line. Lengths are points from the top left corner with three decimals;
 * keys have a fixed order; absent values have no key. Forms are dissolved: their items stand at
 * their places on the page and name the form.
 */
export function pageModel(page: Page, context: PageModelContext): string {
  const head = {
    schema: pageModelSchema,
    layout: context.layout,
    language: context.language,
    rung: context.rung,
    unit: 'pt',
    width: rounded(page.width),
    height: rounded(page.height),
  };
  const { origins } = context;
  const traced = origins === undefined ? [] : tellingItems(origins.page.items);
  const items = page.items.flatMap((item) => describeItem(item, { x: 0, y: 0, traced }));
  if (traced.length > 0) throw new RangeError('the traced page has other items');
  const fields = Object.entries(head).map(([key, value]) => `"${key}":${JSON.stringify(value)}`);
  const tables = origins === undefined ? [] : [list('tables', origins.tables.map(roundedTable))];
  const lists = [list('items', items), ...tables, list('warnings', context.warnings)];
  return `{${[fields.join(','), ...lists].join(',\n')}}\n`;
}

function list(key: string, entries: readonly object[]): string {
  return `"${key}":[${entries.map((entry) => `\n${JSON.stringify(entry)}`).join(',')}]`;
}

/** Where the item's coordinates start on the page, and in which form, if any. */
interface Start {
  readonly x: number;
  readonly y: number;
  readonly form?: string;
  /** What is left of the traced items; each item takes its own from the front. */
  readonly traced: Drawn[];
}

type Drawn = Exclude<Item, { kind: 'form' }>;

/** Grounds come from no field, and are painted in an order of their own. */
function isGround(item: Drawn): boolean {
  return item.kind === 'rect' && item.fill !== undefined && item.stroke === undefined;
}

function tellingItems(items: readonly Item[]): Drawn[] {
  return items
    .flatMap((item) => (item.kind === 'form' ? tellingItems(item.form.items) : [item]))
    .filter((item) => !isGround(item));
}

function originFor(item: Drawn, traced: Drawn[]): Origin {
  if (traced.length === 0 || isGround(item)) return {};
  const same = traced.shift();
  const isSame =
    same?.kind === item.kind && textIn(same) === textIn(item) && leftOf(same) === leftOf(item);
  if (!isSame) throw new RangeError('the traced page has other items');
  return originOf(same.source);
}

function leftOf(item: Drawn): number {
  return item.kind === 'line' ? item.x1 : item.x;
}

function textIn(item: Drawn): string | undefined {
  return item.kind === 'text' ? item.text : undefined;
}

function roundedTable(table: PageTable): object {
  const { table: name, source, columns } = table;
  const places = columns.map(({ column, x, width, takesRest }) => {
    return { column, x: rounded(x), width: rounded(width), takesRest };
  });
  return { table: name, source, ...box(table, { x: 0, y: 0 }), columns: places };
}

function describeItem(item: Item, start: Start): readonly object[] {
  if (item.kind === 'form') {
    const inner = { x: start.x + item.x, y: start.y + item.y, form: item.form.id };
    return item.form.items.flatMap((part) => describeItem(part, { ...start, ...inner }));
  }
  const { kind, role, source } = item;
  const { field, label, table, column } = originFor(item, start.traced);
  const origin = { field, label, table, column };
  return [{ kind, role, source, ...mark(item, start), ...origin, form: start.form }];
}

function mark(item: Drawn, origin: Place): object {
  switch (item.kind) {
    case 'text': {
      const { text, face, size, gray, lang, spoken } = item;
      const place = { ...at(item, origin), width: rounded(item.width) };
      return { ...place, face, size: rounded(size), gray, text, lang, spoken };
    }
    case 'rect':
      return { ...box(item, origin), fill: item.fill, stroke: item.stroke };
    case 'line':
      return {
        ...at({ x: item.x1, y: item.y1 }, origin),
        x2: rounded(item.x2 + origin.x),
        y2: rounded(item.y2 + origin.y),
        width: rounded(item.width),
        gray: item.gray,
        dash: item.dash.map(rounded),
        roundCaps: item.roundCaps,
      };
    case 'path':
      return { ...at(item, origin), scale: rounded(item.scale), ...outline(item.shape) };
    case 'image':
      return { ...box(item, origin), image: item.image.name, alt: item.alt };
    case 'code': {
      const { symbology, columns, rows } = item.symbol;
      const { payload, alt } = item;
      return { ...box(item, origin), symbology, columns, rows, payload, alt };
    }
    default:
      return item satisfies never;
  }
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function at({ x, y }: Place, origin: Place): Place {
  return { x: rounded(x + origin.x), y: rounded(y + origin.y) };
}

function box(item: Place & { readonly width: number; readonly height: number }, origin: Place) {
  return { ...at(item, origin), width: rounded(item.width), height: rounded(item.height) };
}

function outline({ segments, fill, stroke }: Shape): object {
  const described = segments.map(([kind, ...points]) => [kind, ...points.map(rounded)]);
  return { fill, stroke, segments: described };
}

/** Adding 0 turns a negative zero into a plain one. */
function rounded(points: number): number {
  return Math.round(points * 1000) / 1000 + 0;
}
