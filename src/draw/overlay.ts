// Two pictures of a page laid over each other: what only the first has is red, what only the second
// has is cyan, what both have is black. It judges no difference.

import { type DecodedPng, decode, encode } from 'fast-png';

export interface Overlay {
  /** Pixels that are not the same; undefined where the pictures differ in size. */
  readonly different: number | undefined;
  /** A PNG; as large as both together. */
  readonly picture: Uint8Array;
}

export function overlay(before: Uint8Array, after: Uint8Array): Overlay {
  const [a, b] = [decode(before), decode(after)];
  const width = Math.max(a.width, b.width);
  const height = Math.max(a.height, b.height);
  const data = new Uint8Array(3 * width * height);
  let different = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [first, second] = [grayAt(a, x, y), grayAt(b, x, y)];
      if (first !== second) different += 1;
      const at = 3 * (y * width + x);
      data[at] = second;
      data[at + 1] = first;
      data[at + 2] = first;
    }
  }
  const sameSize = a.width === b.width && a.height === b.height;
  const picture = encode({ width, height, data, channels: 3 });
  return { different: sameSize ? different : undefined, picture };
}

/** Width of a PNG in pixels, from which its resolution follows. */
export function widthOf(picture: Uint8Array): number {
  return decode(picture).width;
}

/** White outside; of a picture in colour its green, which eyes take for brightness most. */
function grayAt({ width, height, channels, data }: DecodedPng, x: number, y: number): number {
  if (x >= width || y >= height) return 255;
  return data[channels * (y * width + x) + (channels >= 3 ? 1 : 0)] ?? 255;
}
