// The modules of a code as `Operators.filledModules` writes them, compressed without a search: what
// lines of this kind have in common is known beforehand. It writes no operators.

import { AdlerSum } from './adler.ts';
import { put, putMatch } from './deflate.ts';
import { packedText } from './deflate-code.ts';
import type { Splices } from './packed-part.ts';
import { lengthOfWhole } from './spell.ts';

/**
 * Larger codes are left to deflate: of fewer modules all lines are near enough to each other for
 * matches (RFC 1951, 2).
 */
const mostModules = 1500;

/** Numbers from 0 up to here have bits of their own. */
const numbers = 1000;

/** A line consists of six pieces at the most, of up to four bytes each. */
const lineBytes = 24;

/** By size of the modules, if they are small: where ` w h re` stood last, and `y` before it. */
const sizes = 512;
const lastPlaces = new Int32Array(sizes);
const lastRows = new Int32Array(sizes);

const checkSum = new AdlerSum();

/**
 * `rects` have four numbers each, and are spelled in `text` from `start` on; that they are small
 * whole ones is checked. A line `x y w h re` is `x` and a match of the last line of this size, with
 * its `y` where that is the same.
 */
export function spliceModules(
  splices: Splices,
  rects: readonly number[],
  text: DataView,
  start: number,
): void {
  const { room, taken } = splices;
  const needed = (rects.length / 4 + 1) * lineBytes;
  if (rects.length > 4 * mostModules || taken + needed > room.byteLength) return;
  if (!areSmall(rects)) return;
  lastPlaces.fill(-1);
  room.setInt32(taken, 0);
  let end = 8 * taken;
  let place = 0;
  for (let i = 0; i + 3 < rects.length; i += 4) {
    const x = rects[i] ?? 0;
    const y = rects[i + 1] ?? 0;
    const width = rects[i + 2] ?? 0;
    const height = rects[i + 3] ?? 0;
    const row = 1 + lengthOfWhole(y);
    const size = 1 + lengthOfWhole(width) + 1 + lengthOfWhole(height) + lineEnd.length;
    const key = keyOf(width, height);
    const last = lastPlaces[key] ?? -1;
    place += lengthOfWhole(x) + row;
    end = put(room, end, plain[x] ?? 0);
    if (last >= 0 && lastRows[key] === y) {
      end = putMatch(room, end, row + size, place - last);
    } else {
      end = put(room, end, afterSpace[y] ?? 0);
      end = last >= 0 ? putMatch(room, end, size, place - last) : putSize(room, end, width, height);
    }
    if (key > 0) {
      lastPlaces[key] = place;
      lastRows[key] = y;
    }
    place += size;
  }
  checkSum.restart(0);
  checkSum.add(text, start, start + place);
  const { sum, sums } = checkSum;
  const bits = end - 8 * taken;
  splices.add(start, { length: place, bits, packed: room, start: taken, sum, sums });
  // Four bytes are read at a time, and the next part begins with a byte of its own.
  splices.taken = (end >>> 3) + 4;
}

/** 0 for large ones, which nothing is remembered of. */
function keyOf(width: number, height: number): number {
  return width < sizes / 8 && height < 8 ? 8 * width + height : 0;
}

function putSize(room: DataView, end: number, width: number, height: number): number {
  const size = put(room, put(room, end, afterSpace[width] ?? 0), afterSpace[height] ?? 0);
  return put(room, put(room, size, firstHalf), secondHalf);
}

function areSmall(values: readonly number[]): boolean {
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    if (value >>> 0 !== value || value >= numbers) return false;
  }
  return true;
}

const lineEnd = ' re\n';
const [firstHalf, secondHalf] = [packedText(' r'), packedText('e\n')];

const plain = Int32Array.from({ length: numbers }, (_, value) => packedText(`${value}`));
const afterSpace = Int32Array.from({ length: numbers }, (_, value) => packedText(` ${value}`));
