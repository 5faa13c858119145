// Texts that hardly repeat, by index of the entry, to be compared and nothing else. They are kept
// outside of the heap: a million strings would not fit into that of a thread.

import { Growing } from './plan-growing.ts';

const firstBytes = 1 << 16;

export class Keys {
  #bytes = Buffer.allocUnsafe(firstBytes);
  #length = 0;
  readonly #growing = new Growing((size) => new Uint32Array(size));
  #ends: Uint32Array | undefined;

  push(key: string): void {
    const size = Buffer.byteLength(key);
    if (this.#length + size > this.#bytes.length) this.#grow(this.#length + size);
    this.#length += this.#bytes.write(key, this.#length);
    this.#growing.push(this.#length);
  }

  /** By code points. Nothing may be pushed afterwards. */
  compare(one: number, other: number): number {
    this.#ends ??= this.#growing.finish();
    const ends = this.#ends;
    const start = ends[one - 1] ?? 0;
    const otherStart = ends[other - 1] ?? 0;
    return this.#bytes.compare(this.#bytes, otherStart, ends[other], start, ends[one]);
  }

  #grow(needed: number): void {
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.#bytes.length));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
