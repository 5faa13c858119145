// Options of one block from the wanted to the most modest: the first that fits is set.

import type { ChooseBlock } from './block.ts';
import { type Context, epsilon, type Fragment } from './fragment.ts';

/** The last option is taken even if it does not fit: its overflow then fails the page. */
export function layoutChoose(block: ChooseBlock, width: number, context: Context): Fragment {
  const before = context.overflows.length;
  const reduced = context.reductions.length;
  const highest = (block.maxHeight ?? Number.POSITIVE_INFINITY) + epsilon;
  const last = block.options.at(-1);
  for (const option of block.options) {
    const fragment = context.layout(option, width);
    const fits = context.overflows.length === before && fragment.height <= highest;
    if (option === last || fits) return fragment;
    context.overflows.length = before;
    context.reductions.length = reduced;
  }
  return { width: 0, height: 0, baseline: undefined, place: () => {} };
}

export function chooseExtent(block: ChooseBlock, context: Context): number {
  const last = block.options.at(-1);
  return last === undefined ? 0 : context.extent(last);
}
