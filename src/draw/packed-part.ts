// Parts of contents that are the same bytes wherever they stand, compressed beforehand; and where
// such parts stand in a content. It compresses nothing.

/** Its bits are those of its bytes alone: nothing in them points to what stands before it. */
export interface PackedPart {
  /** Of its content, in bytes. */
  readonly length: number;
  /** Of what it is compressed to. */
  readonly bits: number;
  /** These bits, from the lowest of each byte on, and zeros up to the end of the last byte. */
  readonly packed: DataView;
  /** The byte in which they begin; four bytes can be read wherever there is a bit. */
  readonly start: number;
  /** Its part of the check sum (`AdlerSum`). */
  readonly sum: number;
  readonly sums: number;
}

/** Bytes for what is compressed while a stream is written: several times what codes take. */
const roomLength = 65_536;

/** In the order in which they stand, by the place of their first byte; they do not overlap. */
export class Splices {
  /** Where parts may be compressed that are needed no longer than these splices are. */
  readonly room = new DataView(new ArrayBuffer(roomLength));
  /** Bytes of it that are taken. */
  taken = 0;
  readonly #places: number[] = [];
  readonly #parts: PackedPart[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(place: number, part: PackedPart): void {
    this.#places[this.#length] = place;
    this.#parts[this.#length] = part;
    this.#length += 1;
  }

  placeOf(index: number): number {
    return this.#places[index] ?? 0;
  }

  part(index: number): PackedPart | undefined {
    return this.#parts[index];
  }

  /** Where the same part stood before; -1 if nowhere. */
  lastPlace(index: number): number {
    const part = this.#parts[index];
    for (let before = index - 1; before >= 0; before -= 1) {
      if (isSame(this.#parts[before], part)) return this.placeOf(before);
    }
    return -1;
  }

  /** To be used again. */
  clear(): void {
    this.#length = 0;
    this.taken = 0;
  }
}

/**
 * Whether they say the same. Two objects may: which of them a page has follows from what is kept,
 * and the bytes of a page may not.
 */
function isSame(a: PackedPart | undefined, b: PackedPart | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || a.length !== b.length || a.bits !== b.bits)
    return false;
  if (a.sum !== b.sum || a.sums !== b.sums) return false;
  const bytes = (a.bits + 7) >>> 3;
  for (let index = 0; index < bytes; index += 1) {
    if (a.packed.getUint8(a.start + index) !== b.packed.getUint8(b.start + index)) return false;
  }
  return true;
}
