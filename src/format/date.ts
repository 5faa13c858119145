// Dates in figures and in words. Strings in, strings out: no clock, no zone, no Intl.

import type { LocalDate } from '../bill/date.ts';
import { russianFrom } from './day.ts';
import type { Language } from './language.ts';
import { englishMonth, kazakhMonth, russianMonth } from './month.ts';
import { nbsp } from './number.ts';

/** `25.11.2026`, the same in all languages. */
export function formatDate(date: LocalDate): string {
  return `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

/** `2026 ж. 7 сәуір`, `7 апреля 2026 г.`, `7 April 2026`, of one piece. */
export function formatLongDate(date: LocalDate, language: Language): string {
  const { year, month, day } = partsOf(date);
  switch (language) {
    case 'kk':
      return joined(year, 'ж.', day, kazakhMonth(month).nominative);
    case 'ru':
      return joined(day, russianMonth(month).genitive, year, 'г.');
    case 'en':
      return joined(day, englishMonth(month), year);
  }
}

/** `2026 ж. 1 шілдеден бастап`, `с 1 июля 2026 г.`, `from 1 July 2026`. */
export function fromDate(date: LocalDate, language: Language): string {
  const { year, month, day } = partsOf(date);
  switch (language) {
    case 'kk':
      return `${joined(year, 'ж.', day, kazakhMonth(month).ablative)} бастап`;
    case 'ru':
      return `${russianFrom(Number(day))}${nbsp}${formatLongDate(date, 'ru')}`;
    case 'en':
      return `from ${formatLongDate(date, 'en')}`;
  }
}

/** `2026 ж. 25 шілдеге дейін`, `до 25 июля 2026 г.`, `until 25 July 2026`. */
export function untilDate(date: LocalDate, language: Language): string {
  const { year, month, day } = partsOf(date);
  switch (language) {
    case 'kk':
      return `${joined(year, 'ж.', day, kazakhMonth(month).dative)} дейін`;
    case 'ru':
      return `до${nbsp}${formatLongDate(date, 'ru')}`;
    case 'en':
      return `until ${formatLongDate(date, 'en')}`;
  }
}

/** Before a noun: `04.11.2026 дейінгі (төлемдер)`, `до 04.11.2026`, `up to 04.11.2026`. */
export function upToDate(date: LocalDate, language: Language): string {
  switch (language) {
    case 'kk':
      return `${formatDate(date)}${nbsp}дейінгі`;
    case 'ru':
      return `до${nbsp}${formatDate(date)}`;
    case 'en':
      return `up to ${formatDate(date)}`;
  }
}

interface DateParts {
  readonly year: string;
  readonly month: number;
  /** Without a leading zero. */
  readonly day: string;
}

function partsOf(date: LocalDate): DateParts {
  const day = String(Number(date.slice(8)));
  return { year: date.slice(0, 4), month: Number(date.slice(5, 7)), day };
}

function joined(...words: readonly string[]): string {
  return words.join(nbsp);
}
