// Puts a finished block where the running template is: into a list, a frame or a row.

import type { Block, Place } from '../typeset/block.ts';
import type { Call } from './call.ts';
import * as read from './call.ts';

export function add(call: Call, block: Block): void {
  const { collector } = call.composer;
  switch (collector.kind) {
    case 'blocks':
      collector.blocks.push(block);
      return;
    case 'frame':
      collector.places.push({ ...read.placementOf(call, placement), block });
      return;
    default:
      throw read.mistake(call, `cannot stand directly inside ${collector.kind}.`);
  }
}

function placement(call: Call): Omit<Place, 'block'> {
  const width = read.optionalLength(call, 'width');
  return {
    x: read.offset(call, 'x'),
    y: read.offset(call, 'y'),
    middle: read.flag(call, 'middle'),
    ...(width === undefined ? {} : { width }),
  };
}

/** Several blocks as one: a stack without gaps, or the one itself. */
export function asOne(blocks: readonly Block[], source: string): Block {
  const [only] = blocks;
  if (blocks.length === 1 && only !== undefined) return only;
  return { kind: 'stack', source, gap: 0, children: blocks };
}

/** For all bills that come with the same values, whatever is kept of it. */
export function asShared(block: Block): Block {
  return block.kind === 'text'
    ? { ...block, shared: true, fixed: true }
    : { ...block, shared: true };
}
