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

/** Kept in the block itself: maps beside it would be asked a hundred times a page. */
interface Recurring {
  /** Copies of a block have its memory too, and must not take it for their own. */
  readonly block: Block;
  /** Asked for last, which is mostly asked for again: the list of all lies far away. */
  latest: Known | undefined;
  readonly laid: Known[];
  extent: number | undefined;
}

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
  const recurring = recurringOf(block);
  const known = knownAt(recurring, width);
  if (known !== undefined) return outer ? known.fragment : known.set;
  const { overflows, reductions } = context;
  const before = overflows.length + reductions.length;
  const fragment = layInForm(context, () => lay(block, width, context));
  const set = formOf(block, fragment, width);
  const isClean = overflows.length + reductions.length === before;
  const { laid } = recurring;
  if (isClean && laid.length < widthsKept) laid.push({ width, fragment, set });
  return outer ? fragment : set;
}

function knownAt(recurring: Recurring, width: number): Known | undefined {
  const { latest } = recurring;
  if (latest !== undefined && latest.width === width) return latest;
  for (const one of recurring.laid) {
    if (one.width !== width) continue;
    recurring.latest = one;
    return one;
  }
  return undefined;
}

function recurringOf(block: Block): Recurring {
  // One cast: only this function writes what a block remembers.
  const known = block.recurring as Recurring | undefined;
  if (known !== undefined && known.block === block) return known;
  const made = { block, latest: undefined, laid: [], extent: undefined };
  block.recurring = made;
  return made;
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
  const recurring = recurringOf(block);
  recurring.extent ??= measure(block, context);
  return recurring.extent;
}
