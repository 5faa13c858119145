// Values that templates hand on: texts in one or more languages, figures, the dash for zero. How
// they are set is spans.ts's.

import type { Phrase } from '../bill/phrase.ts';
import type { Language } from '../format/language.ts';

/** A formatted figure; `nil` is one that stands for zero and keeps no table column alive. */
export class Figure {
  readonly figure: string;
  readonly nil: boolean;
  /** The same object comes again for other bills, as short quantities do and sums do not. */
  readonly recurs: boolean;

  constructor(figure: string, { nil, recurs }: { nil: boolean; recurs: boolean }) {
    this.figure = figure;
    this.nil = nil;
    this.recurs = recurs;
  }
}

/** One language of a phrase, for places that give each language a cell of its own. */
export class Utterance {
  readonly utterance: string;
  readonly language: Language;
  /** Place among the printed languages: 0 is set like a first language, 1 like a second. */
  readonly order: number;

  constructor(utterance: string, language: Language, order: number) {
    this.utterance = utterance;
    this.language = language;
    this.order = order;
  }
}

export function isPhrase(value: unknown): value is Phrase {
  return typeof value === 'object' && value !== null && 'kk' in value;
}

/** Whether another bill may come with it: a sum is its own, and lists are made anew. */
export function mayRecur(value: unknown): boolean {
  if (typeof value !== 'object') return value !== '' && value !== undefined;
  if (value === null) return false;
  return value instanceof Figure ? value.recurs : !Array.isArray(value);
}

/** A value in words, for alternative texts and for filling labels. */
export function plainText(value: unknown, language: Language): string {
  if (typeof value === 'string') return value;
  if (value instanceof Figure) return value.figure;
  if (value instanceof Utterance) return value.utterance;
  if (isPhrase(value)) return inLanguage(value, language).text;
  return value === null || value === undefined ? '' : String(value);
}

/** Kazakh is always there; the other languages fall back towards it, never to an empty place. */
const fallbacks: Readonly<Record<Language, readonly Language[]>> = {
  kk: ['kk'],
  ru: ['ru', 'kk'],
  en: ['en', 'ru', 'kk'],
};

/** Whether a phrase may be asked for `language` where `printed` are. */
export function mayBeAsked(printed: readonly Language[], language: Language): boolean {
  return printed.some((one) => fallbacks[one].includes(language));
}

/** The text of a phrase in one language, by the fallback rule. */
export function inLanguage(phrase: Phrase, language: Language): { text: string; of: Language } {
  const own = phrase[language];
  if (own !== undefined && own !== '') return { text: own, of: language };
  for (const candidate of fallbacks[language]) {
    const text = phrase[candidate];
    if (text !== undefined && text !== '') return { text, of: candidate };
  }
  return { text: phrase.kk, of: 'kk' };
}
