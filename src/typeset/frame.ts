// Children at places of their own, measured from the frame's corner. It grows, never cuts.

import type { FrameBlock, Offset, Place } from './block.ts';
import type { Context, Fragment, Sink } from './fragment.ts';

interface Placed {
  readonly place: Place;
  readonly x: number;
  readonly fragment: Fragment;
}

export function layoutFrame(block: FrameBlock, width: number, context: Context): Fragment {
  const children = block.places.map((place): Placed => {
    const x = resolve(place.x, width);
    const available = place.width ?? Math.max(0, width - x);
    return { place, x, fragment: context.layout(place.block, available) };
  });
  let { height } = block;
  for (const child of children) height = Math.max(height, lowest(child, block));
  return new FrameFragment(children, width, height);
}

class FrameFragment implements Fragment {
  readonly width: number;
  readonly height: number;
  /** None: what stands in a frame stands on baselines of its own. */
  readonly baseline = undefined;
  readonly #children: readonly Placed[];

  constructor(children: readonly Placed[], width: number, height: number) {
    this.#children = children;
    this.width = width;
    this.height = height;
  }

  place(left: number, top: number, room: number, sink: Sink): void {
    const height = Math.max(this.height, room);
    for (const child of this.#children) {
      const { fragment, x } = child;
      fragment.place(left + x, top + topOf(child, height), fragment.height, sink);
    }
  }
}

function resolve(offset: Offset, length: number): number {
  return offset.points + offset.share * length;
}

/** Text hangs on its first baseline, everything else on its top, or on its middle if asked. */
function topOf(child: Placed, height: number): number {
  const y = resolve(child.place.y, height);
  if (child.place.middle) return y - child.fragment.height / 2;
  return y - (child.fragment.baseline ?? 0);
}

/** Children at fixed heights and centred ones push the frame open; other shares follow it. */
function lowest(child: Placed, block: FrameBlock): number {
  const { y, middle } = child.place;
  if (middle && y.share === 0.5) return child.fragment.height + 2 * Math.abs(y.points) + block.pad;
  if (y.share !== 0) return 0;
  return topOf(child, 0) + child.fragment.height + block.pad;
}

export function frameExtent(block: FrameBlock, context: Context): number {
  let widest = 0;
  for (const place of block.places) {
    widest = Math.max(widest, place.x.points + (place.width ?? context.extent(place.block)));
  }
  return widest;
}
