// Kazakh cardinals: left to right, no conjunction, nothing inflected.

import { digitsOf, numeral, word } from './numeral.ts';

/** `он алты мың жеті жүз жиырма бес`. 100 is `жүз` without `бір`, 1000 is `бір мың` with it. */
export function kazakhNumeral(count: number): string {
  return numeral(count, 'нөл', (group, power) => groupWords(group) + word(powers, power));
}

function groupWords(group: number): string {
  const { hundreds, tens: ten, ones: one } = digitsOf(group);
  const hundred = hundreds === 0 ? '' : ' жүз';
  const times = hundreds === 1 ? '' : word(ones, hundreds);
  return times + hundred + word(tens, ten) + word(ones, one);
}

const ones = ['', 'бір', 'екі', 'үш', 'төрт', 'бес', 'алты', 'жеті', 'сегіз', 'тоғыз'];

const tens = ['', 'он', 'жиырма', 'отыз', 'қырық', 'елу', 'алпыс', 'жетпіс', 'сексен', 'тоқсан'];

const powers = ['', 'мың', 'миллион', 'миллиард', 'триллион'];
