// A map that forgets what was asked for longest ago. It never decides what a page looks like: what
// is forgotten is made again, to the same bytes.

export class BoundedMap<K, V> {
  readonly #entries = new Map<K, V>();
  readonly #capacity: number;

  /** Entries it keeps at the most. */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** What was made for this key before, or what `make` gives now. */
  get(key: K, make: () => V): V {
    const known = this.#entries.get(key);
    if (known !== undefined) {
      // Of a Map, the last set is the youngest.
      this.#entries.delete(key);
      this.#entries.set(key, known);
      return known;
    }
    const made = make();
    this.#entries.set(key, made);
    if (this.#entries.size > this.#capacity) this.#forgetOldest();
    return made;
  }

  #forgetOldest(): void {
    for (const key of this.#entries.keys()) {
      this.#entries.delete(key);
      return;
    }
  }
}
