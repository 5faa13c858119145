// Which form of a noun follows a numeral. The forms themselves belong to the labels of a layout.

import type { Language } from './language.ts';

export type PluralCategory = 'one' | 'few' | 'many';

/**
 * Kazakh nouns stay singular after a numeral: always `one`. English has `one` and `many`.
 * Russian: 1 метр (`one`), 2 метра (`few`), 5 метров (`many`), and 68,4 метра (`few`).
 */
export function pluralCategory(count: number, language: Language): PluralCategory {
  if (language === 'kk') return 'one';
  const size = Math.abs(count);
  if (language === 'en') return size === 1 ? 'one' : 'many';
  return Number.isInteger(size) ? russianCategory(size) : 'few';
}

function russianCategory(count: number): PluralCategory {
  const tens = Math.floor(count / 10) % 10;
  const ones = count % 10;
  if (tens === 1 || ones === 0 || ones >= 5) return 'many';
  return ones === 1 ? 'one' : 'few';
}
