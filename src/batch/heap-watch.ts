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

  /** `roomMb` is for old objects; `usedBytes` is what the heap holds, with garbage. */
  constructor(roomMb: number, usedBytes = ownUse) {
    this.#mostAliveBytes = mostAliveShare * roomMb * 2 ** 20;
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
 * What may be alive of the room that a thread has for old objects. Layouts and fonts take 35 MB;
 * composing keeps 30 to 40 more for the bills of one centre, as for those of all. The rest is for
 * garbage, for the bill in work and for what a volume must remember. A bound that a centre reaches
 * would have everything learned again and again.
 */
const mostAliveShare = 0.8;

function ownUse(): number {
  return getHeapStatistics().used_heap_size;
}
