// Fragments that recur, set as one form where they hold enough. What recurs is the affair of who
// makes them.

import { formDigest } from './form-digest.ts';
import { epsilon, type Fragment, type Sink } from './fragment.ts';
import type { Form, Item, RectItem } from './page.ts';
import { isGround } from './paint-order.ts';
import { rectItem } from './rect.ts';

/** Fewer marks than this are set one by one: calling a form would take as much. */
const fewestMarks = 3;

/**
 * Files place marks on hundredths of a point. What recurs begins on one, in a form or without, so
 * that a mark stands at the same place either way.
 */
export function snapped(points: number): number {
  return Math.round(points * 100) / 100;
}

export class SnappedFragment implements Fragment {
  readonly width: number;
  readonly height: number;
  readonly baseline: number | undefined;
  readonly #fragment: Fragment;

  constructor(fragment: Fragment) {
    this.width = fragment.width;
    this.height = fragment.height;
    this.baseline = fragment.baseline;
    this.#fragment = fragment;
  }

  place(x: number, y: number, room: number, sink: Sink): void {
    this.#fragment.place(snapped(x), snapped(y), room, sink);
  }
}

/** Where a form comes from; its name is `id`, or made of what it says. */
interface Origin {
  readonly source: string;
  /** Points that it was offered. */
  readonly width: number;
  readonly id?: string;
}

export class FormFragment implements Fragment {
  readonly width: number;
  readonly height: number;
  readonly baseline: number | undefined;
  readonly #fragment: Fragment;
  readonly #origin: Origin;
  readonly #source: string;
  // What is set, in the fragment itself: it was kept for long, and each object it refers to has to
  // be fetched from far away.
  #isDivided = false;
  #isWhole = false;
  #grounds: readonly RectItem[] | undefined;
  #form: Form | undefined;

  constructor(fragment: Fragment, origin: Origin) {
    this.width = fragment.width;
    this.height = fragment.height;
    this.baseline = fragment.baseline;
    this.#fragment = fragment;
    this.#origin = origin;
    this.#source = origin.source;
  }

  place(left: number, top: number, room: number, sink: Sink): void {
    if (!this.#isDivided) this.#divide();
    const x = snapped(left);
    const y = snapped(top);
    // In a higher room some parts stand lower.
    if (!this.#isWhole || room > this.height + epsilon) {
      this.#fragment.place(x, y, room, sink);
      return;
    }
    if (this.#grounds !== undefined) placeGrounds(this.#grounds, x, y, sink);
    const form = this.#form;
    if (form === undefined) return;
    sink({ kind: 'form', x, y, form, source: this.#source, role: 'decoration' });
  }

  #divide(): void {
    const { grounds, form, marks } = partsOf(this.#fragment, this.#origin);
    this.#isDivided = true;
    this.#isWhole = this.#origin.id !== undefined || marks >= fewestMarks;
    this.#grounds = grounds.length > 0 ? grounds : undefined;
    this.#form = marks > 0 ? form : undefined;
  }
}

function placeGrounds(grounds: readonly RectItem[], x: number, y: number, sink: Sink): void {
  for (const ground of grounds) {
    const { width, height } = ground;
    sink(rectItem({ x: x + ground.x, y: y + ground.y, width, height }, ground, ground));
  }
}

/** Fills belong to the page, which paints them all before the first letter (paint-order.ts). */
interface Parts {
  readonly grounds: readonly RectItem[];
  readonly form: Form;
  /** How many items the form has. */
  readonly marks: number;
}

/**
 * Its items are made each time they are asked for, which is when it is drawn and when somebody
 * wants to know where it ends: after that its name will do, and a thread knows thousands of forms.
 */
class FragmentForm implements Form {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly #fragment: Fragment;

  constructor(fragment: Fragment, id: string, width: number) {
    this.id = id;
    this.width = width;
    this.height = snapped(fragment.height);
    this.#fragment = fragment;
  }

  get items(): readonly Item[] {
    return itemsOf(this.#fragment).items;
  }
}

function partsOf(fragment: Fragment, { source, width, id }: Origin): Parts {
  const { grounds, items } = itemsOf(fragment);
  const own = id ?? `${source}:${formDigest(snapped(fragment.height), items)}`;
  const form = new FragmentForm(fragment, `${own}:${width.toFixed(2)}`, width);
  return { grounds, form, marks: items.length };
}

function itemsOf(fragment: Fragment): { grounds: RectItem[]; items: Item[] } {
  const grounds: RectItem[] = [];
  const items: Item[] = [];
  fragment.place(0, 0, fragment.height, (item) => {
    if (isGround(item)) grounds.push(item);
    else items.push(item);
  });
  return { grounds, items };
}
