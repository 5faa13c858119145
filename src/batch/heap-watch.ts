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

/**
 * Layouts and fonts take 35 MB, and what composing keeps some 35 more. The rest of the limit is
 * room for garbage and for the bill in work.
 */
function ownBound(): number {
  return 0.55 * getHeapStatistics().heap_size_limit;
}

function ownUse(): number {
  return getHeapStatistics().used_heap_size;
}
