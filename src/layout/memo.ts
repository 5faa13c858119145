// What was made before, found again by its key. Bounded, and it keeps nothing for a key that came
// once only: most of what a bill says is its own, and would push out what comes back. Where nothing
// comes back at all it gives up for a while. It never changes what is made, only how often.

/** Keys are compared like those of a Map: texts by their letters, objects by identity. */
export class Memo<K, V> {
  // Made when they are needed: a thread has thousands of memos, and most are asked for little.
  #young: Map<K, V> | undefined;
  #old: Map<K, V> | undefined;
  /** Keys that came once. */
  #met: Set<K> | undefined;
  /** Found last: rows that follow each other mostly ask for the same. */
  #latest: K | undefined;
  #latestValue: V | undefined;
  #isWanted = false;
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
    const known = key === this.#latest ? this.#latestValue : this.#find(key);
    if (known === undefined) this.#meet(key);
    else this.#found += 1;
    if (this.#asked === trial) this.#judge();
    return known;
  }

  #find(key: K): V | undefined {
    let known = this.#young?.get(key);
    if (known === undefined) {
      known = this.#old?.get(key);
      if (known === undefined) return undefined;
      this.#put(key, known);
    }
    this.#latest = key;
    this.#latestValue = known;
    return known;
  }

  /** The same, and it does not count as asked for. */
  peek(key: K): V | undefined {
    return this.#young?.get(key) ?? this.#old?.get(key);
  }

  /** Whether what was asked for last, and is not there, is to be kept once it is made. */
  get keeps(): boolean {
    return this.#isWanted && this.#asleep === 0;
  }

  /** Follows `get` of the same key. */
  set(key: K, value: V): void {
    if (this.keeps) this.#put(key, value);
  }

  #meet(key: K): void {
    this.#met ??= new Set();
    this.#isWanted = this.#met.delete(key);
    if (this.#isWanted) return;
    if (this.#met.size >= this.#most) this.#met.clear();
    this.#met.add(key);
  }

  #put(key: K, value: V): void {
    if (this.#young === undefined || this.#young.size >= this.#most) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }

  /** Where less than one in eight came back, nothing is kept for a while. */
  #judge(): void {
    if (this.#found * 8 < this.#asked) {
      this.#asleep = sleep;
      this.#young = undefined;
      this.#old = undefined;
      this.#met = undefined;
      this.#latest = undefined;
      this.#latestValue = undefined;
    }
    this.#asked = 0;
    this.#found = 0;
  }
}

/** Questions after which it is judged, and those it then leaves unanswered. */
const trial = 256;
const sleep = 4096;
