// Where each object of a file is found, by its number: what the cross-reference table says.

import assert from 'node:assert/strict';

/** At an offset, or in an object stream of that number at an index. */
export type FoundAt =
  | { readonly offset: number }
  | { readonly holder: number; readonly index: number };

/**
 * Stands in for the array that pdfkit keeps, with eight bytes an object: a long document has
 * hundreds of thousands. Numbers start at 1, as objects do.
 */
export class OffsetTable {
  #offsets: Float64Array;
  #length: number;

  constructor(length: number) {
    this.#length = length;
    this.#offsets = new Float64Array(Math.max(64, 2 * length));
  }

  get length(): number {
    return this.#length;
  }

  /** Called by pdfkit to take the next number; the place is not known yet. */
  push(): void {
    this.#length += 1;
    if (this.#length <= this.#offsets.length) return;
    const larger = new Float64Array(2 * this.#length);
    larger.set(this.#offsets);
    this.#offsets = larger;
  }

  /** No object stands at 0, where the header is. */
  set(id: number, offset: number): void {
    this.#offsets[id - 1] = offset;
  }

  /** In the object stream `holder`; there are fewer than 256 objects in one. */
  setPacked(id: number, holder: number, index: number): void {
    this.#offsets[id - 1] = -(256 * holder + index);
  }

  /** An object without a place was promised and never written, which is a bug. */
  get(id: number): number {
    const offset = this.#offsets[id - 1] ?? 0;
    assert(offset > 0, `object ${id} was never written`);
    return offset;
  }

  find(id: number): FoundAt {
    const offset = this.#offsets[id - 1] ?? 0;
    if (offset >= 0) return { offset: this.get(id) };
    return { holder: Math.floor(-offset / 256), index: -offset % 256 };
  }
}
