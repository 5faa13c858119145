// Names of the months in the cases that printed phrases need. Tables, because Kazakh endings
// follow vowel harmony and assimilation, and a table can be proof-read.

import assert from 'node:assert/strict';

/** Nominative, dative (`-ға дейін`: until) and ablative (`-нан бастап`: from). */
export interface KazakhMonth {
  readonly nominative: string;
  readonly dative: string;
  readonly ablative: string;
}

/** Nominative for periods (`октябрь 2026 г.`), genitive for days (`7 октября`). */
export interface RussianMonth {
  readonly nominative: string;
  readonly genitive: string;
}

/** `month` is 1 to 12, as in every function below. */
export function kazakhMonth(month: number): KazakhMonth {
  return entry(kazakh, month);
}

export function russianMonth(month: number): RussianMonth {
  return entry(russian, month);
}

export function englishMonth(month: number): string {
  return entry(english, month);
}

function entry<T>(table: readonly T[], month: number): T {
  const found = table[month - 1];
  assert(found !== undefined, 'A month is 1 to 12.');
  return found;
}

const kazakh: readonly KazakhMonth[] = [
  { nominative: 'қаңтар', dative: 'қаңтарға', ablative: 'қаңтардан' },
  { nominative: 'ақпан', dative: 'ақпанға', ablative: 'ақпаннан' },
  { nominative: 'наурыз', dative: 'наурызға', ablative: 'наурыздан' },
  { nominative: 'сәуір', dative: 'сәуірге', ablative: 'сәуірден' },
  { nominative: 'мамыр', dative: 'мамырға', ablative: 'мамырдан' },
  { nominative: 'маусым', dative: 'маусымға', ablative: 'маусымнан' },
  { nominative: 'шілде', dative: 'шілдеге', ablative: 'шілдеден' },
  { nominative: 'тамыз', dative: 'тамызға', ablative: 'тамыздан' },
  { nominative: 'қыркүйек', dative: 'қыркүйекке', ablative: 'қыркүйектен' },
  { nominative: 'қазан', dative: 'қазанға', ablative: 'қазаннан' },
  { nominative: 'қараша', dative: 'қарашаға', ablative: 'қарашадан' },
  { nominative: 'желтоқсан', dative: 'желтоқсанға', ablative: 'желтоқсаннан' },
];

const russian: readonly RussianMonth[] = [
  { nominative: 'январь', genitive: 'января' },
  { nominative: 'февраль', genitive: 'февраля' },
  { nominative: 'март', genitive: 'марта' },
  { nominative: 'апрель', genitive: 'апреля' },
  { nominative: 'май', genitive: 'мая' },
  { nominative: 'июнь', genitive: 'июня' },
  { nominative: 'июль', genitive: 'июля' },
  { nominative: 'август', genitive: 'августа' },
  { nominative: 'сентябрь', genitive: 'сентября' },
  { nominative: 'октябрь', genitive: 'октября' },
  { nominative: 'ноябрь', genitive: 'ноября' },
  { nominative: 'декабрь', genitive: 'декабря' },
];

const english: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
