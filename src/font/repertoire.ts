// Which letters are frozen, and in which pack. A pure table; it does not know what a face offers.

/**
 * One pack of letters. A simple font has one byte a letter, so a pack holds 218 letters at most;
 * a rare letter then costs its small pack instead of making every letter of every bill two bytes
 * long, as one big Type 0 font would.
 */
export interface PackPlan {
  readonly id: string;
  /** Letters in the order they get codes. The first pack that lists a letter has it. */
  readonly letters: string;
}

export const packPlans: readonly PackPlan[] = [
  {
    id: 'core',
    letters: [
      ` !"#%&'()*+,-./:;=?@_`,
      span(0x30, 0x39) + span(0x41, 0x5a) + span(0x61, 0x7a),
      'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяЁё',
      'ӘәҒғҚқҢңӨөҰұҮүҺһІі',
      '\u00a0\u202f\u2009\u2011«»²³·×–—“”…₸№\u2212',
    ].join(''),
  },
  // In no sample, and in few bills: each kilobyte of the core pack is in every bill.
  { id: 'signs', letters: '$<>[\\]^`{|}~§°±‘’„•' },
  { id: 'cyrillic', letters: span(0x400, 0x45f) + span(0x490, 0x491) },
  {
    id: 'cyrillic-extended',
    letters: span(0x460, 0x482) + span(0x48a, 0x52f),
  },
  { id: 'latin-1', letters: span(0xa1, 0xac) + span(0xae, 0xff) },
  { id: 'latin-extended-a', letters: span(0x100, 0x17f) + span(0x218, 0x21b) },
  { id: 'latin-extended-b', letters: span(0x180, 0x24f) },
  { id: 'greek', letters: span(0x370, 0x3ff) },
  {
    id: 'symbols',
    letters: [
      span(0x2000, 0x200a),
      span(0x2010, 0x2027),
      span(0x2030, 0x205f),
      span(0x2070, 0x209f),
      span(0x20a0, 0x20bf),
      span(0x2100, 0x214f),
      span(0x2200, 0x22ff),
    ].join(''),
  },
];

/**
 * Letters that have no ink and no width by definition: soft hyphen, zero-width space, joiners,
 * word joiner. They are never missing and never drawn. Combining marks are not
 * here: a text is expected in Unicode's composed form (NFC), and a mark that has none is missing.
 */
export const invisibleLetters = '\u00ad\u200b\u200c\u200d\u2060';

/** Look-up tables end here; what lies beyond (the BMP's far end, other planes) is missing. */
export const codePointLimit = 0x2300;

function span(first: number, last: number): string {
  let letters = '';
  for (let codePoint = first; codePoint <= last; codePoint += 1) {
    letters += String.fromCodePoint(codePoint);
  }
  return letters;
}

/** In tables by letter, the first two entries are none: no pack has it, or nothing is printed. */
export const missingLetter = 0;
export const invisibleLetter = 1;
