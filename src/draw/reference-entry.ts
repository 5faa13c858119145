// Entries of a cross-reference stream (ISO 32000-1, 7.5.8): six bytes an object, where the table of
// old has twenty.

import type { ObjectPlace } from './object-stream.ts';

/** Bytes of an entry: its kind, then an offset or the number of an object stream, then an index. */
export const entryWidths = '[1 4 1]';
export const entryLength = 6;

/** Object 0 is no object. */
export const freeEntry: readonly number[] = [0, 0, 0, 0, 0, 255];

/** `stream` is the number of the object stream. */
export function entryOf(place: ObjectPlace, stream: number): readonly number[] {
  if ('offset' in place) return [1, ...fourBytes(place.offset), 0];
  return [2, ...fourBytes(stream), place.index];
}

function fourBytes(value: number): readonly number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}
