// Russian cardinals, masculine as sums in tenge use them; only the thousands are feminine.

import { digitsOf, numeral, word } from './numeral.ts';
import { type PluralCategory, pluralCategory } from './plural.ts';

/** `двадцать одна тысяча двенадцать`. */
export function russianNumeral(count: number): string {
  return numeral(count, 'ноль', (group, power) => {
    const name = powers[power]?.[pluralCategory(group, 'ru')];
    return groupWords(group, power === 1) + (name === undefined ? '' : ` ${name}`);
  });
}

function groupWords(group: number, isFeminine: boolean): string {
  const { hundreds: hundred, tens: ten, ones: one } = digitsOf(group);
  if (ten === 1) return `${word(hundreds, hundred)} ${teens[one] ?? ''}`;
  const last = isFeminine && one <= 2 ? feminine : ones;
  return word(hundreds, hundred) + word(tens, ten) + word(last, one);
}

const ones = ['', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'];

const feminine = ['', 'одна', 'две'];

const teens = [
  'десять',
  'одиннадцать',
  'двенадцать',
  'тринадцать',
  'четырнадцать',
  'пятнадцать',
  'шестнадцать',
  'семнадцать',
  'восемнадцать',
  'девятнадцать',
];

const tens = [
  '',
  '',
  'двадцать',
  'тридцать',
  'сорок',
  'пятьдесят',
  'шестьдесят',
  'семьдесят',
  'восемьдесят',
  'девяносто',
];

const hundreds = [
  '',
  'сто',
  'двести',
  'триста',
  'четыреста',
  'пятьсот',
  'шестьсот',
  'семьсот',
  'восемьсот',
  'девятьсот',
];

const powers: readonly (Readonly<Record<PluralCategory, string>> | undefined)[] = [
  undefined,
  { one: 'тысяча', few: 'тысячи', many: 'тысяч' },
  { one: 'миллион', few: 'миллиона', many: 'миллионов' },
  { one: 'миллиард', few: 'миллиарда', many: 'миллиардов' },
  { one: 'триллион', few: 'триллиона', many: 'триллионов' },
];
