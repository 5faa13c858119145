// Compresses the content streams of pages (RFC 1950 and 1951), in one pass and in a code that was
// made beforehand (docs/decisions/0033-a-deflate-of-our-own.md). It does not know what they say.

import { deflateSync } from 'node:zlib';
import { AdlerSum } from './adler.ts';
import { contentCode, longest, type PackedBits, shortest } from './deflate-code.ts';
import type { PackedPart, Splices } from './packed-part.ts';

/** How hard to look for what was there before. */
export interface Effort {
  /** A match shorter than this is left for a longer one that begins a byte later. */
  readonly lazyBelow: number;
  /** So many of the last places within a match are found again. */
  readonly remembered: number;
}

/** For a bill that somebody waits for: of a match, only its first place is found again. */
export const quick: Effort = { lazyBelow: 0, remembered: 0 };

/** For what is stored: 4 % smaller, for a fifth more time on the page of a volume. */
export const thorough: Effort = { lazyBelow: 16, remembered: longest };

/** Several times the largest page. What is larger is left to zlib. */
const capacity = 131_072;

/** What is read beyond the end without harm: matches are compared four bytes at a time. */
const margin = longest + 8;

/** All contents take turns with this memory, which costs less than asking for it. */
const content = new Uint8Array(capacity + margin);
const contentView = new DataView(content.buffer);

/** At worst all bytes are literals of 12 bits; then come the end, the check sum, room for `put`. */
const out = new Uint8Array(contentCode.header.length + 1.5 * capacity + 16);
const outView = new DataView(out.buffer);

/** Here, because an import is looked up at each use. */
const { literals, lengths, distances } = contentCode;

/** How far back a match may lie (RFC 1951, 2). */
const windowLength = 32_768;

/** By a hash of the five bytes there: the last place where they stood, modulo 2^16. */
const slotBits = 13;
const places = new Uint16Array(1 << slotBits);

/** Nothing is looked for where no more bytes follow than are hashed. */
const lookAhead = 5;

/** Of the content in work. */
const checkSum = new AdlerSum();

/**
 * A zlib stream, lent until the next call of this or of `packPart`: until the next page is
 * drawn. The same content, splices and effort give the same bytes, whatever was compressed before.
 */
export function deflate(given: Uint8Array, effort: Effort, splices?: Splices): Uint8Array {
  const { length } = given;
  if (length > capacity) return deflateSync(given, { level: 1 });
  begin(given, 1);
  out.set(contentCode.header);
  let end = contentCode.headerBits;
  let place = 0;
  for (let index = 0; splices !== undefined && index < splices.length; index += 1) {
    const part = splices.part(index);
    if (part === undefined) break;
    const start = splices.placeOf(index);
    end = writeSymbols(end, place, start, effort);
    checkSum.add(contentView, place, start);
    const before = splices.lastPlace(index);
    const isNear = before >= 0 && start - before <= windowLength;
    end = isNear ? putCopy(outView, end, part.length, start - before) : putPart(outView, end, part);
    checkSum.addPart(part);
    place = start + part.length;
  }
  end = writeSymbols(end, place, length, effort);
  checkSum.add(contentView, place, length);
  const close = (put(outView, end, contentCode.end) + 7) >>> 3;
  outView.setUint32(close, checkSum.value(), false);
  return out.subarray(0, close + 4);
}

/** For contents that it will stand in. Undefined if it is too long for one, or for a match. */
export function packPart(given: Uint8Array): PackedPart | undefined {
  const { length } = given;
  if (length > capacity || length < shortest) return undefined;
  begin(given, 0);
  outView.setInt32(0, 0);
  const bits = writeSymbols(0, 0, length, thorough);
  checkSum.add(contentView, 0, length);
  // Four bytes are read at a time.
  const packed = new DataView(out.buffer.slice(0, (bits >>> 3) + 4));
  return { length, bits, packed, start: 0, sum: checkSum.sum, sums: checkSum.sums };
}

function begin(given: Uint8Array, sum: 0 | 1): void {
  content.set(given);
  // 16 KB: a third of a microsecond.
  places.fill(0);
  checkSum.restart(sum);
}

