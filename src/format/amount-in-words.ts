// A sum in words, as under the total: figures may be altered by a stroke, words may not.

import assert from 'node:assert/strict';
import type { Money } from '../bill/money.ts';
import type { Language } from './language.ts';
import { englishNumeral } from './numeral-en.ts';
import { kazakhNumeral } from './numeral-kk.ts';
import { russianNumeral } from './numeral-ru.ts';

/**
 * `Он алты мың жеті жүз жиырма бес теңге 88 тиын`: whole tenge in words, tiyn as two figures,
 * a capital at the start. A sum to pay is never below nothing.
 */
export function amountInWords(money: Money, language: Language): string {
  assert(Number.isSafeInteger(money) && money >= 0, 'A sum in words is whole tiyn from 0.');
  const tiyn = money % 100;
  const { numeral, tengeName, tiynName } = currencies[language];
  const words = numeral((money - tiyn) / 100);
  const opening = words.charAt(0).toUpperCase() + words.slice(1);
  return `${opening} ${tengeName} ${String(tiyn).padStart(2, '0')} ${tiynName}`;
}

interface Currency {
  readonly numeral: (count: number) => string;
  readonly tengeName: string;
  readonly tiynName: string;
}

/** Official Russian sums leave тенге and тиын uninflected. */
const currencies: Readonly<Record<Language, Currency>> = {
  kk: { numeral: kazakhNumeral, tengeName: 'теңге', tiynName: 'тиын' },
  ru: { numeral: russianNumeral, tengeName: 'тенге', tiynName: 'тиын' },
  en: { numeral: englishNumeral, tengeName: 'tenge', tiynName: 'tiyn' },
};
