// A layout package in memory: checked, frozen but for one memo and the code of its template,
// which its first bill makes. Reading it is load.ts's.

import type { Phrase } from '../bill/phrase.ts';
import type { Language, LanguageChoice } from '../format/language.ts';
import type { Sheet } from '../typeset/block.ts';
import type { Gray, VectorImage } from '../typeset/page.ts';
import type { Edition } from './edition.ts';
import type { LayoutFile } from './schema.ts';
import type { NoticeCondition, NoticeFile } from './schema-notice.ts';
import type { Template } from './template.ts';
import type { TextValueName, TextValues } from './wording.ts';

export interface LayoutPackage {
  /** `id@revision`, as recorded in every output. */
  readonly reference: string;
  /** SHA-256 of all that the package is made of, shared parts included. */
  readonly digest: string;
  readonly file: LayoutFile;
  /** Points. */
  readonly page: Pick<Sheet, 'width' | 'height' | 'margin' | 'clearance'>;
  readonly accountPattern: RegExp;
  /** Name in the layout → name in fonts/fonts.json. */
  readonly faces: ReadonlyMap<string, string>;
  readonly separator: string;
  readonly nil: { readonly text: string; readonly gray: Gray };
  readonly labels: ReadonlyMap<string, Phrase>;
  readonly images: ReadonlyMap<string, VectorImage>;
  readonly notices: readonly StandingNotice[];
  /** One per rung of the ladder, in its order. */
  readonly editions: readonly Edition[];
  readonly run: Template;
  /**
   * The same layout compiled to be traced: slower, and a package of its own, so that nothing it
   * keeps is ever printed. Made when it is first asked for.
   */
  traced(): LayoutPackage;
}

/** A notice of the layout itself, ready to be filled from a bill. */
export interface StandingNotice {
  /** `<layout>@<revision>#/notices/<id>`: as a JSON pointer into the bill would, it says which. */
  readonly pointer: string;
  readonly kind: NoticeFile['kind'];
  readonly priority: number;
  readonly when: NoticeCondition;
  /** First and last day, inclusive. */
  readonly valid: { readonly from?: string | undefined; readonly to?: string | undefined };
  readonly mentions: ReadonlySet<TextValueName>;
  readonly fill: (values: TextValues) => Phrase;
}

/** Every language that one of the layout's choices prints. */
export function printedLanguages(choices: readonly LanguageChoice[]): readonly Language[] {
  const all: readonly Language[] = ['kk', 'ru', 'en'];
  return all.filter((language) =>
    choices.some((choice) => choice === language || (choice === 'kk-ru' && language !== 'en')),
  );
}
