// Says when a thread keeps more from bill to bill than its heap has room for. It collects nothing:
// V8 knows better when.

import { getHeapStatistics } from 'node:v8';

/** A look takes microseconds, a bill a millisecond or more. */
const billsALook = 8;
/** Between so many looks V8 has collected at least once: a bill leaves a megabyte or two. */
const looksAJudgement = 16;

export class HeapWatch {
  readonly #mostAliveBytes: number;
  readonly #usedBytes: () => number;
  #bills = 0;
  #least = Number.POSITIVE_INFINITY;

  /** `usedBytes` is what the heap holds, with garbage. */
  constructor(mostAliveBytes = ownBound(), usedBytes = ownUse) {
    this.#mostAliveBytes = mostAliveBytes;
    this.#usedBytes = usedBytes;
  }

  /**
   * After each bill: whether what is kept is to be let go. The least of some looks is near to what
   * is alive, because one of them came soon after a collection.
   */
  isFull(): boolean {
    this.#bills += 1;
    if (this.#bills % billsALook !== 0) return false;
    this.#least = Math.min(this.#least, this.#usedBytes());
    if (this.#bills % (billsALook * looksAJudgement) !== 0) return false;
    const isFull = this.#least > this.#mostAliveBytes;
    this.#least = Number.POSITIVE_INFINITY;
    return isFull;
  }
}

/** Layouts and fonts take 35 MB. Below half of the limit there is room for garbage. */
function ownBound(): number {
  return Math.min(110e6, 0.4 * getHeapStatistics().heap_size_limit);
}

function ownUse(): number {
  return getHeapStatistics().used_heap_size;
}
