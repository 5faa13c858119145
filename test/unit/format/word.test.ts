// Units and plural forms.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { units } from '../../../src/bill/unit.ts';
import { pluralCategory } from '../../../src/format/plural.ts';
import { unitName } from '../../../src/format/unit.ts';

test('units', () => {
  const check = (language: 'kk' | 'ru' | 'en', expected: string): void =>
    assert.equal(units.map((unit) => unitName(unit, language)).join(' '), expected);
  check('kk', 'кВт·сағ МВт·сағ Гкал м³ м² л кг т адам пәтер үй ай күн сағ нүкте дана');
  check('ru', 'кВт·ч МВт·ч Гкал м³ м² л кг т чел. кв. дом мес. дн. ч точ. шт.');
  check('en', 'kWh MWh Gcal m³ m² l kg t pers. flat house mo. d h pt pcs');
});

test('plural forms', () => {
  const check = (
    category: string,
    language: 'kk' | 'ru' | 'en',
    counts: readonly number[],
  ): void => {
    for (const count of counts) assert.equal(pluralCategory(count, language), category, `${count}`);
  };
  check('one', 'kk', [0, 1, 2, 5, 11, 68.4]);
  check('one', 'en', [1, -1]);
  check('many', 'en', [0, 2, 1.5, 11, 21]);
  check('one', 'ru', [1, 21, 101, 1001, -1]);
  check('few', 'ru', [2, 3, 4, 22, 34, 102, 68.4, 1.5, -2]);
  check('many', 'ru', [0, 5, 9, 10, 11, 12, 13, 14, 15, 19, 20, 25, 100, 111, 112, 211, 1011]);
});

test('no word of format/ mixes Latin letters into Cyrillic ones', () => {
  const folder = new URL('../../../src/format/', import.meta.url);
  for (const file of readdirSync(folder)) {
    const source = readFileSync(new URL(file, folder), 'utf8');
    assert.doesNotMatch(source, /[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]/, file);
  }
});
