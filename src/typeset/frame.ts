// Children at places of their own, measured from the frame's corner. It grows, never cuts.

import type { FrameBlock, Offset, Place } from './block.ts';
import type { Context, Fragment, Sink } from './fragment.ts';

export function layoutFrame(block: FrameBlock, width: number, context: Context): Fragment {
  const fragments: Fragment[] = [];
  let { height } = block;
  for (const place of block.places) {
    const available = place.width ?? Math.max(0, width - resolve(place.x, width));
    const fragment = context.layout(place.block, available);
    fragments.push(fragment);
    height = Math.max(height, lowest(place, fragment, block.pad));
  }
  return new FrameFragment(block.places, fragments, { width, height });
}

class FrameFragment implements Fragment {
  readonly width: number;
  readonly height: number;
  /** None: what stands in a frame stands on baselines of its own. */
  readonly baseline: undefined;
  readonly #places: readonly Place[];
  /** One for each place. */
  readonly #fragments: readonly Fragment[];

  constructor(
    places: readonly Place[],
    fragments: readonly Fragment[],
    { width, height }: { readonly width: number; readonly height: number },
  ) {
    this.width = width;
    this.height = height;
    this.baseline = undefined;
    this.#places = places;
    this.#fragments = fragments;
  }

  place(left: number, top: number, room: number, sink: Sink): void {
    const height = Math.max(this.height, room);
    const places = this.#places;
    for (let index = 0; index < places.length; index += 1) {
      const place = places[index];
      const fragment = this.#fragments[index];
      if (place === undefined || fragment === undefined) continue;
      const x = left + resolve(place.x, this.width);
      fragment.place(x, top + topOf(place, fragment, height), fragment.height, sink);
    }
  }
}

function resolve(offset: Offset, length: number): number {
  return offset.points + offset.share * length;
}

/** Text hangs on its first baseline, everything else on its top, or on its middle if asked. */
function topOf(place: Place, fragment: Fragment, height: number): number {
  const y = resolve(place.y, height);
  if (place.middle) return y - fragment.height / 2;
  return y - (fragment.baseline ?? 0);
}

/** Children at fixed heights and centred ones push the frame open; other shares follow it. */
function lowest(place: Place, fragment: Fragment, pad: number): number {
  const { y, middle } = place;
  if (middle && y.share === 0.5) return fragment.height + 2 * Math.abs(y.points) + pad;
  if (y.share !== 0) return 0;
  return topOf(place, fragment, 0) + fragment.height + pad;
}

export function frameExtent(block: FrameBlock, context: Context): number {
  let widest = 0;
  for (const place of block.places) {
    widest = Math.max(widest, place.x.points + (place.width ?? context.extent(place.block)));
  }
  return widest;
}
