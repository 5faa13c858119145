// Texts with values: what they print in each language, and what is refused before any bill comes.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { wordings } from '../../../src/compose/wordings.ts';
import type { Language } from '../../../src/format/language.ts';
import { compileText } from '../../../src/layout/notice-text.ts';
import type { TextValues } from '../../../src/layout/wording.ts';

const values: TextValues = {
  account: '000123457',
  contract: 'А-1',
  billNumber: null,
  period: '2026-10',
  issuedOn: '2026-11-05',
  payBy: '2026-11-25',
  paymentsCountedTo: '2026-11-04',
  lastPaymentOn: null,
  lastPaymentAmount: null,
  totalDue: 123450,
  optionalDue: null,
  phone: '+7 727 000 00 00',
  site: 'esep.example',
  email: null,
  meterSerials: '20417733, 20417734',
};

function check(language: Language, source: string, expected: string): void {
  test(`${language}: ${source}`, () => {
    const compiled = compileText(source, language, wordings);
    assert(compiled.ok, compiled.ok ? '' : compiled.reasons.join('\n'));
    assert.equal(compiled.text.fill(values).replaceAll('\u00a0', ' '), expected);
  });
}

describe('a text prints', () => {
  check('kk', 'Дәл осылай & <b> "сөз".', 'Дәл осылай & <b> "сөз".');
  check('kk', '{{date payBy}} күні', '25.11.2026 күні');
  check('ru', 'до {{date payBy}}.', 'до 25.11.2026.');
  check('kk', '{{untilDate payBy}}', '2026 ж. 25 қарашаға дейін');
  check('ru', '{{untilDate payBy}}', 'до 25 ноября 2026 г.');
  check('en', '{{untilDate payBy}}', 'until 25 November 2026');
  check('kk', '{{fromDate "2026-12-01"}}', '2026 ж. 1 желтоқсаннан бастап');
  check('ru', '{{longDate issuedOn}}', '5 ноября 2026 г.');
  check('kk', '{{dateUpTo paymentsCountedTo}} төлемдер', '04.11.2026 дейінгі төлемдер');
  check('ru', '{{month period}}, {{monthWords "2026-09"}}', '10.2026, сентябрь 2026 г.');
  check('ru', '{{chargePeriod period}}', 'за октябрь 2026 г.');
  check('kk', '{{money totalDue}}, {{moneyWithSign totalDue}}', '1 234,50, 1 234,50 ₸');
  check('ru', '{{words totalDue}}', 'Одна тысяча двести тридцать четыре тенге 50 тиын');
  check('kk', '{{dayUntil 25}}', '25‑іне дейін');
  check('ru', 'Показания {{days 20 25}}', 'Показания с 20 по 25 число');
  check('kk', '{{account}}, {{meterSerials}}', '000123457, 20417733, 20417734');
  check('ru', 'Тел. {{phone}}{{! без сайта }}', 'Тел. +7 727 000 00 00');
});

test('a text says which values it mentions', () => {
  const compiled = compileText('{{site}} {{date payBy}} {{date payBy}}', 'kk', wordings);
  assert.deepEqual(compiled.ok && [...compiled.text.mentions], ['site', 'payBy']);
});

describe('a text is refused', () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['{{payer}}', /no value "payer".*it has: account, contract/],
    ['{{date paidOn}}', /no value "paidOn"/],
    ['{{payBy}}', /\{\{payBy\}\} is a date; write \{\{date payBy\}\}, \{\{longDate payBy\}\}/],
    ['{{totalDue}}', /is a money; write \{\{money totalDue\}\}/],
    ['{{money payBy}}', /takes a money; payBy is a date/],
    ['{{date totalDue}}', /takes a date; totalDue is a money/],
    ['{{date "2026-02-30"}}', /takes a date, not "2026-02-30"/],
    ['{{monthWords "октябрь"}}', /takes a period, not/],
    ['{{days 20}}', /\{\{days\}\} takes number, number/],
    ['{{dayUntil payBy}}', /takes a number; payBy is a date/],
    ['{{lookup this "x"}}', /no helper "lookup"; texts have: date,/],
    ['{{amount totalDue}}', /no helper "amount"/],
    ['{{date (fromDate payBy)}}', /no value "SubExpression"/],
    ['{{date payBy x=1}}', /takes no named parameters/],
    ['{{date ../payBy}}', /no value "..\/payBy"/],
    ['{{constructor}}', /no value "constructor"/],
    ['{{#if payBy}}x{{/if}}', /no BlockStatement/],
    ['{{> part}}', /no PartialStatement/],
    ['{{{site}}}', /\{\{\{…\}\}\} has no meaning/],
    ['{{date payBy', /Parse error/],
  ];
  for (const [source, reason] of cases) {
    test(source, () => {
      const compiled = compileText(source, 'kk', wordings);
      assert.match(compiled.ok ? 'it was taken' : compiled.reasons.join('\n'), reason);
    });
  }

  test('with every reason at once', () => {
    const compiled = compileText('{{payer}} {{payBy}}', 'kk', wordings);
    assert.equal(compiled.ok ? 0 : compiled.reasons.length, 2);
  });
});
