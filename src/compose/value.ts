// Values of a template → spans: texts in one or more languages, figures, the dash for zero.

import type { Phrase } from '../bill/phrase.ts';
import { type Language, languageTag } from '../format/language.ts';
import type { Style } from '../layout/edition-style.ts';
import type { Span } from '../typeset/span.ts';
import type { Composer } from './composer.ts';

/** A formatted figure; `nil` is one that stands for zero and keeps no table column alive. */
export interface Figure {
  readonly figure: string;
  readonly nil: boolean;
}

/** One language of a phrase, for places that give each language a cell of its own. */
export interface Utterance {
  readonly utterance: string;
  readonly language: Language;
  /** Place among the printed languages: 0 is set like a first language, 1 like a second. */
  readonly order: number;
}

/** Overrides of single attributes of the style. */
export interface Accent {
  readonly face?: string | undefined;
  readonly gray?: number | undefined;
  readonly spoken?: string | undefined;
}

/** One part per language of a phrase, one per element of a list; nothing for nothing. */
export function partsOf(
  value: unknown,
  style: Style,
  composer: Composer,
  accent: Accent = {},
): (readonly Span[])[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) {
    return value.flatMap((one: unknown) => partsOf(one, style, composer, accent));
  }
  if (isFigure(value)) return [[figureSpan(value, style, composer, accent)]];
  if (isUtterance(value)) return [[utteranceSpan(value, style, composer, accent)]];
  if (isPhrase(value)) return phraseParts(value, style, composer, accent);
  return [[span(String(value), style, accent)]];
}

export function isPhrase(value: unknown): value is Phrase {
  return typeof value === 'object' && value !== null && 'kk' in value;
}

function isFigure(value: unknown): value is Figure {
  return typeof value === 'object' && value !== null && 'figure' in value;
}

export function isUtterance(value: unknown): value is Utterance {
  return typeof value === 'object' && value !== null && 'utterance' in value;
}

function utteranceSpan(value: Utterance, style: Style, composer: Composer, accent: Accent): Span {
  const { faces } = style;
  const alone = composer.languages.length === 1;
  const own = alone ? faces.alone : value.order === 0 ? faces.first : faces.second;
  return span(value.utterance, style, { face: own, ...given(accent) }, languageTag(value.language));
}

/** A value in words, for alternative texts and for filling labels. */
export function plainText(value: unknown, language: Language): string {
  if (isPhrase(value)) return inLanguage(value, language).text;
  if (isUtterance(value)) return value.utterance;
  if (isFigure(value)) return value.figure;
  return value === null || value === undefined ? '' : String(value);
}

/** Kazakh is always there; the other languages fall back towards it, never to an empty place. */
const fallbacks: Readonly<Record<Language, readonly Language[]>> = {
  kk: ['kk'],
  ru: ['ru', 'kk'],
  en: ['en', 'ru', 'kk'],
};

/** The text of a phrase in one language, by the fallback rule. */
export function inLanguage(phrase: Phrase, language: Language): { text: string; of: Language } {
  for (const candidate of fallbacks[language]) {
    const text = phrase[candidate];
    if (text !== undefined && text !== '') return { text, of: candidate };
  }
  return { text: phrase.kk, of: 'kk' };
}

function phraseParts(
  phrase: Phrase,
  style: Style,
  composer: Composer,
  accent: Accent,
): (readonly Span[])[] {
  const { languages } = composer;
  const [only] = languages;
  if (languages.length === 1 && only !== undefined) {
    const { text, of } = inLanguage(phrase, only);
    if (text === '') return [];
    const alone = { face: style.faces.alone, ...given(accent) };
    return [[span(text, style, alone, languageTag(of))]];
  }
  const parts: Span[][] = [];
  languages.forEach((language, index) => {
    const { text, of } = inLanguage(phrase, language);
    // A missing translation is not printed twice: the first language already stands there.
    if (text === '' || (index > 0 && of !== language)) return;
    if (style.once && text === parts[0]?.[0]?.text) return;
    const face = index === 0 ? style.faces.first : style.faces.second;
    parts.push([span(text, style, { face, ...given(accent) }, languageTag(of))]);
  });
  return parts;
}

function figureSpan(figure: Figure, style: Style, composer: Composer, accent: Accent): Span {
  const own = span(figure.figure, style, accent);
  if (!figure.nil) return own;
  return { ...own, gray: composer.layout.nil.gray, nil: true };
}

/** Without the face where none is given, so that spreading it does not erase one. */
function given(accent: Accent): Accent {
  return accent.face === undefined ? { gray: accent.gray, spoken: accent.spoken } : accent;
}

function span(text: string, style: Style, accent: Accent, lang?: string): Span {
  return {
    text,
    face: accent.face ?? style.faces.plain,
    size: style.size,
    gray: accent.gray ?? style.gray,
    ...(lang === undefined ? {} : { lang }),
    ...(accent.spoken === undefined ? {} : { spoken: accent.spoken }),
  };
}
