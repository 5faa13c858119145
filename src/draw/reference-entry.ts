// Entries of a cross-reference stream (ISO 32000-1, 7.5.8): six bytes an object, where the table of
// old has twenty.

import assert from 'node:assert/strict';
import type { ByteWriter } from './byte-writer.ts';
import type { ObjectPlace } from './object-stream.ts';
import type { FoundAt, OffsetTable } from './offset-table.ts';

/** Bytes of an entry: its kind, then an offset or the number of an object stream, then an index. */
export const entryWidths = '[1 4 1]';
export const entryLength = 6;

/** Object 0 is no object. */
const freeEntry: readonly number[] = [0, 0, 0, 0, 0, 255];

/** Of an object that starts at `offset`. */
export function putEntry(out: ByteWriter, offset: number): void {
  out.reserve(entryLength);
  out.words.setUint8(out.length, 1);
  out.words.setUint32(out.length + 1, offset);
  out.words.setUint8(out.length + entryLength - 1, 0);
  out.length += entryLength;
}

function entryOf(place: ObjectPlace, stream: number): readonly number[] {
  if ('offset' in place) return [1, ...fourBytes(place.offset), 0];
  return [2, ...fourBytes(stream), place.index];
}

/** Of all objects from 0 on, up to `end`; `stream` is the number of the object stream. */
export function entriesOf(
  places: ReadonlyMap<number, ObjectPlace>,
  end: number,
  stream: number,
): Uint8Array {
  const entries = [...freeEntry];
  for (let id = 1; id < end; id += 1) {
    const place = places.get(id);
    assert(place, `object ${id} was never written`);
    entries.push(...entryOf(place, stream));
  }
  return Uint8Array.from(entries);
}

function fourBytes(value: number): readonly number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

/** The same with five bytes for the offset: volumes may be larger than 4 GB. */
export const longWidths = '[1 5 1]';
const longLength = 7;

/** Of all objects from 0 on; `end` is where one more starts, the stream of these entries. */
export function longEntries(table: OffsetTable, end: number): Uint8Array {
  const entries = Buffer.alloc(longLength * (table.length + 2));
  entries[longLength - 1] = 255;
  for (let id = 1; id <= table.length + 1; id += 1) {
    const at = longLength * id;
    const found: FoundAt = id > table.length ? { offset: end } : table.find(id);
    const isPacked = 'holder' in found;
    entries[at] = isPacked ? 2 : 1;
    entries.writeUIntBE(isPacked ? found.holder : found.offset, at + 1, 5);
    entries[at + 6] = isPacked ? found.index : 0;
  }
  return entries;
}
