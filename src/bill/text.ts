// Hygiene of one text: what is mended, what is refused, what is only pointed out.

import { z } from 'zod';
import { commonLetters } from './common-letters.ts';
import { backslash, quote } from './letter-code.ts';

/** A text of at most `maxLength` code points that shows something. */
export function textField(maxLength: number) {
  return z.string().max(maxLength).regex(shown, { error: 'This text must not be blank.' });
}

/** Some letter that is neither a space nor a place to break a word. */
export const shown = /[^\s\u00ad]/;

/** The keys of texts that people write freely, where a personal number may slip in. */
export const freeTextKeys: ReadonlySet<string> = new Set(['kk', 'ru', 'en', 'payer']);

export interface CleanText {
  /** NFC, with a space for each TAB. */
  readonly text: string;
  /** The first code point that may not stand in a text, if there is one. */
  readonly refused?: number;
  /** A word that mixes Cyrillic with Latin letters of the same look breaks copying and search. */
  readonly mixesAlphabets: boolean;
  /** A `?` right before a Cyrillic letter: windows-1251 has no Kazakh letters and leaves these. */
  readonly lostLetters: boolean;
}

/**
 * True only of texts that `cleanText` would give back as they are, without a remark, and that show
 * something; true of almost every text of a bill. `isFree` texts must hold no number as long as a
 * personal one either. One look into a table a letter: most texts are short, and an expression
 * costs more to start than a short text to read.
 */
export function isCleanText(text: string, isFree = true): boolean {
  return isCleanAs(kindsIn(text), text, isFree);
}

/** All kinds of letters in a text, for `isCleanAs` and `areCommon`. */
export function kindsIn(text: string): number {
  let seen = 0;
  for (let i = 0; i < text.length; i += 1) seen |= kinds[text.charCodeAt(i)] ?? odd;
  return seen;
}

/** Whether texts of these kinds have `commonLetters` only. */
export function areCommon(seen: number): boolean {
  return (seen & rare) === 0;
}

/** `isCleanText`, where the kinds are known. */
export function isCleanAs(seen: number, text: string, isFree: boolean): boolean {
  if ((seen & (odd | ink)) !== ink) return false;
  if ((seen & mixing) === mixing && mixed.test(text)) return false;
  return !isFree || (seen & digit) === 0 || text.length < 12 || !longNumber.test(text);
}

const softHyphen = '\u00ad';

const odd = 1;
const ink = 2;
const digit = 4;
const cyrillic = 8;
/** Letters and `?`: next to Cyrillic letters they may be a mistake. */
const latin = 16;
/** None of the common letters. */
const rare = 32;
/** Ends a text in JSON or may not stand there: a quote, a backslash, a control character. */
export const stops = 64;
/** Above U+00FF. */
export const wide = 128;
const mixing = cyrillic | latin;
const mixed = /[\u0400-\u052f][A-Za-z]|[A-Za-z?][\u0400-\u052f]/;
const longNumber = /\d{12}/;

/** `isFree` texts may say where a long word is divided (U+00AD); a meter's number has no words. */
export function cleanText(text: string, isFree = true): CleanText {
  const mended = text.replaceAll('\t', ' ').normalize('NFC');
  const refused =
    refusedCharacters.exec(mended)?.[0].codePointAt(0) ??
    (!isFree && mended.includes(softHyphen) ? softHyphen.codePointAt(0) : undefined);
  return {
    text: mended,
    ...(refused === undefined ? {} : { refused }),
    mixesAlphabets: (mended.match(/\p{L}+/gu) ?? []).some(isMixedWord),
    lostLetters: /\?[\u0400-\u052f]/.test(mended),
  };
}

// What bills are written with; all of it is its own NFC form when no combining mark follows.
const usualRanges: readonly (readonly [first: number, last: number, kind: number])[] = [
  [0x20, 0x7e, ink],
  [0x30, 0x39, ink | digit],
  [0x3f, 0x3f, ink | latin],
  [0x41, 0x5a, ink | latin],
  [0x61, 0x7a, ink | latin],
  // Latin to Extended-B, and Cyrillic without its later extensions.
  [0xa0, 0x24f, ink],
  [0x400, 0x52f, ink | cyrillic],
  // Dashes and quotes; superscripts and currency signs; № and −.
  [0x2010, 0x2027, ink],
  [0x2030, 0x205e, ink],
  [0x2070, 0x20bf, ink],
  [0x2116, 0x2116, ink],
  [0x2212, 0x2212, ink],
  // Spaces show nothing; a soft hyphen does at the end of a line.
  [0x20, 0x20, 0],
  [0xa0, 0xa0, 0],
  [0xad, 0xad, odd],
];

/** What each UTF-16 code unit is, by the constants above. */
export const kinds = kindsOf(usualRanges);

function kindsOf(ranges: typeof usualRanges): Uint8Array {
  const table = new Uint8Array(0x10000).fill(odd | rare);
  for (const [first, last, kind] of ranges) table.fill(kind | rare, first, last + 1);
  for (const letter of commonLetters) {
    const code = letter.charCodeAt(0);
    table[code] = (table[code] ?? odd) & ~rare;
  }
  for (let code = 0; code < table.length; code += 1) {
    const isStop = code < 0x20 || code === quote || code === backslash;
    table[code] = (table[code] ?? odd) | (isStop ? stops : 0) | (code > 0xff ? wide : 0);
  }
  return table;
}

// C0, DEL and C1 controls, zero-width and direction marks, line and paragraph separators, lone
// surrogates, noncharacters: they print nothing, but change what is seen, copied or encoded.
const refusedCharacters =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for.
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|\p{Cs}/u;

/** Cyrillic, but for Latin letters that look like Cyrillic ones. */
function isMixedWord(word: string): boolean {
  return (
    /^[\u0400-\u052facehiopxyABCEHIKMOPTXY]+$/.test(word) &&
    /[A-Za-z]/.test(word) &&
    /[\u0400-\u052f]/.test(word)
  );
}
