// Billing periods, one calendar month, in figures and in words.

import type { Period } from '../bill/period.ts';
import type { Language } from './language.ts';
import { englishMonth, kazakhMonth, russianMonth } from './month.ts';
import { nbsp } from './number.ts';

/** `10.2026`. */
export function formatPeriod(period: Period): string {
  return `${period.slice(5)}.${period.slice(0, 4)}`;
}

/** `10.26`, under the bars of a year where the century is clear. */
export function formatShortPeriod(period: Period): string {
  return `${period.slice(5)}.${period.slice(2, 4)}`;
}

/** `2026 ж. қазан`, `октябрь 2026 г.`, `October 2026`, of one piece: a lone `г.` is a town. */
export function periodInWords(period: Period, language: Language): string {
  const year = period.slice(0, 4);
  const month = Number(period.slice(5));
  switch (language) {
    case 'kk':
      return [year, 'ж.', kazakhMonth(month).nominative].join(nbsp);
    case 'ru':
      return [russianMonth(month).nominative, year, 'г.'].join(nbsp);
    case 'en':
      return [englishMonth(month), year].join(nbsp);
  }
}

/** `2026 ж. қыркүйек үшін`, `за сентябрь 2026 г.`, `for September 2026`. */
export function chargePeriodPhrase(period: Period, language: Language): string {
  const words = periodInWords(period, language);
  switch (language) {
    case 'kk':
      return `${words} үшін`;
    case 'ru':
      return `за ${words}`;
    case 'en':
      return `for ${words}`;
  }
}
