// Values that say the same become the same object, so that what was made of one serves all: names
// of services, texts of notices. Whether two values say the same is decided here and nowhere else.

import type { Phrase } from '../bill/phrase.ts';
import { Memo } from '../layout/memo.ts';

const phrases = new Memo<string, Phrase>(4096);

/** The first phrase of these very words, if it is still known; else this one from now on. */
export function samePhrase(phrase: Phrase): Phrase {
  const { kk, ru, en } = phrase;
  const known = phrases.get(kk);
  if (known !== undefined && known.ru === ru && known.en === en) return known;
  phrases.set(kk, phrase);
  return phrase;
}

/** Whether two JSON values hold the same; an absent field and an undefined one are the same. */
export function saysSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) return Array.isArray(b) && sameLists(a, b);
  return isFields(a) && isFields(b) && !Array.isArray(b) && sameFields(a, b);
}

function sameLists(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) {
    if (!saysSame(a[index], b[index])) return false;
  }
  return true;
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function sameFields(a: Fields, b: Fields): boolean {
  for (const key in a) if (!saysSame(a[key], b[key])) return false;
  for (const key in b) if (a[key] === undefined && b[key] !== undefined) return false;
  return true;
}
