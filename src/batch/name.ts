// Names of batches: short enough to be printed on every sheet and typed in again. Where the bytes
// come from is the caller's affair.

/** Digits and capitals without I, L, O and U, which are misread or spell words (Crockford). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Twelve signs, 60 bits: a mark has room for no more, and a million names do not meet. */
const signs = 12;

/** From bytes that are as good as random, twelve at the least. */
export function batchName(bytes: Uint8Array): string {
  if (bytes.length < signs) throw new RangeError('too few bytes for a name');
  return Array.from(bytes.subarray(0, signs), (byte) => letters[byte % 32]).join('');
}

export function isBatchName(text: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(text);
}
