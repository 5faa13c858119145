// The check sum of a zlib stream (RFC 1950, 8.2). It knows nothing of compression.

/** The largest prime below 2^16. */
const modulus = 65_521;

/** Words of four bytes in a round: with 23, a sum of sums could leave its 16 bits. */
const wordsInRound = 20;
const bytesInRound = 4 * wordsInRound;

/** Adler-32 of bytes that come in parts: the sum of the bytes, and the sum of all these sums. */
export class AdlerSum {
  sum = 1;
  sums = 0;

  /** As if no byte had come yet: `sum` is 1, or 0 for a part that will be added to others. */
  restart(sum: 0 | 1): void {
    this.sum = sum;
    this.sums = 0;
  }

  /** Two bytes are added at a time, in the halves of a number: four times as fast as one by one. */
  add(view: DataView, from: number, to: number): void {
    let { sum, sums } = this;
    let at = from;
    for (; at + bytesInRound <= to; at += bytesInRound) {
      let even = 0;
      let odd = 0;
      let evens = 0;
      let odds = 0;
      for (let word = at; word < at + bytesInRound; word += 4) {
        const bytes = view.getInt32(word, true);
        even += bytes & 0xff00ff;
        odd += (bytes >>> 8) & 0xff00ff;
        evens = (evens + even) | 0;
        odds = (odds + odd) | 0;
      }
      // The sums went word by word; within a word the first byte counts fully, the others less.
      const within = halves(odd) + 2 * (even >>> 16) + 2 * (odd >>> 16);
      sums = (sums + bytesInRound * sum + 4 * (halves(evens) + halves(odds)) - within) % modulus;
      sum = (sum + halves(even) + halves(odd)) % modulus;
    }
    for (; at < to; at += 1) {
      sum += view.getUint8(at);
      sums += sum;
    }
    this.sum = sum % modulus;
    this.sums = sums % modulus;
  }

  /** Bytes whose sums, from 0 on, are known: what was there before counts at each of them. */
  addPart(part: { readonly length: number; readonly sum: number; readonly sums: number }): void {
    this.sums = (this.sums + part.length * this.sum + part.sums) % modulus;
    this.sum = (this.sum + part.sum) % modulus;
  }

  value(): number {
    return ((this.sums << 16) | this.sum) >>> 0;
  }
}

/** Of two numbers of 16 bits in one, the sum. */
function halves(pair: number): number {
  return (pair & 0xffff) + (pair >>> 16);
}
