// The order in which the items of a page are painted. It moves nothing on the page.

import type { Item, RectItem } from './page.ts';

/**
 * Plain fills first, the lightest below, then everything else in reading order. Rules and bands
 * thus never cover a letter, and follow each other in one path: screens then show hairlines as
 * thin as they print, where a lone thin rectangle is widened to a full pixel.
 */
export function paintOrder(items: readonly Item[]): Item[] {
  const grounds: RectItem[] = [];
  const rest: Item[] = [];
  for (const item of items) {
    if (item.kind === 'rect' && item.fill !== undefined && item.stroke === undefined) {
      grounds.push(item);
    } else rest.push(item);
  }
  grounds.sort((a, b) => (b.fill ?? 0) - (a.fill ?? 0));
  return [...grounds, ...rest];
}
