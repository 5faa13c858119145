// The order in which the items of a page are painted. It moves nothing on the page.

import type { Gray, Item, RectItem } from './page.ts';

/** A plain fill: a rule, a band, a bar. */
export function isGround(item: Item): item is RectItem & { readonly fill: Gray } {
  return item.kind === 'rect' && item.fill !== undefined && item.stroke === undefined;
}

/**
 * Plain fills first, the lightest below, then everything else in reading order. Rules and bands
 * thus never cover a letter, and follow each other in one path: screens then show hairlines as
 * thin as they print, where a lone thin rectangle is widened to a full pixel. Fills of one gray
 * may change places by `ranks`, so that those of one figure are neighbours.
 */
export function paintOrder(items: readonly Item[], ranks?: ReadonlyMap<Item, number>): Item[] {
  const rest: Item[] = [];
  // A page has a handful of grays, so that lists cost less than sorting.
  const grounds = new Map<Gray, RectItem[]>();
  for (const item of items) {
    if (!isGround(item)) {
      rest.push(item);
      continue;
    }
    const alike = grounds.get(item.fill);
    if (alike === undefined) grounds.set(item.fill, [item]);
    else alike.push(item);
  }
  const ordered: Item[] = [];
  for (const gray of [...grounds.keys()].sort((a, b) => b - a)) {
    const alike = grounds.get(gray) ?? [];
    if (ranks !== undefined) alike.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
    for (const item of alike) ordered.push(item);
  }
  for (const item of rest) ordered.push(item);
  return ordered;
}