/** What stands from `from` up to `limit`, after the first `start` bits. Returns the new end. */
function writeSymbols(start: number, from: number, limit: number, effort: Effort): number {
  // As locals: what a module holds is looked up again in each turn.
  const { lazyBelow, remembered } = effort;
  const bytes = contentView;
  const to = outView;
  const known = places;
  const searched = limit - lookAhead;
  let end = start;
  let place = from;
  let word = bytes.getInt32(place, true);
  while (place < searched) {
    const next = bytes.getInt32(place + 1, true);
    const slot = slotOf(word, next);
    let distance = distanceTo(known[slot] ?? 0, place);
    known[slot] = place;
    if (!stoodAt(bytes, place, distance, word)) {
      end = put(to, end, literals[word & 0xff] ?? 0);
      place += 1;
      word = next;
      continue;
    }
    let matched = matchLength(bytes, place - distance, place, limit);
    while (matched < lazyBelow && place < searched) {
      const later = place + 1;
      const other = bytes.getInt32(later, true);
      const slot = slotOf(other, bytes.getInt32(later + 1, true));
      const back = distanceTo(known[slot] ?? 0, later);
      if (!stoodAt(bytes, later, back, other)) break;
      const longer = matchLength(bytes, later - back, later, limit);
      if (longer <= matched) break;
      end = put(to, end, literals[bytes.getUint8(place)] ?? 0);
      known[slot] = later;
      place = later;
      matched = longer;
      distance = back;
    }
    end = putMatch(to, end, matched, distance);
    place += matched;
    word = bytes.getInt32(place, true);
    if (place < searched) remember(Math.max(place - matched + 1, place - remembered), place);
  }
  for (; place < limit; place += 1) end = put(to, end, literals[bytes.getUint8(place)] ?? 0);
  return end;
}

/** Three bytes at a time, which stay below 32 bits wherever the stream ends. */
function putPart(to: DataView, end: number, { packed, start, bits }: PackedPart): number {
  const shift = end & 7;
  const last = start + (bits >>> 3);
  let at = end >>> 3;
  let open = to.getUint8(at);
  let from = start;
  for (; from + 3 <= last; from += 3) {
    const three = packed.getInt32(from, true) & 0xffffff;
    to.setInt32(at, open | (three << shift), true);
    open = three >>> (24 - shift);
    at += 3;
  }
  // What is left, less than three bytes: nothing may follow it.
  const left = start * 8 + bits - from * 8;
  const rest = packed.getInt32(from, true) & ((1 << left) - 1);
  to.setInt32(at, open | (rest << shift), true);
  return end + bits;
}

/** Matches in a row; none of them may be too short. */
function putCopy(to: DataView, start: number, length: number, distance: number): number {
  let end = start;
  let left = length;
  while (left > longest) {
    const taken = left - longest < shortest ? left - shortest : longest;
    end = putMatch(to, end, taken, distance);
    left -= taken;
  }
  return putMatch(to, end, left, distance);
}

/**
 * Writes bits after the first `end` bits of the stream, and returns the new end. Four bytes are
 * written each time, so that nothing need be asked about how full a byte is; those above the end
 * are zeros.
 */
export function put(to: DataView, end: number, packed: PackedBits): number {
  const at = end >>> 3;
  to.setInt32(at, to.getUint8(at) | ((packed >>> 5) << (end & 7)), true);
  return end + (packed & 31);
}

/** RFC 1951, 3.2.5. */
export function putMatch(to: DataView, end: number, length: number, distance: number): number {
  const back = distance - 1;
  // From 4 on, the two highest bits of `back` tell the symbol, those below are written as they are.
  const more = 30 - Math.clz32(back | 2);
  const symbol = distances[2 * more + (back >>> more)] ?? 0;
  const count = symbol & 31;
  const bits = (symbol >>> 5) | ((back & ((1 << more) - 1)) << count);
  return put(to, put(to, end, lengths[length] ?? 0), (bits << 5) | (count + more));
}

/** `word` is four bytes at a place, and `next` those a byte later. */
function slotOf(word: number, next: number): number {
  return (Math.imul(word, 0x9e3779b1) + Math.imul(next, 0x85ebca6b)) >>> (32 - slotBits);
}

/**
 * From what is left of an earlier place. It may be wrong by multiples of 2^16, and a slot that was
 * never filled says 0: the bytes there are compared in any case.
 */
function distanceTo(known: number, place: number): number {
  return ((place - 1 - known) & 0xffff) + 1;
}

/** Whether these four bytes stood so far before a place. */
function stoodAt(bytes: DataView, place: number, distance: number, word: number): boolean {
  return distance <= windowLength && bytes.getInt32(place - distance, true) === word;
}

function remember(from: number, to: number): void {
  for (let place = from; place < to; place += 1) {
    const next = contentView.getInt32(place + 1, true);
    places[slotOf(contentView.getInt32(place, true), next)] = place;
  }
}

/** Of two places where four bytes are equal: how many are in all. */
function matchLength(bytes: DataView, before: number, place: number, length: number): number {
  const back = place - before;
  const stop = place + longest - 2;
  let at = place + 4;
  let unlike = bytes.getInt32(at - back, true) ^ bytes.getInt32(at, true);
  while (unlike === 0 && at < stop) {
    at += 4;
    unlike = bytes.getInt32(at - back, true) ^ bytes.getInt32(at, true);
  }
  // The lowest byte is the first: as many are equal as are zero from below.
  const equal = unlike === 0 ? 4 : (31 - Math.clz32(unlike & -unlike)) >> 3;
  return Math.min(at + equal - place, longest, length - place);
}
