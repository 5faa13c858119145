// Blocks that come again on other bills: measured once, and set as one form where they hold enough.

import type { Block } from './block.ts';
import { type Context, epsilon, type Fragment, type Sink } from './fragment.ts';
import type { Form, Item, RectItem } from './page.ts';
import { isGround } from './paint-order.ts';
import { rectItem } from './rect.ts';

/** A fragment at one width, and the form that it is set as. */
interface Known {
  readonly width: number;
  readonly fragment: Fragment;
  readonly set: Fragment;
}

/** An entry dies with its block. */
const fragments = new WeakMap<Block, Known[]>();
const extents = new WeakMap<Block, number>();

/** A template gives a constant block few widths; a share of a varying rest may give it many. */
const widthsKept = 16;

/**
 * The fragment of a shared block; `lay` makes it. Within another shared block it is part of that
 * one's form. A fragment that overflows is not kept: every page must report it.
 */
export function recurringFragment(
  block: Block,
  width: number,
  context: Context,
  lay: () => Fragment,
): Fragment {
  const outer = context.inForm;
  // A form has no place of its own in a structure: what it holds stands on the page itself.
  if (context.structured) {
    const fragment = layInForm(context, lay);
    return outer ? fragment : new SnappedFragment(fragment);
  }
  const known = fragments.get(block) ?? [];
  for (const one of known) if (one.width === width) return outer ? one.fragment : one.set;
  const { overflows, reductions } = context;
  const before = overflows.length + reductions.length;
  const fragment = layInForm(context, lay);
  const set = new FormFragment(block, fragment, width);
  const isClean = overflows.length + reductions.length === before;
  if (isClean && known.length < widthsKept) {
    known.push({ width, fragment, set });
    fragments.set(block, known);
  }
  return outer ? fragment : set;
}

function layInForm(context: Context, lay: () => Fragment): Fragment {
  const outer = context.inForm;
  context.inForm = true;
  const fragment = lay();
  context.inForm = outer;
  return fragment;
}

export function recurringExtent(block: Block, measure: () => number): number {
  const known = extents.get(block);
  if (known !== undefined) return known;
  const extent = measure();
  extents.set(block, extent);
  return extent;
}

/** Fewer marks than this are set one by one: an object of the file costs more than they do. */
const fewestMarks = 6;

/**
 * Files place marks on hundredths of a point. What recurs begins on one, in a form or without, so
 * that a mark stands at the same place either way.
 */
function snapped(points: number): number {
  return Math.round(points * 100) / 100;
}

class SnappedFragment implements Fragment {
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

class FormFragment implements Fragment {
  readonly width: number;
  readonly height: number;
  readonly baseline: number | undefined;
  readonly #block: Block;
  readonly #fragment: Fragment;
  readonly #offered: number;
  #parts: Parts | undefined;

  constructor(block: Block, fragment: Fragment, offered: number) {
    this.width = fragment.width;
    this.height = fragment.height;
    this.baseline = fragment.baseline;
    this.#block = block;
    this.#fragment = fragment;
    this.#offered = offered;
  }

  place(left: number, top: number, room: number, sink: Sink): void {
    const { kind, source } = this.#block;
    const x = snapped(left);
    const y = snapped(top);
    this.#parts ??= partsOf(this.#block, this.#fragment, this.#offered);
    const { grounds, form } = this.#parts;
    const isWhole = kind === 'static' || form.items.length >= fewestMarks;
    // In a higher room some parts stand lower.
    if (!isWhole || room > this.height + epsilon) {
      this.#fragment.place(x, y, room, sink);
      return;
    }
    for (const ground of grounds) {
      const { width, height } = ground;
      sink(rectItem({ x: x + ground.x, y: y + ground.y, width, height }, ground, ground));
    }
    if (form.items.length > 0) sink({ kind: 'form', x, y, form, source, role: 'decoration' });
  }
}

/** Fills belong to the page, which paints them all before the first letter (paint-order.ts). */
interface Parts {
  readonly grounds: readonly RectItem[];
  readonly form: Form;
}

function partsOf(block: Block, fragment: Fragment, width: number): Parts {
  const grounds: RectItem[] = [];
  const items: Item[] = [];
  fragment.place(0, 0, fragment.height, (item) => {
    if (isGround(item)) grounds.push(item);
    else items.push(item);
  });
  const height = snapped(fragment.height);
  const own = block.kind === 'static' ? block.id : `${block.source}:${digest(height, items)}`;
  const id = `${own}:${width.toFixed(2)}`;
  return { grounds, form: { id, width, height, items } };
}

/**
 * 64 bits of FNV-1a over all that a form says: the same place in a template makes many forms, and
 * a file must not take one for another. Its height is not in its items: fills are not among them.
 */
function digest(height: number, items: readonly Item[]): string {
  const text = JSON.stringify([height, items]);
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x01000193) ^ (low >>> 15);
  }
  return [low, high].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
