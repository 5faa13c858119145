// Page models made for one comparison: a page of a few items, and what is said of two of them.

import type { PageItem, PageModel } from '../../../src/draw/page-schema.ts';
import { comparePages } from '../../../src/snapshot/compare.ts';
import { mmToPt } from '../../../src/typeset/unit.ts';

type TextItem = Extract<PageItem, { kind: 'text' }>;

/** Five millimetres wide; `x`, `y` in millimetres. */
export function text(content: string, x: number, y: number, more: Partial<TextItem> = {}) {
  return {
    kind: 'text',
    role: 'text',
    source: 'town/bill.hbs:1',
    width: mmToPt(5),
    face: 'Regular',
    size: 8,
    gray: 0,
    text: content,
    ...more,
    x: mmToPt(x),
    y: mmToPt(y),
  } satisfies PageItem;
}

export function rule(x: number, y: number, width: number): PageItem {
  return {
    kind: 'rect',
    role: 'decoration',
    source: 'town/bill.hbs:9',
    x: mmToPt(x),
    y: mmToPt(y),
    width: mmToPt(width),
    height: 0.75,
    fill: 0,
  };
}

/** One row of three cells; four millimetres of height. */
export function row(index: number, due: string, more: { y?: number; dueX?: number } = {}) {
  const y = more.y ?? 20 + 4 * index;
  const cell = (content: string, x: number, field: string, line: number) =>
    text(content, x, y, {
      role: 'cell',
      source: `_parts/row.hbs:${line}`,
      field: [`/charges/${index}/${field}`],
      table: 'charges',
      column: field,
    });
  return [
    cell(`Service ${index + 1} of row ${due}`, 10, 'service', 2),
    cell('10,00', 40, 'charged', 3),
    cell(due, more.dueX ?? 60, 'due', 4),
  ];
}

export function page(items: readonly PageItem[], more: Partial<PageModel> = {}): PageModel {
  return {
    schema: 'tolem.page/1',
    layout: 'town@1',
    language: 'ru',
    rung: 'normal',
    unit: 'pt',
    width: 595.276,
    height: 841.89,
    items: [...items],
    warnings: [],
    ...more,
  };
}

/** Sentences, with consequences indented, as the command line prints them. */
export function told(before: PageModel, after: PageModel): readonly string[] {
  return comparePages(before, after).findings.flatMap(({ sentence, consequences }) => [
    sentence,
    ...consequences.map((consequence) => `  ${consequence}`),
  ]);
}
