// Short names of the units a bill counts in, as the field prints them after a figure.

import type { Unit } from '../bill/unit.ts';
import type { Language } from './language.ts';

/**
 * `кВт·сағ`, `м³`, `чел.`. None is inflected: Kazakh nouns stay singular after a numeral, Russian
 * and English ones are abbreviated or stand for a tariff's basis.
 */
export function unitName(unit: Unit, language: Language): string {
  return names[unit][language];
}

/** Kilowatt-hours have a middle dot; the `кВт/ч` of many bills is another quantity. */
const names: Readonly<Record<Unit, Readonly<Record<Language, string>>>> = {
  kWh: { kk: 'кВт·сағ', ru: 'кВт·ч', en: 'kWh' },
  MWh: { kk: 'МВт·сағ', ru: 'МВт·ч', en: 'MWh' },
  Gcal: { kk: 'Гкал', ru: 'Гкал', en: 'Gcal' },
  m3: { kk: 'м³', ru: 'м³', en: 'm³' },
  m2: { kk: 'м²', ru: 'м²', en: 'm²' },
  l: { kk: 'л', ru: 'л', en: 'l' },
  kg: { kk: 'кг', ru: 'кг', en: 'kg' },
  tonne: { kk: 'т', ru: 'т', en: 't' },
  person: { kk: 'адам', ru: 'чел.', en: 'pers.' },
  flat: { kk: 'пәтер', ru: 'кв.', en: 'flat' },
  house: { kk: 'үй', ru: 'дом', en: 'house' },
  month: { kk: 'ай', ru: 'мес.', en: 'mo.' },
  day: { kk: 'күн', ru: 'дн.', en: 'd' },
  hour: { kk: 'сағ', ru: 'ч', en: 'h' },
  point: { kk: 'нүкте', ru: 'точ.', en: 'pt' },
  piece: { kk: 'дана', ru: 'шт.', en: 'pcs' },
};
