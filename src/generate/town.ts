// Where the bills of a town belong: streets, houses, entrances, flats. By number alone, so bill 7
// lives where it lives whether ten or a million are made.

import type { Phrase } from '../bill/phrase.ts';
import type { Recipe, Words } from './recipe.ts';

/** Flats of the houses of one quarter: private ones, small ones, blocks. */
const quarter = [1, 1, 1, 1, 2, 8, 24, 36, 60, 90, 120] as const;
const quarterFlats = quarter.reduce<number>((sum, flats) => sum + flats, 0);

/**
 * Billing systems send by account, not by street: within ten quarters, neighbours are apart. The
 * step and the number of places have no common divisor, so each place comes once.
 */
const shuffled = 10 * quarterFlats;
const step = 1237;

export interface Place {
  /** Of the town, from 0. */
  readonly house: number;
  /** From 0; 0 where the house is one household. */
  readonly flat: number;
  readonly flats: number;
}

/** `index` counts the bills of one town. */
export function placeOf(index: number): Place {
  const block = Math.floor(index / shuffled);
  const at = block * shuffled + (((index % shuffled) * step) % shuffled);
  let house = Math.floor(at / quarterFlats) * quarter.length;
  let flat = at % quarterFlats;
  for (const flats of quarter) {
    if (flat < flats) return { house, flat, flats };
    flat -= flats;
    house += 1;
  }
  throw new RangeError('a quarter has no such flat');
}

export interface Address {
  readonly postcode: string;
  readonly route: string;
  /** As it is printed. */
  readonly street: Phrase;
  readonly house: string;
}

const numbersOfStreets = 9;
const flatsOfEntrance = 36;

/** Houses are numbered 1, 1А, 1к2, 2, 3, 3/1, 4, 5…: what print orders stumble over. */
const houseForms = [
  [0, ''],
  [0, '\u0410'],
  [0, '\u043a2'],
  [1, ''],
  [2, ''],
  [2, '/1'],
  [3, ''],
] as const;

/** No two houses of a town have the same. */
export function addressOf(house: number, { postcode }: Recipe, words: Words): Address {
  const { streets, streetKinds } = words;
  const count = streets.length * streetKinds.length * numbersOfStreets;
  const street = (house * 211) % count;
  // Streets begin at different forms, so that a small town has all of them.
  const along = Math.floor(house / count) + (street % houseForms.length);
  const [after, form] = houseForms[along % houseForms.length] ?? [0, ''];
  const first = 1 + ((street * 37) % 90);
  const number = first + 4 * Math.floor(along / houseForms.length) + after;
  const office = Math.floor((street * 40) / count);
  return {
    postcode: `${postcode}${String(office).padStart(2, '0')}`,
    route: `${office + 1}-${1 + (street % 4)}`,
    street: streetOf(street, words),
    house: `${number}${form}`,
  };
}

/** Where 211 and the number of streets had a common divisor, houses would share an address. */
export function hasDistinctStreets({ streets, streetKinds }: Words): boolean {
  return (streets.length * streetKinds.length * numbersOfStreets) % 211 !== 0;
}

export function entranceOf({ flat }: Place): string {
  return String(1 + Math.floor(flat / flatsOfEntrance));
}

function streetOf(street: number, words: Words): Phrase {
  const { streets, streetKinds, numberedStreet } = words;
  const name = streets[street % streets.length] ?? streets[0];
  const rest = Math.floor(street / streets.length);
  const kind = streetKinds[rest % streetKinds.length] ?? streetKinds[0];
  const number = Math.floor(rest / streetKinds.length);
  const whole = number === 0 ? name : filled(numberedStreet, { n: String(number + 1), name });
  return filled(kind, { name: whole });
}

/** The phrase with each `{name}` replaced: a text, or the phrase's part in the same language. */
export function filled(form: Phrase, values: Readonly<Record<string, string | Phrase>>): Phrase {
  const fill = (text: string, language: 'kk' | 'ru' | 'en') =>
    text.replace(/\{(\w+)\}/g, (_, key: string) => {
      const value = values[key] ?? '';
      return typeof value === 'string' ? value : (value[language] ?? value.kk);
    });
  const { kk, ru, en } = form;
  return {
    kk: fill(kk, 'kk'),
    ...(ru !== undefined && { ru: fill(ru, 'ru') }),
    ...(en !== undefined && { en: fill(en, 'en') }),
  };
}
