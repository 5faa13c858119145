// A text in several languages. Which of them is printed, and the fallback, is decided by compose.

import { z } from 'zod';
import { textField } from './text.ts';

/** Kazakh is always there; a language that is missing falls back by the layout's rule. */
export interface Phrase {
  readonly kk: string;
  readonly ru?: string | undefined;
  readonly en?: string | undefined;
}

export function phraseField(maxLength: number) {
  const text = textField(maxLength);
  return z
    .strictObject({ kk: text, ru: text.optional(), en: text.optional() })
    .meta({ description: `Kazakh, and Russian and English if there; ${maxLength} characters.` });
}
