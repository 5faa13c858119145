// A page as JSON: every mark with its place, for tests and for callers who want to look inside. It
// draws nothing and adds no judgement.

import type { Warning } from '../fault.ts';
import type { Item, Page, Shape } from '../typeset/page.ts';
import { pageModelSchema } from './page-schema.ts';

/** What was decided before the page was set. */
export interface PageModelContext {
  /** With revision: `<id>@<revision>`. */
  readonly layout: string;
  readonly language: string;
  /** Rung of the fitting ladder that the page needed. */
  readonly rung: number | string;
  readonly warnings: readonly Warning[];
}

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
  const items = page.items.flatMap((item) => describeItem(item, { x: 0, y: 0 }));
  const fields = Object.entries(head).map(([key, value]) => `"${key}":${JSON.stringify(value)}`);
  const lists = [list('items', items), list('warnings', context.warnings)];
  return `{${[fields.join(','), ...lists].join(',\n')}}\n`;
}

function list(key: string, entries: readonly object[]): string {
  return `"${key}":[${entries.map((entry) => `\n${JSON.stringify(entry)}`).join(',')}]`;
}

/** Where the item's coordinates start on the page, and in which form, if any. */
interface Origin {
  readonly x: number;
  readonly y: number;
  readonly form?: string;
}

function describeItem(item: Item, origin: Origin): readonly object[] {
  if (item.kind === 'form') {
    const inner = { x: origin.x + item.x, y: origin.y + item.y, form: item.form.id };
    return item.form.items.flatMap((part) => describeItem(part, inner));
  }
  const { kind, role, source } = item;
  return [{ kind, role, source, ...mark(item, origin), form: origin.form }];
}

function mark(item: Exclude<Item, { kind: 'form' }>, origin: Origin): object {
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

function at({ x, y }: Place, origin: Origin): Place {
  return { x: rounded(x + origin.x), y: rounded(y + origin.y) };
}

function box(item: Place & { readonly width: number; readonly height: number }, origin: Origin) {
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
