// National identifiers: shapes and check digits. It does not know whether a number was ever issued.

import { z } from 'zod';

/**
 * BIN or IIN: 12 digits whose last one checks the others. The second pass of weights is tried only
 * when the first gives 10; a prefix that gives 10 twice has no valid number.
 */
export function hasCheckDigit(text: string): boolean {
  if (!/^\d{12}$/.test(text)) return false;
  const first = weightedRemainder(text, 0);
  const checkDigit = first === 10 ? weightedRemainder(text, 2) : first;
  return checkDigit === Number(text[11]);
}

/** An IIN, that is a person's number: a birth date, then 1–6 for century and sex. */
export function isPersonNumber(text: string): boolean {
  return /^\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[1-6]/.test(text) && hasCheckDigit(text);
}

/** ISO 13616 with the 20 characters of Kazakhstan: KZ, 2 check digits, bank 3 n, account 13 c. */
export function isIban(text: string): boolean {
  if (!/^KZ\d{5}[0-9A-Z]{13}$/.test(text)) return false;
  let remainder = 0;
  for (const character of text.slice(4) + text.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

export const binField = z
  .string()
  .refine(hasCheckDigit, { error: 'This is no BIN: 12 digits, the last a valid check digit.' })
  .meta({ pattern: String.raw`^\d{12}$`, description: 'BIN (БСН) of a supplier, 12 digits.' });

export const ibanField = z
  .string()
  .refine(isIban, {
    error: 'This is no IBAN of Kazakhstan: KZ and 18 characters without spaces, mod 97 = 1.',
  })
  .meta({ pattern: String.raw`^KZ\d{5}[0-9A-Z]{13}$`, description: 'IBAN (ЖСК) without spaces.' });

/** ISO 9362. */
export const bicField = z
  .string()
  .regex(/^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/, {
    error: 'This is no BIC: 8 or 11 capital letters and digits.',
  })
  .meta({ description: 'BIC (БСК) of the bank, 8 or 11 characters.' });

/** Residency 1 or 2, then the sector of the economy 1 to 9. */
export const kbeField = z
  .string()
  .regex(/^[12][1-9]$/, { error: 'This is no КБе: residency 1 or 2, then sector 1 to 9.' })
  .meta({ description: 'Beneficiary code (КБе), 2 digits.' });

export const knpField = z
  .string()
  .regex(/^\d{3}$/, { error: 'This is no КНП: 3 digits.' })
  .meta({ description: 'Payment purpose code (ТТК, КНП), 3 digits.' });

/** Weights 1…11, or 3…11, 1, 2 when shifted by two. */
function weightedRemainder(text: string, shift: number): number {
  let sum = 0;
  for (let i = 0; i < 11; i += 1) sum += Number(text[i]) * (((i + shift) % 11) + 1);
  return sum % 11;
}
