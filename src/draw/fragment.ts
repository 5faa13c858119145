// Parts of contents that are the same bytes wherever they stand, compressed beforehand; and where
// such parts stand in a content. It compresses nothing.

/** Its bits are those of its bytes alone: nothing in them points to what stands before it. */
export interface Fragment {
  /** Of its content, in bytes. */
  readonly length: number;
  /** Of what it is compressed to. */
  readonly bits: number;
  /** These bits, from the lowest of each byte on, and zeros after them (`takeBits`). */
  readonly packed: DataView;
  /** Its part of the check sum (`AdlerSum`). */
  readonly sum: number;
  readonly sums: number;
}

/** In the order in which they stand, by the place of their first byte; they do not overlap. */
export class Splices {
  readonly #places: number[] = [];
  readonly #fragments: Fragment[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(place: number, fragment: Fragment): void {
    this.#places[this.#length] = place;
    this.#fragments[this.#length] = fragment;
    this.#length += 1;
  }

  placeOf(index: number): number {
    return this.#places[index] ?? 0;
  }

  fragment(index: number): Fragment | undefined {
    return this.#fragments[index];
  }

  /** Where the same fragment stood before; -1 if nowhere. */
  lastPlace(index: number): number {
    const fragment = this.#fragments[index];
    for (let before = index - 1; before >= 0; before -= 1) {
      if (this.#fragments[before] === fragment) return this.placeOf(before);
    }
    return -1;
  }

  /** To be used again. */
  clear(): void {
    this.#length = 0;
  }
}

export const noSplices = new Splices();
