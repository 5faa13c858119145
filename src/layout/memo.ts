// What was made before, found again by its key. Bounded, and it gives up where nothing comes back:
// a cache of what every bill has anew would cost more than it saves. It never changes what is
// made, only how often.

/** Keys are compared like those of a Map: texts by their letters, objects by identity. */
export class Memo<K, V> {
  #young = new Map<K, V>();
  #old = new Map<K, V>();
  #asked = 0;
  #found = 0;
  #asleep = 0;
  readonly #most: number;

  /** Holds at most twice `most` entries; the ones least lately asked for go first. */
  constructor(most = 256) {
    this.#most = most;
  }

  get(key: K): V | undefined {
    if (this.#asleep > 0) {
      this.#asleep -= 1;
      return undefined;
    }
    this.#asked += 1;
    let known = this.#young.get(key);
    if (known === undefined) {
      known = this.#old.get(key);
      if (known !== undefined) this.#put(key, known);
    }
    if (known !== undefined) this.#found += 1;
    if (this.#asked === trial) this.#judge();
    return known;
  }

  /** Whether what is set now will be given again. */
  get isAwake(): boolean {
    return this.#asleep === 0;
  }

  set(key: K, value: V): void {
    if (this.isAwake) this.#put(key, value);
  }

  #put(key: K, value: V): void {
    if (this.#young.size >= this.#most) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }

  /** Where less than one in eight came back, nothing is kept for a while. */
  #judge(): void {
    if (this.#found * 8 < this.#asked) {
      this.#asleep = sleep;
      this.#young = new Map();
      this.#old = new Map();
    }
    this.#asked = 0;
    this.#found = 0;
  }
}

/** Questions after which it is judged, and those it then leaves unanswered. */
const trial = 256;
const sleep = 4096;
