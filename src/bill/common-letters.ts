// The letters that nearly every bill is written with alone, and which bills are. It knows no fonts:
// that a layout has these letters is asked once, and then nothing has to be asked of such a bill.

export const commonLetters: readonly string[] = [
  ...codeUnits(0x20, 0x7e),
  // Russian and Kazakh, and what Unicode has between and around them.
  ...codeUnits(0x400, 0x45f),
  ...codeUnits(0x490, 0x4ff),
  ...'\u00a0\u2009\u2011\u202f«»§°²³·×–—‘’“”„…₸№\u2212',
];

function codeUnits(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCharCode(first + i));
}

/** Beside the bills and not in them: a bill is what its schema says and no more. */
const bills = new WeakSet<object>();

/** For the one who has read every text of the bill. */
export function noteCommonLetters(bill: object): void {
  bills.add(bill);
}

/** False also of a bill that nobody has looked through. */
export function hasOnlyCommonLetters(bill: object): boolean {
  return bills.has(bill);
}
