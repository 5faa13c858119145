// Blocks that come again on other bills: measured once. How they are set is form-fragment.ts's.

import type { Block } from './block.ts';
import { FormFragment, SnappedFragment } from './form-fragment.ts';
import type { Context, Fragment } from './fragment.ts';

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
  lay: (block: Block, width: number, context: Context) => Fragment,
): Fragment {
  const outer = context.inForm;
  // A form has no place of its own in a structure: what it holds stands on the page itself.
  if (context.structured) {
    const fragment = layInForm(context, () => lay(block, width, context));
    return outer ? fragment : new SnappedFragment(fragment);
  }
  const known = fragments.get(block);
  if (known !== undefined) {
    for (const one of known) if (one.width === width) return outer ? one.fragment : one.set;
  }
  const { overflows, reductions } = context;
  const before = overflows.length + reductions.length;
  const fragment = layInForm(context, () => lay(block, width, context));
  const set = formOf(block, fragment, width);
  if (overflows.length + reductions.length === before) keep(block, { width, fragment, set });
  return outer ? fragment : set;
}

function keep(block: Block, one: Known): void {
  const known = fragments.get(block);
  if (known === undefined) fragments.set(block, [one]);
  else if (known.length < widthsKept) known.push(one);
}

function formOf(block: Block, fragment: Fragment, width: number): Fragment {
  if (block.kind !== 'static') return new FormFragment(fragment, { source: block.source, width });
  return new FormFragment(fragment, { source: block.source, width, id: block.id });
}

/** What is laid out here becomes part of one form. */
export function layInForm<T>(context: Context, lay: () => T): T {
  const outer = context.inForm;
  context.inForm = true;
  const fragment = lay();
  context.inForm = outer;
  return fragment;
}

export function recurringExtent(
  block: Block,
  context: Context,
  measure: (block: Block, context: Context) => number,
): number {
  const known = extents.get(block);
  if (known !== undefined) return known;
  const extent = measure(block, context);
  extents.set(block, extent);
  return extent;
}
