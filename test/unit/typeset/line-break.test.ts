// Where lines may end, and greedy and balanced lines. Widths are one unit a character.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { breakOpportunities } from '../../../src/typeset/line-break.ts';
import { breakLines } from '../../../src/typeset/paragraph.ts';

const nbsp = '\u00a0';
const shy = '\u00ad';
const widthOf = (line: string): number => line.length;

/** `marked` shows each allowed break as `|` and each mandatory one as `‖`. */
function checkBreaks(marked: string): void {
  const text = marked.replace(/[|‖]/g, '');
  let shown = '';
  let last = 0;
  for (const { position, required } of breakOpportunities(text)) {
    shown += text.slice(last, position) + (required ? '‖' : '|');
    last = position;
  }
  assert.equal(shown + text.slice(last), marked);
}

test('suffixes stay with their word, compounds may part after the hyphen', () => {
  for (const marked of [
    '25-іне |дейін',
    '20-сынан |25-іне',
    '9:00-ден |15:00-ге |дейін',
    'ЖШС-і |мен |ЖШС-нің',
    '«Қазақ»-тың',
    'Шәкәрім д-лы, |180',
    '10-үй, |25-пәтер, |1-деңгей',
    'к-ясы, |Сч-к, |жиын-ғы',
    'Ортақ |мүлікті |күтіп-|ұстау',
    'шот-|фактура',
    'call-|орталық',
    'үй-жай',
    '17-50 |бұйрық',
    'a‑b |c',
  ]) {
    checkBreaks(marked);
  }
});

test('numbers keep their groups, sign, unit, currency and counted word', () => {
  for (const marked of [
    'Сомасы |1 234 567,50 ₸ |толық',
    `Сомасы |26${nbsp}067,86${nbsp}₸`,
    'барлығы |54 048 тг |немесе |5 000 KZT',
    '− |5 |6', // Figures that are no groups.
    '19,40 м³, |209 кВт·сағ, |0,5 Гкал, |4 адам, |4 чел. |и |12 %',
    '68,40 м2 |алаң',
    '№ 17-50 |бұйрық',
    'бұйрық |№ 17',
    '25 числа |месяца',
    '13 ай |тұтыну',
    'С |1 декабря |меняется',
    '1 желтоқсаннан |бастап',
    '2025 жылғы 1 қаңтардан |бастап',
    '30-ына |(31-іне) |дейін',
    'үйлер |12, |14, |16',
    '2,5 млн теңге |қарыз',
  ]) {
    checkBreaks(marked);
  }
});

test('abbreviations stay with their word, on the side it stands', () => {
  for (const marked of [
    'Кезең |2020 ж. сәуір |айынан',
    '2020 ж. 7 сәуір',
    'апрель |2020 г. |оплатить',
    'за |2026 г. |Алматы |живёт', // The year does not lead the next word.
    'г. Алматы, |пр. Үлгі, |д. 10, |кв. 25',
    'Алматы қ., |Үлгі к-сі, |Самал ш/а, |1-үй',
    'ст. 21 |Закона',
    'в |т. ч. |НДС',
    'Төлеуші: |А. Б. Үлгі',
    'Төлеуші |Үлгі А. Б. |төледі',
    'төлемді |А.Б. Үлгі |төледі',
    'Р-н |Алмалы',
  ]) {
    checkBreaks(marked);
  }
});

test('slashes part alternatives and addresses, not units', () => {
  for (const marked of [
    'аталуы/|Наименование',
    'тариф, |тг/м³',
    '12 тг/адам |және |тг/м2',
    'кВт/ч |л/с',
    'https://esep.example/|bills/|kk/',
    'см. www.esep.example/|faq',
  ]) {
    checkBreaks(marked);
  }
});

test('phones and IBANs are one piece', () => {
  for (const marked of [
    'тел. +7 727 000 01 01, |бот',
    'тел. + 7 (727) 341 0700 |тегін',
    'не |8 (7232) 70-08-78 |нөмірі',
    'ЖСК |KZ09 9999 9999 9999 9999 |банк',
  ]) {
    checkBreaks(marked);
  }
});

test('dashes and dots between words end a line, never start one', () => {
  checkBreaks('Қызмет · |Услуга');
  checkBreaks('22.10.2026 — |12 609,70 ₸');
  checkBreaks('01.07.2026–|25.07.2026');
  checkBreaks('сөз - |сөз');
});

test('nothing but a space, a hyphen, a dash or a slash ends a line', () => {
  for (const text of ['5%-дық', 'А+Б', 'сөз…сөз', '(+7)₸', 'a,′b', '№А', '20°C']) {
    checkBreaks(text);
    checkBreaks(`сөз |${text} |сөз`);
  }
});

test('line feeds are mandatory, the end of the text is no break', () => {
  checkBreaks('a\n‖b\r\n‖\n‖c');
  checkBreaks('a\n');
  checkBreaks('');
  checkBreaks('бір');
});

