// A billing period, one calendar month, as a YYYY-MM string. It does not print it in words.

import { z } from 'zod';
import type { LocalDate } from './date.ts';

/** `2026-10`. Two of them compare with `<`. */
export type Period = string;

const periodPattern = /^20\d\d-(?:0[1-9]|1[0-2])$/;

export function isPeriod(text: string): boolean {
  return periodPattern.test(text);
}

export function periodOf(date: LocalDate): Period {
  return date.slice(0, 7);
}

export const periodField = z
  .string()
  .regex(periodPattern, { error: 'This must be a month written YYYY-MM, from 2000 to 2099.' })
  .meta({ description: 'YYYY-MM', examples: ['2026-10'] });
