// Marks in a content stream: which operators belong to which leaf of the tags, and which are for
// the eye alone (ISO 32000-1, 14.6 and 14.8.2.2). It paints nothing.

import type { Item } from '../typeset/page.ts';
import type { Operators } from './operators.ts';
import { isLeaf, type Leaf, type Tag } from './tag.ts';
import type { TextSetter } from './text.ts';

/** A leaf with the tag that it hangs on. */
interface Place {
  readonly tag: Tag;
  readonly leaf: Leaf;
}

/** One for each page. Painting interrupts a leaf where other items come between its own. */
export class Marking {
  readonly #places = new Map<number, Place>();
  readonly #numbers = new Map<Leaf, number[]>();
  /** The tag of each marked sequence, by its number (MCID). */
  readonly owners: Tag[] = [];
  #open: { readonly place: Place | undefined; readonly inText: boolean } | undefined;

  constructor(root: Tag) {
    this.#enter(root);
  }

  /** Numbers of the sequences of a leaf, in the order of painting. */
  numbersOf(leaf: Leaf): readonly number[] {
    return this.#numbers.get(leaf) ?? [];
  }

  /** Called before an item is painted; a sequence stays within one text object or outside all. */
  before(index: number, item: Item, operators: Operators, text: TextSetter): void {
    const place = this.#places.get(index);
    const inText = item.kind === 'text';
    if (this.#open?.place?.leaf === place?.leaf && this.#open?.inText === inText) return;
    this.end(operators);
    if (inText && !operators.isInText()) text.begin();
    this.#open = { place, inText };
    moveTo(inText, operators);
    if (place === undefined) operators.out.text('/Artifact BMC\n');
    else operators.out.text(`/${place.tag.type} <</MCID ${this.#number(place)}>> BDC\n`);
  }

  end(operators: Operators): void {
    if (this.#open === undefined) return;
    moveTo(this.#open.inText, operators);
    operators.out.text('EMC\n');
    this.#open = undefined;
  }

  #number({ tag, leaf }: Place): number {
    const number = this.owners.push(tag) - 1;
    const numbers = this.#numbers.get(leaf);
    if (numbers === undefined) this.#numbers.set(leaf, [number]);
    else numbers.push(number);
    return number;
  }

  #enter(tag: Tag): void {
    for (const child of tag.children) {
      if (!isLeaf(child)) this.#enter(child);
      else for (const index of child.items) this.#places.set(index, { tag, leaf: child });
    }
  }
}

/** Where a sequence began, there it must end (ISO 32000-1, 14.6.1). */
function moveTo(inText: boolean, operators: Operators): void {
  if (inText) operators.enterText();
  else operators.leave();
}
