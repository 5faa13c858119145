// Hygiene of one text: what is mended, what is refused, what is only pointed out.

import { z } from 'zod';

/** A text of at most `maxLength` UTF-16 code units that shows something. */
export function textField(maxLength: number) {
  return z.string().max(maxLength).regex(/\S/, { error: 'This text must not be blank.' });
}

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
 * True for almost every text of a bill: letters and marks that are their own NFC form, no mixed
 * words, no lost letters, no long number. Most are amounts, dates and ids in ASCII, for which a
 * loop is three times as fast as an expression; so a clean bill costs next to nothing.
 */
export function isCleanText(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code > 0x7e) return !suspicious.test(text);
  }
  return text.length < 12 || !suspicious.test(text);
}

export function cleanText(text: string): CleanText {
  const mended = text.replaceAll('\t', ' ').normalize('NFC');
  const refused = refusedCharacters.exec(mended)?.[0].codePointAt(0);
  return {
    text: mended,
    ...(refused === undefined ? {} : { refused }),
    mixesAlphabets: (mended.match(/\p{L}+/gu) ?? []).some(isMixedWord),
    lostLetters: /\?[\u0400-\u052f]/.test(mended),
  };
}

// What bills are written with; all of it is its own NFC form when no combining mark follows.
const usualRanges = [
  String.raw`\x20-\x7e`,
  // Latin to Extended-B, and Cyrillic without its later extensions.
  String.raw`\xa0-\u024f\u0400-\u052f`,
  // Dashes and quotes; superscripts and currency signs; № and −.
  String.raw`\u2010-\u2027\u2030-\u205e\u2070-\u20bf\u2116\u2212`,
];

const suspicious = new RegExp(
  [
    `[^${usualRanges.join('')}]`,
    String.raw`[\u0400-\u052f][A-Za-z]`,
    String.raw`[A-Za-z?][\u0400-\u052f]`,
    // As long as a personal number.
    String.raw`\d{12}`,
  ].join('|'),
);

// C0, DEL and C1 controls, zero-width and direction marks, line and paragraph separators, lone
// surrogates, noncharacters: they print nothing, but change what is seen, copied or encoded.
const refusedCharacters =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for.
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/u;

/** Cyrillic, but for Latin letters that look like Cyrillic ones. */
function isMixedWord(word: string): boolean {
  return (
    /^[\u0400-\u052faceiopxyABCEHIKMOPTXY]+$/.test(word) &&
    /[A-Za-z]/.test(word) &&
    /[\u0400-\u052f]/.test(word)
  );
}
