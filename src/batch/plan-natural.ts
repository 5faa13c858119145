// Keys of house numbers and streets that sort as a postman walks: 12, 12А, 12к2, 101. By code
// points and tables of our own; no locale has a say.

/**
 * A text whose plain `<` is the natural order of `text`. Capitals count as small letters, spaces
 * do not count in numbers of houses, and a run of digits counts as a number: it becomes the count
 * of its digits, then the digits, so that 9 stands before 12.
 */
export function naturalKey(text: string): string {
  return folded(text).trim().replace(/\s+/gu, ' ').replace(/\d+/gu, numberKey);
}

/** The same for the number of a house, an entrance or a flat, however it was typed. */
export function partKey(text: string): string {
  const cyrillic = folded(text).replace(/\s+/gu, '').replace(/[a-z]/gu, lookAlike);
  return cyrillic.replace(/\d+/gu, numberKey);
}

/** `0` to `o`: the count of digits in a place before all letters. Longer numbers are no numbers. */
function numberKey(digits: string): string {
  const significant = digits.replace(/^0+(?=\d)/u, '');
  return String.fromCharCode(0x30 + Math.min(significant.length, 0x2f)) + significant;
}

function folded(text: string): string {
  return text.replace(/[A-Z\u00c0-\u00de\u0100-\u017f\u0400-\u042f\u0460-\u052f]/gu, fold);
}

/** Small letters of Latin and Cyrillic by where Unicode has put them; others stay. */
function fold(letter: string): string {
  const code = letter.charCodeAt(0);
  return String.fromCharCode(code + stepToSmall(code));
}

function stepToSmall(code: number): number {
  if (code < 0x5b) return 0x20;
  if (code < 0xdf) return code === 0xd7 ? 0 : 0x20;
  if (code >= 0x400 && code < 0x410) return 0x50;
  if (code >= 0x410 && code < 0x430) return 0x20;
  // Pairs, capital first; these stretches begin with an odd code: Ĺ…ň, Ź…ž, Ӂ…ӎ.
  const isOddFirst =
    (code >= 0x139 && code <= 0x148) ||
    (code >= 0x179 && code <= 0x17e) ||
    (code >= 0x4c1 && code <= 0x4ce);
  if (code === 0x4c0) return 0x0f;
  // Ÿ is far from its small letter; ĸ, ŉ and ſ have none; the thousands sign and its marks either.
  if ([0x130, 0x131, 0x138, 0x149, 0x178, 0x17f, 0x4cf].includes(code)) return 0;
  if (code >= 0x482 && code <= 0x489) return 0;
  return (code & 1) === (isOddFirst ? 1 : 0) ? 1 : 0;
}

/** A house 12A of Latin letters is the house 12А: half of all books hold both. */
function lookAlike(letter: string): string {
  return lookAlikes.get(letter) ?? letter;
}

const lookAlikes: ReadonlyMap<string, string> = new Map(
  [...'aceopxykmthbi'].map((latin, i) => [
    latin,
    String.fromCharCode(
      [0x430, 0x441, 0x435, 0x43e, 0x440, 0x445, 0x443, 0x43a, 0x43c, 0x442, 0x43d, 0x432, 0x456][
        i
      ] ?? 0,
    ),
  ]),
);
