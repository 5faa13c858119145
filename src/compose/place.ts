// Puts a finished block where the running template is: into a list, a frame or a row.

import type { Block, Drop, Place, StackBlock } from '../typeset/block.ts';
import type { Call } from './call.ts';
import * as read from './call.ts';

export function add(call: Call, block: Block): void {
  const { collector } = call.composer;
  switch (collector.kind) {
    case 'blocks':
      collector.blocks.push(block);
      return;
    case 'frame':
      collector.places.push(placeOf(block, read.placementOf(call, placement)));
      return;
    default:
      throw read.mistake(call, `cannot stand directly inside ${collector.kind}.`);
  }
}

function placeOf(block: Block, { x, y, width, middle }: Omit<Place, 'block'>): Place {
  return { x, y, width, middle, block };
}

function placement(call: Call): Omit<Place, 'block'> {
  return {
    x: read.offset(call, 'x'),
    y: read.offset(call, 'y'),
    width: read.optionalLength(call, 'width'),
    middle: read.flag(call, 'middle'),
  };
}

/** Several blocks as one: a stack without gaps, or the one itself. */
export function asOne(blocks: readonly Block[], source: string): Block {
  const [only] = blocks;
  if (blocks.length === 1 && only !== undefined) return only;
  return stackOf(source, 0, blocks);
}

/** Every stack that is made for a bill, so that all of them have one shape. */
export function stackOf(
  source: string,
  gap: number,
  children: readonly Block[],
  drop?: Drop,
): StackBlock {
  return { kind: 'stack', source, shared: undefined, recurring: undefined, gap, children, drop };
}

/** For all bills that come with the same values, whatever is kept of it. */
export function asShared(block: Block): Block {
  return block.kind === 'text'
    ? { ...block, shared: true, fixed: true }
    : { ...block, shared: true };
}
