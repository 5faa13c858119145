// English cardinals without `and`, tens and ones joined by a hyphen.

import { digitsOf, numeral, word } from './numeral.ts';

/** `five thousand three hundred forty-two`. */
export function englishNumeral(count: number): string {
  return numeral(count, 'zero', (group, power) => groupWords(group) + word(powers, power));
}

function groupWords(group: number): string {
  const { hundreds, tens: ten, ones } = digitsOf(group);
  const hundred = hundreds === 0 ? '' : `${word(small, hundreds)} hundred`;
  if (ten < 2) return hundred + word(small, ten * 10 + ones);
  return hundred + word(tens, ten) + (ones === 0 ? '' : `-${small[ones] ?? ''}`);
}

const small = [
  '',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];

const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const powers = ['', 'thousand', 'million', 'billion', 'trillion'];
