// Gathers what belongs to what while blocks are placed: a tree of parts over the items of a page.
// It places nothing, and a page that nobody asked the structure of never comes here.

import type { OpenPart, PartSpec, Sink } from './fragment.ts';
import type { Item, Part } from './page.ts';

type Draft = PartSpec & { readonly children: (Draft | Item)[] };

export class Structure {
  readonly items: Item[] = [];
  readonly #sheet: Draft = { kind: 'sheet', children: [] };
  #titled = false;

  /** Of the whole sheet. */
  readonly sink: Sink = this.#sinkOf(this.#sheet);

  /** The tree over `items`, which hold the same items in the order of painting. */
  finish(items: readonly Item[]): Part {
    const places = new Map(items.map((item, index) => [item, index]));
    return partOf(this.#sheet, places);
  }

  /** Same as `items`, and the rank of each: what is for the eye alone first, then part by part. */
  ranks(): ReadonlyMap<Item, number> {
    const ranks = new Map<Item, number>();
    collect(this.#sheet, ranks);
    return ranks;
  }

  #sinkOf(draft: Draft, divided = false): Sink {
    const sink = (item: Item): void => {
      if (draft.kind === 'figure' || isRead(item)) {
        if (!divided) this.#partWords(draft, item);
        draft.children.push(item);
      }
      this.items.push(item);
    };
    const aside: Sink = (item) => {
      this.items.push(item);
    };
    const part: OpenPart = {
      kind: draft.kind,
      aside,
      begin: (spec, divides) => {
        const inner: Draft = { ...spec, children: [] };
        draft.children.push(inner);
        return this.#sinkOf(inner, divides);
      },
      headingLevel: (role) => this.#headingLevel(role),
    };
    return Object.assign(sink, { part });
  }

  /**
   * Lines lose the space that they end in, and who listens knows no lines: the line above gets it
   * back, unless it ends within a word.
   */
  #partWords(draft: Draft, item: Item): void {
    const last = draft.children.at(-1);
    if (item.kind !== 'text' || last === undefined || 'children' in last) return;
    if (last.kind !== 'text' || last.y === item.y || /[\s-]$/.test(last.text)) return;
    const parted = { ...last, text: `${last.text} ` };
    draft.children.splice(-1, 1, parted);
    this.items.splice(this.items.lastIndexOf(last), 1, parted);
  }

  /** Levels may not be skipped, so a heading before the title counts as one itself. */
  #headingLevel(role: 'title' | 'heading'): number {
    const level = this.#titled ? 2 : 1;
    if (role === 'title') this.#titled = true;
    return level;
  }
}

/** Outside figures only type is read: rules, grounds and boxes to write in are for the eye. */
function isRead(item: Item): boolean {
  return item.kind === 'text' && item.role !== 'decoration';
}

/** A space is read between words; alone it keeps a cell from being empty. */
function isBlank(draft: Draft): boolean {
  if (draft.kind === 'figure') return draft.children.length === 0;
  return draft.children.every((child) => {
    if ('children' in child) return isBlank(child);
    return child.kind === 'text' && child.text.trim() === '';
  });
}

function collect(draft: Draft, ranks: Map<Item, number>): void {
  for (const child of draft.children) {
    if ('children' in child) collect(child, ranks);
    else ranks.set(child, ranks.size + 1);
  }
}

/** Parts that hold nothing are left out, but for cells and rows: a table has no holes. */
function partOf(draft: Draft, places: ReadonlyMap<Item, number>): Part {
  const children: (Part | number)[] = [];
  for (const child of draft.children) {
    if (!('children' in child)) {
      const place = places.get(child);
      if (place !== undefined) children.push(place);
    } else if (isGrid(child.kind) || !isBlank(child)) children.push(partOf(child, places));
  }
  return { ...draft, children: isHolder(draft.kind) ? withoutParagraph(children) : children };
}

function isGrid(kind: Part['kind']): boolean {
  return kind === 'cell' || kind === 'row';
}

function isHolder(kind: Part['kind']): boolean {
  return kind === 'cell' || kind === 'entry';
}

/** A lone paragraph says no more than the cell around it. */
function withoutParagraph(children: readonly (Part | number)[]): readonly (Part | number)[] {
  const [only] = children;
  if (children.length !== 1 || typeof only !== 'object' || only.kind !== 'paragraph')
    return children;
  return only.children;
}
