// Sums in words: vectors, and words that read back as the sum.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { amountInWords } from '../../../src/format/amount-in-words.ts';
import type { Language } from '../../../src/format/language.ts';

const vectors: readonly (readonly [tiyn: number, kk: string, ru: string, en: string])[] = [
  [0, 'Нөл теңге 00 тиын', 'Ноль тенге 00 тиын', 'Zero tenge 00 tiyn'],
  [101, 'Бір теңге 01 тиын', 'Один тенге 01 тиын', 'One tenge 01 tiyn'],
  [202, 'Екі теңге 02 тиын', 'Два тенге 02 тиын', 'Two tenge 02 tiyn'],
  [1105, 'Он бір теңге 05 тиын', 'Одиннадцать тенге 05 тиын', 'Eleven tenge 05 tiyn'],
  [2121, 'Жиырма бір теңге 21 тиын', 'Двадцать один тенге 21 тиын', 'Twenty-one tenge 21 tiyn'],
  [10000, 'Жүз теңге 00 тиын', 'Сто тенге 00 тиын', 'One hundred tenge 00 tiyn'],
  [10150, 'Жүз бір теңге 50 тиын', 'Сто один тенге 50 тиын', 'One hundred one tenge 50 tiyn'],
  [100000, 'Бір мың теңге 00 тиын', 'Одна тысяча тенге 00 тиын', 'One thousand tenge 00 tiyn'],
  [200000, 'Екі мың теңге 00 тиын', 'Две тысячи тенге 00 тиын', 'Two thousand tenge 00 tiyn'],
  [
    534207,
    'Бес мың үш жүз қырық екі теңге 07 тиын',
    'Пять тысяч триста сорок два тенге 07 тиын',
    'Five thousand three hundred forty-two tenge 07 tiyn',
  ],
  [
    1100000,
    'Он бір мың теңге 00 тиын',
    'Одиннадцать тысяч тенге 00 тиын',
    'Eleven thousand tenge 00 tiyn',
  ],
  [
    1672588,
    'Он алты мың жеті жүз жиырма бес теңге 88 тиын',
    'Шестнадцать тысяч семьсот двадцать пять тенге 88 тиын',
    'Sixteen thousand seven hundred twenty-five tenge 88 tiyn',
  ],
  [
    2101203,
    'Жиырма бір мың он екі теңге 03 тиын',
    'Двадцать одна тысяча двенадцать тенге 03 тиын',
    'Twenty-one thousand twelve tenge 03 tiyn',
  ],
  [
    10100101,
    'Жүз бір мың бір теңге 01 тиын',
    'Сто одна тысяча один тенге 01 тиын',
    'One hundred one thousand one tenge 01 tiyn',
  ],
  [
    123456790,
    'Бір миллион екі жүз отыз төрт мың бес жүз алпыс жеті теңге 90 тиын',
    'Один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь тенге 90 тиын',
    'One million two hundred thirty-four thousand five hundred sixty-seven tenge 90 tiyn',
  ],
  [
    200000202,
    'Екі миллион екі теңге 02 тиын',
    'Два миллиона два тенге 02 тиын',
    'Two million two tenge 02 tiyn',
  ],
  [
    5404885,
    'Елу төрт мың қырық сегіз теңге 85 тиын',
    'Пятьдесят четыре тысячи сорок восемь тенге 85 тиын',
    'Fifty-four thousand forty-eight tenge 85 tiyn',
  ],
  [
    500000000000,
    'Бес миллиард теңге 00 тиын',
    'Пять миллиардов тенге 00 тиын',
    'Five billion tenge 00 tiyn',
  ],
  [
    102100100000,
    'Бір миллиард жиырма бір миллион бір мың теңге 00 тиын',
    'Один миллиард двадцать один миллион одна тысяча тенге 00 тиын',
    'One billion twenty-one million one thousand tenge 00 tiyn',
  ],
  [
    2200000000000_00,
    'Екі триллион екі жүз миллиард теңге 00 тиын',
    'Два триллиона двести миллиардов тенге 00 тиын',
    'Two trillion two hundred billion tenge 00 tiyn',
  ],
];

