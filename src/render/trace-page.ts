// The page of a bill once more, traced: the same items, with where each comes from in their
// sources. Only the page model asks for it; what is printed never passes here.

import type { Bill } from '../bill/schema.ts';
import { composeTraced } from '../compose/compose.ts';
import { columnGround } from '../compose/trace-tables.ts';
import { viewBill } from '../compose/view.ts';
import type { PageOrigins, PlacedTable } from '../draw/page-model.ts';
import { type Outcome, success } from '../fault.ts';
import { fitSheet } from '../typeset/fit.ts';
import { originOf, plainSource } from '../typeset/origin.ts';
import type { Item, Page, RectItem } from '../typeset/page.ts';
import type { Resources } from './resources.ts';
import type { TypesetBill } from './typeset-bill.ts';

export function tracePage(
  bill: Bill,
  { layout, rung }: TypesetBill,
  { measure }: Resources,
): Outcome<PageOrigins> {
  const traced = layout.traced();
  const edition = traced.editions.find((one) => one.rung.id === rung);
  if (edition === undefined) throw new RangeError(`there is no rung ${rung}`);
  const viewed = viewBill(bill, layout.file.settlementCentre, layout.notices);
  const composed = composeTraced(viewed, traced, edition);
  // A version of something that the bill did not need may be broken: traced, all are composed.
  if (!composed.ok) return composed;
  const ladder = { rungs: [{ ...edition.rung, isLuxury: false }], composeAt: () => composed };
  const fitted = fitSheet(ladder, measure);
  if (!fitted.ok) throw new Error('a page that fits does not fit when it is traced');
  const grounds = fitted.value.page.items.filter(isColumnGround);
  const page: Page = {
    ...fitted.value.page,
    items: fitted.value.page.items.filter((item) => !isColumnGround(item)),
  };
  return success({ page, tables: tablesOf(grounds, edition.tables) });
}

function isColumnGround(item: Item): item is RectItem & { readonly fill: number } {
  return item.kind === 'rect' && item.fill !== undefined && item.fill >= columnGround;
}

interface KnownColumns {
  readonly columns: ReadonlyMap<string, { readonly width: { readonly kind: string } }>;
}

/** One table a place; its columns from left to right. */
function tablesOf(
  grounds: readonly (RectItem & { readonly fill: number })[],
  known: ReadonlyMap<string, KnownColumns>,
): readonly PlacedTable[] {
  const places = Map.groupBy(grounds, ({ source, y, height }) => `${source} ${y} ${height}`);
  return [...places.values()].flatMap((all) => {
    const [first, ...others] = all.toSorted((a, b) => a.x - b.x);
    if (first === undefined) return [];
    const table = originOf(first.source).table ?? '';
    const columns = [...(known.get(table)?.columns ?? [])];
    const last = others.at(-1) ?? first;
    return {
      table,
      source: plainSource(first.source),
      x: first.x,
      y: first.y,
      width: last.x + last.width - first.x,
      height: first.height,
      columns: [first, ...others].flatMap(({ fill, x, width }) => {
        const [column, spec] = columns[Math.round(fill - columnGround)] ?? [];
        if (column === undefined) return [];
        return { column, x, width, ...(spec?.width.kind === 'flex' && { takesRest: true }) };
      }),
    };
  });
}
