// Dates, periods and days in figures and words, in three languages.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formatDate,
  formatLongDate,
  fromDate,
  untilDate,
  upToDate,
} from '../../../src/format/date.ts';
import { dayRange, kazakhDay, untilDay } from '../../../src/format/day.ts';
import { type Language, languagesOf, languageTag } from '../../../src/format/language.ts';
import { englishMonth, kazakhMonth, russianMonth } from '../../../src/format/month.ts';
import {
  chargePeriodPhrase,
  formatPeriod,
  formatShortPeriod,
  periodInWords,
} from '../../../src/format/period.ts';

const all: readonly Language[] = ['kk', 'ru', 'en'];

/** `_` stands for the no-break space, `~` for the no-break hyphen. */
function shown(text: string): string {
  return text.replaceAll('\u00a0', '_').replaceAll('\u2011', '~');
}

function check<T>(
  format: (value: T, language: Language) => string,
  value: T,
  expected: readonly string[],
): void {
  assert.deepEqual(
    all.map((language) => shown(format(value, language))),
    expected,
  );
}

test('dates and periods in figures are the same in all languages', () => {
  assert.equal(formatDate('2026-11-05'), '05.11.2026');
  assert.equal(formatPeriod('2026-01'), '01.2026');
  assert.equal(formatShortPeriod('2026-10'), '10.26');
});

test('dates in words', () => {
  check(formatLongDate, '2020-04-07', ['2020_ж._7_сәуір', '7_апреля_2020_г.', '7_April_2020']);
  check(fromDate, '2025-01-01', [
    '2025_ж._1_қаңтардан бастап',
    'с_1_января_2025_г.',
    'from 1_January_2025',
  ]);
  check(fromDate, '2026-07-02', [
    '2026_ж._2_шілдеден бастап',
    'со_2_июля_2026_г.',
    'from 2_July_2026',
  ]);
  check(untilDate, '2026-07-25', [
    '2026_ж._25_шілдеге дейін',
    'до_25_июля_2026_г.',
    'until 25_July_2026',
  ]);
  check(upToDate, '2026-07-01', ['01.07.2026_дейінгі', 'до_01.07.2026', 'up to 01.07.2026']);
});

test('periods in words', () => {
  check(periodInWords, '2020-04', ['2020_ж._сәуір', 'апрель_2020_г.', 'April_2020']);
  check(periodInWords, '2026-10', ['2026_ж._қазан', 'октябрь_2026_г.', 'October_2026']);
  check(chargePeriodPhrase, '2026-09', [
    '2026_ж._қыркүйек үшін',
    'за сентябрь_2026_г.',
    'for September_2026',
  ]);
});

test('days in words', () => {
  check(untilDay, 25, ['25~іне дейін', 'до_25_числа', 'by the 25th']);
  check(untilDay, 1, ['1~іне дейін', 'до_1_числа', 'by the 1st']);
  const range = ([from, to]: readonly [number, number], language: Language): string =>
    dayRange(from, to, language);
  check(
    range,
    [20, 25],
    ['20~сынан 25~іне дейін', 'с_20 по_25_число', 'from the 20th to the 25th'],
  );
  check(range, [2, 10], ['2~сінен 10~ына дейін', 'со_2 по_10_число', 'from the 2nd to the 10th']);
  check(range, [30, 31], ['30~ынан 31~іне дейін', 'с_30 по_31_число', 'from the 30th to the 31st']);
  check(
    range,
    [18, 31],
    ['18~інен 30~ына (31~іне) дейін', 'с_18 по_30_(31)_число', 'from the 18th to the 30th (31st)'],
  );
  check(range, [31, 31], ['31~інен 31~іне дейін', 'с_31 по_31_число', 'from the 31st to the 31st']);
  check(
    range,
    [22, 30],
    ['22~сінен 30~ына дейін', 'с_22 по_30_число', 'from the 22nd to the 30th'],
  );
  const ordinals = [1, 2, 3, 4, 10, 11, 12, 13, 21, 22, 23, 31].map((day) => untilDay(day, 'en'));
  assert.equal(
    ordinals.join(' ').replaceAll('by the ', ''),
    '1st 2nd 3rd 4th 10th 11th 12th 13th 21st 22nd 23rd 31st',
  );
  assert.throws(() => kazakhDay(0, 'dative'));
  assert.throws(() => kazakhDay(32, 'dative'));
});

test('the endings of days follow the last word of the numeral', () => {
  const endingOfLastWord: Readonly<Record<number, string>> = {
    1: 'іне',
    2: 'сіне',
    3: 'іне',
    4: 'іне',
    5: 'іне',
    6: 'сына',
    7: 'сіне',
    8: 'іне',
    9: 'ына',
    10: 'ына',
    20: 'сына',
    30: 'ына',
  };
  for (let day = 1; day <= 31; day += 1) {
    const ending = endingOfLastWord[day] ?? endingOfLastWord[day % 10] ?? '';
    assert.equal(shown(kazakhDay(day, 'dative')), `${day}~${ending}`);
    assert.equal(
      shown(kazakhDay(day, 'ablative')),
      `${day}~${ending.replace(/не$|на$/, '')}${/е$/.test(ending) ? 'нен' : 'нан'}`,
    );
  }
});

test('the cases of months follow vowel harmony and assimilation', () => {
  for (let month = 1; month <= 12; month += 1) {
    const { nominative, dative, ablative } = kazakhMonth(month);
    const vowel = /[аоұыәөүіеу](?=[^аоұыәөүіеу]*$)/.exec(nominative)?.[0] ?? '';
    const isBack = 'аоұыу'.includes(vowel);
    const dativeEnding = /[қкпстшх]$/.test(nominative)
      ? isBack
        ? 'қа'
        : 'ке'
      : isBack
        ? 'ға'
        : 'ге';
    assert.equal(dative, nominative + dativeEnding);
    const stem = /[мнң]$/.test(nominative) ? 'н' : /[қкпстшх]$/.test(nominative) ? 'т' : 'д';
    assert.equal(ablative, `${nominative}${stem}${isBack ? 'ан' : 'ен'}`);
    const { nominative: ru, genitive } = russianMonth(month);
    assert.equal(genitive, /т$/.test(ru) ? `${ru}а` : `${ru.slice(0, -1)}я`);
    assert.match(englishMonth(month), /^[A-Z][a-z]+$/);
  }
  assert.throws(() => kazakhMonth(0));
  assert.throws(() => russianMonth(13));
});

test('languages', () => {
  assert.deepEqual(languagesOf('kk-ru'), ['kk', 'ru']);
  for (const language of all) assert.deepEqual(languagesOf(language), [language]);
  assert.deepEqual(all.map(languageTag), ['kk-KZ', 'ru-KZ', 'en']);
});