test('sums in words, in three languages', () => {
  for (const [tiyn, kk, ru, en] of vectors) {
    assert.equal(amountInWords(tiyn, 'kk'), kk);
    assert.equal(amountInWords(tiyn, 'ru'), ru);
    assert.equal(amountInWords(tiyn, 'en'), en);
  }
  assert.throws(() => amountInWords(-1, 'kk'));
  assert.throws(() => amountInWords(0.5, 'kk'));
});

test('russian powers agree with the numeral before them', () => {
  const check = (thousands: number, expected: string): void =>
    assert.equal(amountInWords(thousands * 100000, 'ru'), `${expected} тенге 00 тиын`);
  check(3, 'Три тысячи');
  check(4, 'Четыре тысячи');
  check(5, 'Пять тысяч');
  check(10, 'Десять тысяч');
  check(12, 'Двенадцать тысяч');
  check(14, 'Четырнадцать тысяч');
  check(20, 'Двадцать тысяч');
  check(22, 'Двадцать две тысячи');
  check(100, 'Сто тысяч');
  check(111, 'Сто одиннадцать тысяч');
  check(121, 'Сто двадцать одна тысяча');
  check(21_000, 'Двадцать один миллион');
  check(22_000, 'Двадцать два миллиона');
});

/** Each language's words as this test knows them, apart from the tables of the code. */
const values: Readonly<Record<Language, string>> = {
  kk: `нөл 0 бір 1 екі 2 үш 3 төрт 4 бес 5 алты 6 жеті 7 сегіз 8 тоғыз 9 он 10 жиырма 20 отыз 30
    қырық 40 елу 50 алпыс 60 жетпіс 70 сексен 80 тоқсан 90 жүз *100 мың *1000 миллион *1000000
    миллиард *1000000000 триллион *1000000000000`,
  ru: `ноль 0 один 1 одна 1 два 2 две 2 три 3 четыре 4 пять 5 шесть 6 семь 7 восемь 8 девять 9
    десять 10 одиннадцать 11 двенадцать 12 тринадцать 13 четырнадцать 14 пятнадцать 15
    шестнадцать 16 семнадцать 17 восемнадцать 18 девятнадцать 19 двадцать 20 тридцать 30 сорок 40
    пятьдесят 50 шестьдесят 60 семьдесят 70 восемьдесят 80 девяносто 90 сто 100 двести 200
    триста 300 четыреста 400 пятьсот 500 шестьсот 600 семьсот 700 восемьсот 800 девятьсот 900
    тысяча *1000 тысячи *1000 тысяч *1000 миллион *1000000 миллиона *1000000 миллионов *1000000
    миллиард *1000000000 миллиарда *1000000000 миллиардов *1000000000
    триллион *1000000000000 триллиона *1000000000000 триллионов *1000000000000`,
  en: `zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11
    twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19
    twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 hundred *100
    thousand *1000 million *1000000 billion *1000000000 trillion *1000000000000`,
};

function readWords(text: string, language: Language): number {
  const table = values[language].trim().split(/\s+/);
  const [tiyn, ...rest] = text.toLowerCase().split(' ').slice(0, -1).reverse();
  let total = 0;
  let group = 0;
  for (const word of rest
    .slice(1)
    .reverse()
    .flatMap((one) => one.split('-'))) {
    const value = table[table.indexOf(word) + 1] ?? '';
    assert.ok(table.includes(word), word);
    const factor = Number(value.slice(1));
    if (!value.startsWith('*')) {
      group += Number(value);
    } else if (factor === 100) {
      group = group % 10 === 0 ? group + 100 : group - (group % 10) + (group % 10) * 100;
    } else {
      total += group * factor;
      group = 0;
    }
  }
  return (total + group) * 100 + Number(tiyn);
}

test('the words read back as the sum', () => {
  const sums = fc.oneof(fc.maxSafeNat(), fc.nat(), fc.nat(1_000_000));
  fc.assert(
    fc.property(sums, fc.constantFrom<Language>('kk', 'ru', 'en'), (money, language) => {
      assert.equal(readWords(amountInWords(money, language), language), money);
    }),
  );
});