function checkWrap(text: string, maxWidth: number, expected: readonly string[]): void {
  assert.deepEqual(wrapText(text, maxWidth, widthOf), expected);
}

test('lines are filled greedily and lose the spaces at their ends', () => {
  checkWrap('бір екі үш', 10, ['бір екі үш']);
  checkWrap('бір екі үш', 9, ['бір екі', 'үш']);
  checkWrap('бір  екі үш ', 7, ['бір', 'екі үш']);
  checkWrap('бір екі', 1, ['бір', 'екі']);
  checkWrap('', 5, ['']);
  checkWrap('   ', 5, ['']);
  checkWrap(`10${nbsp}м³ су`, 5, [`10${nbsp}м³`, 'су']);
  checkWrap('Берешек: 6 429,60 ₸.', 14, ['Берешек:', '6 429,60 ₸.']);
});

test('a piece that is too wide stays whole', () => {
  checkWrap('Видеонаблюдение', 5, ['Видеонаблюдение']);
  checkWrap('а Видеонаблюдение б', 5, ['а', 'Видеонаблюдение', 'б']);
  checkWrap('1 234 567,50 ₸', 5, ['1 234 567,50 ₸']);
});

test('line feeds end lines, a last one adds none', () => {
  checkWrap('a\nb', 9, ['a', 'b']);
  checkWrap('a\n\nb\n', 9, ['a', '', 'b']);
  checkWrap('a b\r\nc', 1, ['a', 'b', 'c']);
});

test('a soft hyphen shows only where it ends a line', () => {
  checkWrap(`қайта${shy}есептеу`, 99, ['қайтаесептеу']);
  checkWrap(`Пере${shy}рас${shy}чёт`, 8, ['Перерас-', 'чёт']);
  checkWrap(`Пере${shy}рас${shy}чёт`, 7, ['Пере-', 'расчёт']);
  checkWrap(`a\u200bb\u2060c`, 99, ['abc']);
  checkWrap(`aa\u200bbb`, 2, ['aa', 'bb']);
});

test('widths may be over by rounding only', () => {
  assert.deepEqual(wrapText('a b', 3 - 1e-9, widthOf), ['a b']);
  assert.deepEqual(wrapText('a b', 2.99, widthOf), ['a', 'b']);
});

test('balanced lines are as many and the narrowest', () => {
  const heading = 'Накопления на капитальный ремонт';
  assert.deepEqual(wrapText(heading, 25, widthOf), ['Накопления на капитальный', 'ремонт']);
  assert.deepEqual(wrapText(heading, 25, widthOf, { balance: true }), [
    'Накопления на',
    'капитальный ремонт',
  ]);
  assert.deepEqual(wrapText('бір екі', 99, widthOf, { balance: true }), ['бір екі']);
  assert.deepEqual(wrapText('а Видеонаблюдение', 5, widthOf, { balance: true }), [
    'а',
    'Видеонаблюдение',
  ]);
});

const words = fc
  .array(fc.constantFrom('бір', 'екі', 'күтіп-ұстау', '25-іне', '1 234', '₸', '№', 'қ.', 'м³'), {
    minLength: 1,
    maxLength: 30,
  })
  .map((parts) => parts.join(' '));

test('wrapping loses no word, fits what may break, and more width takes no more lines', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 60 }), (text, maxWidth) => {
      const lines = wrapText(text, maxWidth, widthOf);
      assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
      for (const line of lines) {
        assert.ok(line.length <= maxWidth || breakOpportunities(line).length === 0, line);
        assert.ok(!line.startsWith('₸') || text.startsWith('₸'), line);
      }
      assert.ok(lines.length >= wrapText(text, maxWidth + 1, widthOf).length);
    }),
  );
});

test('balancing keeps the words and the number of lines and is never wider', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 60 }), (text, maxWidth) => {
      const greedy = wrapText(text, maxWidth, widthOf);
      const balanced = wrapText(text, maxWidth, widthOf, { balance: true });
      assert.equal(balanced.length, greedy.length);
      assert.equal(balanced.join('').replaceAll(' ', ''), greedy.join('').replaceAll(' ', ''));
      const widest = (lines: readonly string[]) => Math.max(...lines.map(widthOf));
      assert.ok(widest(balanced) <= widest(greedy));
    }),
  );
});

/** Lines of a plain string as paragraph.ts breaks them, for a face whose widths are given. */
function wrapText(
  text: string,
  maxWidth: number,
  widthOf: (line: string) => number,
  options: { readonly balance?: boolean } = {},
): string[] {
  const measure = {
    width: (_face: string, _size: number, run: string) => widthOf(run),
    figure: () => assert.fail('lines have no commas'),
    missing: () => undefined,
  };
  const { lines } = breakLines([{ text, face: '', size: 1, gray: 0 }], maxWidth, measure, options);
  return lines.map(({ segments }) => segments.map((segment) => segment.text).join(''));
}
