// A layout package in memory: checked, compiled, frozen but for one memo. Reading it is load.ts's.

import type { Phrase } from '../bill/phrase.ts';
import type { Language, LanguageChoice } from '../format/language.ts';
import type { Gray, VectorImage } from '../typeset/page.ts';
import type { Edition } from './edition.ts';
import type { LayoutFile } from './schema.ts';
import type { Template } from './template.ts';

export interface LayoutPackage {
  /** `id@revision`, as recorded in every output. */
  readonly reference: string;
  readonly file: LayoutFile;
  /** Points. */
  readonly page: {
    readonly width: number;
    readonly height: number;
    readonly margin: {
      readonly top: number;
      readonly right: number;
      readonly bottom: number;
      readonly left: number;
    };
    readonly clearance: number;
  };
  readonly accountPattern: RegExp;
  /** Name in the layout → name in fonts/fonts.json. */
  readonly faces: ReadonlyMap<string, string>;
  readonly separator: string;
  readonly nil: { readonly text: string; readonly gray: Gray };
  readonly labels: ReadonlyMap<string, Phrase>;
  readonly images: ReadonlyMap<string, VectorImage>;
  /** One per rung of the ladder, in its order. */
  readonly editions: readonly Edition[];
  readonly run: Template;
}

/** Every language that one of the layout's choices prints. */
export function printedLanguages(choices: readonly LanguageChoice[]): readonly Language[] {
  const all: readonly Language[] = ['kk', 'ru', 'en'];
  return all.filter((language) =>
    choices.some((choice) => choice === language || (choice === 'kk-ru' && language !== 'en')),
  );
}
