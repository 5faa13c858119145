// Calendar dates as YYYY-MM-DD strings, which compare as text. It reads no clock.

import { z } from 'zod';

/** `2026-11-25`: a real day of the years 2000 to 2099. Two of them compare with `<`. */
export type LocalDate = string;

// The century is fixed so that a slip such as 0206 or 2206 is caught here.
const datePattern = /^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

export function isLocalDate(text: string): boolean {
  return datePattern.test(text) && Number(text.slice(8)) <= daysInMonth(text);
}

export const dateField = z
  .string()
  .refine(isLocalDate, {
    error: 'This must be a day of the calendar written YYYY-MM-DD, from 2000 to 2099.',
  })
  .meta({ format: 'date', description: 'YYYY-MM-DD', examples: ['2026-11-25'] });

/** Days in the month of a date or period; every fourth year from 2000 to 2099 is a leap year. */
function daysInMonth(text: string): number {
  const month = Number(text.slice(5, 7));
  if (month === 2) return Number(text.slice(0, 4)) % 4 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
