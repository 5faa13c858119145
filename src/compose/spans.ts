// Values → spans: which languages stand where and in which face, how a dash for zero is set.

import type { Phrase } from '../bill/phrase.ts';
import { type Language, languageTag } from '../format/language.ts';
import type { Style } from '../layout/edition-style.ts';
import type { Gray } from '../typeset/page.ts';
import type { Span } from '../typeset/span.ts';
import type { Composer } from './composer.ts';
import { Figure, inLanguage, isPhrase, Utterance } from './value.ts';

/** Overrides of single attributes of the style. */
export interface Accent {
  readonly face?: string | undefined;
  readonly gray?: Gray | undefined;
  readonly spoken?: string | undefined;
}

/** How the spans of a place are set, whatever they say. */
export interface Type {
  readonly faces: Style['faces'];
  readonly size: number;
  readonly gray: Gray;
  readonly nilGray: Gray;
  readonly spoken: string | undefined;
  readonly once: boolean;
  readonly languages: readonly Language[];
}

export function typeOf(style: Style, composer: Composer, accent: Accent = {}): Type {
  const { face, gray, spoken } = accent;
  return {
    faces:
      face === undefined ? style.faces : { plain: face, first: face, second: face, alone: face },
    size: style.size,
    gray: gray ?? style.gray,
    nilGray: composer.layout.nil.gray,
    spoken,
    once: style.once,
    languages: composer.languages,
  };
}

type Parts = readonly (readonly Span[])[];

const none: Parts = [];

/** One part per language of a phrase, one per element of a list; nothing for nothing. */
export function partsOf(value: unknown, type: Type): Parts {
  if (typeof value === 'string') return value === '' ? none : [[span(value, type)]];
  if (value === null || value === undefined) return none;
  if (value instanceof Figure) return [[figureSpan(value, type)]];
  if (value instanceof Utterance) return [[utteranceSpan(value, type)]];
  if (Array.isArray(value)) return value.flatMap((one: unknown) => partsOf(one, type));
  if (isPhrase(value)) return phraseParts(value, type);
  return [[span(String(value), type)]];
}

function utteranceSpan({ utterance, language, order }: Utterance, type: Type): Span {
  const { faces, languages } = type;
  const own = languages.length === 1 ? faces.alone : order === 0 ? faces.first : faces.second;
  return spanIn(utterance, language, own, type);
}

function phraseParts(phrase: Phrase, type: Type): Parts {
  const { languages, faces } = type;
  const [only] = languages;
  if (languages.length === 1 && only !== undefined) {
    const { text, of } = inLanguage(phrase, only);
    return text === '' ? none : [[spanIn(text, of, faces.alone, type)]];
  }
  const parts: Span[][] = [];
  for (let index = 0; index < languages.length; index += 1) {
    const language = languages[index] ?? 'kk';
    const { text, of } = inLanguage(phrase, language);
    // A missing translation is not printed twice: the first language already stands there.
    if (text === '' || (index > 0 && of !== language)) continue;
    if (type.once && text === parts[0]?.[0]?.text) continue;
    parts.push([spanIn(text, of, index === 0 ? faces.first : faces.second, type)]);
  }
  return parts;
}

/** A figure alone. */
export function figureSpan({ figure, nil }: Figure, type: Type): Span {
  return nil ? { ...span(figure, type), gray: type.nilGray, nil } : span(figure, type);
}

/** A figure, a number, a plain text: of no language. */
function span(text: string, type: Type): Span {
  return makeSpan(text, type.faces.plain, type);
}

function spanIn(text: string, language: Language, face: string, type: Type): Span {
  return makeSpan(text, face, type, languageTag(language));
}

/**
 * With every field from the start, in one order: whoever reads the thousand spans of a page meets
 * one shape, and what typeset notes in them has its room.
 */
export function makeSpan(
  text: string,
  face: string,
  { size, gray, spoken }: Pick<Span, 'size' | 'gray' | 'spoken'>,
  lang?: string,
): Span {
  return {
    text,
    face,
    size,
    gray,
    lang,
    spoken,
    nil: undefined,
    width: undefined,
    whole: undefined,
  };
}
