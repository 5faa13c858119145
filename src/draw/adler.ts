// The check sum of a zlib stream (RFC 1950, 8.2). It knows nothing of compression.

/** The largest prime below 2^16. */
const modulus = 65_521;

/** Words of four bytes in a round: with 23, a sum of sums could leave its 16 bits. */
const wordsInRound = 20;
const bytesInRound = 4 * wordsInRound;

/**
 * Adler-32 of the first bytes of a view: the sum of the bytes, and the sum of all these sums. Two
 * bytes are added at a time, in the halves of a number: four times as fast as one by one.
 */
export function adler32(view: DataView, length: number): number {
  let sum = 1;
  let sums = 0;
  let at = 0;
  for (; at + bytesInRound <= length; at += bytesInRound) {
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
  for (; at < length; at += 1) {
    sum += view.getUint8(at);
    sums += sum;
  }
  return (((sums % modulus) << 16) | (sum % modulus)) >>> 0;
}

/** Of two numbers of 16 bits in one, the sum. */
function halves(pair: number): number {
  return (pair & 0xffff) + (pair >>> 16);
}
