// Helpers of texts that stand in layout.json: one value or several → words of one language. They
// are those of templates that need nothing but their arguments; formatting itself is format/'s.

import { amountInWords } from '../format/amount-in-words.ts';
import { formatDate, formatLongDate, fromDate, untilDate, upToDate } from '../format/date.ts';
import { dayRange, untilDay } from '../format/day.ts';
import type { Language } from '../format/language.ts';
import { formatMoney, formatMoneyWithSign } from '../format/number.ts';
import { chargePeriodPhrase, formatPeriod, periodInWords } from '../format/period.ts';
import type { ValueKind, Wording, Wordings } from '../layout/wording.ts';

export const wordings: Wordings = new Map<string, Wording>([
  ['date', ofText('date', formatDate)],
  ['longDate', ofText('date', formatLongDate)],
  ['fromDate', ofText('date', fromDate)],
  ['untilDate', ofText('date', untilDate)],
  ['dateUpTo', ofText('date', upToDate)],
  ['month', ofText('period', formatPeriod)],
  ['monthWords', ofText('period', periodInWords)],
  ['chargePeriod', ofText('period', chargePeriodPhrase)],
  ['money', ofNumber('money', formatMoney)],
  ['moneyWithSign', ofNumber('money', formatMoneyWithSign)],
  ['words', ofNumber('money', amountInWords)],
  ['dayUntil', ofNumber('number', untilDay)],
  [
    'days',
    {
      takes: ['number', 'number'],
      say: ([from, to], language) => dayRange(Number(from), Number(to), language),
    },
  ],
]);

type Format<T> = (value: T, language: Language) => string;

function ofText(kind: ValueKind, format: Format<string>): Wording {
  return { takes: [kind], say: ([value], language) => format(String(value), language) };
}

function ofNumber(kind: ValueKind, format: Format<number>): Wording {
  return { takes: [kind], say: ([value], language) => format(Number(value), language) };
}
