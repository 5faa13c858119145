// The order in which the items of a page are painted. It moves nothing on the page.

import type { Item, RectItem } from './page.ts';

/**
 * Plain fills first, the lightest below, then everything else in reading order. Rules and bands
 * thus never cover a letter, and follow each other in one path: screens then show hairlines as
 * thin as they print, where a lone thin rectangle is widened to a full pixel. Fills of one gray
 * may change places by `ranks`, so that those of one figure are neighbours.
 */
export function paintOrder(items: readonly Item[], ranks?: ReadonlyMap<Item, number>): Item[] {
  const grounds: RectItem[] = [];
  const rest: Item[] = [];
  for (const item of items) {
    if (item.kind === 'rect' && item.fill !== undefined && item.stroke === undefined) {
      grounds.push(item);
    } else rest.push(item);
  }
  const rank = (item: Item): number => ranks?.get(item) ?? 0;
  grounds.sort((a, b) => (b.fill ?? 0) - (a.fill ?? 0) || rank(a) - rank(b));
  return [...grounds, ...rest];
}
