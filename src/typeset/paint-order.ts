// The order in which the items of a page are painted. It moves nothing on the page.

import type { Gray, Item, RectItem } from './page.ts';

/** A plain fill: a rule, a band, a bar. */
export function isGround(item: Item): item is RectItem & { readonly fill: Gray } {
  return item.kind === 'rect' && item.fill !== undefined && item.stroke === undefined;
}

/** Fills of one gray, in reading order. */
interface Grounds {
  readonly gray: Gray;
  readonly items: RectItem[];
}

/**
 * Plain fills first, the lightest below, then everything else in reading order. Rules and bands
 * thus never cover a letter, and follow each other in one path: screens then show hairlines as
 * thin as they print, where a lone thin rectangle is widened to a full pixel.
 */
export class PaintOrder {
  /** A page has a handful of grays, so that lists cost less than sorting. */
  readonly #grounds: Grounds[] = [];
  readonly #rest: Item[] = [];

  /** Takes the items in reading order. */
  add(item: Item): void {
    if (!isGround(item)) {
      this.#rest.push(item);
      return;
    }
    const alike = this.#grounds.find(({ gray }) => gray === item.fill);
    if (alike === undefined) this.#grounds.push({ gray: item.fill, items: [item] });
    else alike.items.push(item);
  }

  /**
   * Called once. Fills of one gray may change places by `ranks`, so that those of one figure are
   * neighbours.
   */
  finish(ranks?: ReadonlyMap<Item, number>): Item[] {
    const grounds = this.#grounds.sort((a, b) => b.gray - a.gray).map(({ items }) => items);
    if (ranks !== undefined) {
      for (const items of grounds) {
        items.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
      }
    }
    const none: Item[] = [];
    return none.concat(...grounds, this.#rest);
  }
}
