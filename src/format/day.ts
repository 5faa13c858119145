// Days of a month in phrases: by the 25th, from the 20th to the 25th. The Kazakh forms are a
// table of 31 rows and not a rule, so that they can be proof-read row by row.

import assert from 'node:assert/strict';
import type { Language } from './language.ts';
import { nbsp } from './number.ts';

/** `25‑іне дейін`, `до 25 числа`, `by the 25th`. */
export function untilDay(day: number, language: Language): string {
  switch (language) {
    case 'kk':
      return `${kazakhDay(day, 'dative')} дейін`;
    case 'ru':
      return `до${nbsp}${day}${nbsp}числа`;
    case 'en':
      return `by the ${englishOrdinal(day)}`;
  }
}

/**
 * `20‑сынан 25‑іне дейін`, `с 20 по 25 число`, `from the 20th to the 25th`. The 31st is written
 * `30 (31)`, as suppliers do, since every other month ends on the 30th.
 */
export function dayRange(from: number, to: number, language: Language): string {
  const endsOn31 = to === 31 && from < 30;
  const last = endsOn31 ? 30 : to;
  switch (language) {
    case 'kk': {
      const extra = endsOn31 ? ` (${kazakhDay(31, 'dative')})` : '';
      return `${kazakhDay(from, 'ablative')} ${kazakhDay(last, 'dative')}${extra} дейін`;
    }
    case 'ru': {
      const extra = endsOn31 ? `${nbsp}(31)` : '';
      return `${russianFrom(from)}${nbsp}${from} по${nbsp}${last}${extra}${nbsp}число`;
    }
    case 'en': {
      const extra = endsOn31 ? ` (${englishOrdinal(31)})` : '';
      return `from the ${englishOrdinal(from)} to the ${englishOrdinal(last)}${extra}`;
    }
  }
}

/** «Со второго»: before two consonants «с» has a vowel. */
export function russianFrom(day: number): string {
  return day === 2 ? 'со' : 'с';
}

/** The day with its ending after a no-break hyphen (U+2011): `25‑іне`, `20‑сынан`. */
export function kazakhDay(day: number, form: 'dative' | 'ablative'): string {
  const forms = kazakhDays[day - 1];
  assert(forms !== undefined, 'A day is 1 to 31.');
  return forms[form === 'dative' ? 0 : 1].replace('-', '\u2011');
}

/** Possessive with dative and with ablative; the ending follows the last word of the numeral. */
const kazakhDays: readonly (readonly [dative: string, ablative: string])[] = [
  ['1-іне', '1-інен'],
  ['2-сіне', '2-сінен'],
  ['3-іне', '3-інен'],
  ['4-іне', '4-інен'],
  ['5-іне', '5-інен'],
  ['6-сына', '6-сынан'],
  ['7-сіне', '7-сінен'],
  ['8-іне', '8-інен'],
  ['9-ына', '9-ынан'],
  ['10-ына', '10-ынан'],
  ['11-іне', '11-інен'],
  ['12-сіне', '12-сінен'],
  ['13-іне', '13-інен'],
  ['14-іне', '14-інен'],
  ['15-іне', '15-інен'],
  ['16-сына', '16-сынан'],
  ['17-сіне', '17-сінен'],
  ['18-іне', '18-інен'],
  ['19-ына', '19-ынан'],
  ['20-сына', '20-сынан'],
  ['21-іне', '21-інен'],
  ['22-сіне', '22-сінен'],
  ['23-іне', '23-інен'],
  ['24-іне', '24-інен'],
  ['25-іне', '25-інен'],
  ['26-сына', '26-сынан'],
  ['27-сіне', '27-сінен'],
  ['28-іне', '28-інен'],
  ['29-ына', '29-ынан'],
  ['30-ына', '30-ынан'],
  ['31-іне', '31-інен'],
];

function englishOrdinal(day: number): string {
  const isTeen = day >= 11 && day <= 13;
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${ending}`;
}
