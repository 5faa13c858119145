// Options of one block from the wanted to the most modest: the first that fits is set.

import type { ChooseBlock } from './block.ts';
import { type Context, epsilon, type Fragment } from './fragment.ts';

/** The last option is taken even if it does not fit: its overflow then fails the page. */
export function layoutChoose(block: ChooseBlock, width: number, context: Context): Fragment {
  const { options } = block;
  const before = context.overflows.length;
  const reduced = context.reductions.length;
  const highest = (block.maxHeight ?? Number.POSITIVE_INFINITY) + epsilon;
  let option = options.at(0);
  for (let index = 1; option !== undefined; index += 1) {
    const fragment = context.layout(option, width);
    if (context.overflows.length === before && fragment.height <= highest) return fragment;
    option = options.at(index);
    if (option === undefined) return fragment;
    context.overflows.length = before;
    context.reductions.length = reduced;
  }
  return { width: 0, height: 0, baseline: undefined, place: () => {} };
}

/** That of the last option: it is what the block must have. */
export function chooseExtent({ options }: ChooseBlock, context: Context): number {
  let last = options.at(0);
  if (last === undefined) return 0;
  for (let index = 1; ; index += 1) {
    const option = options.at(index);
    if (option === undefined) return context.extent(last);
    last = option;
  }
}
