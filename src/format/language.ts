// The languages a bill is printed in and their order on paper. It holds no texts.

export type Language = 'kk' | 'ru' | 'en';

/** `kk-ru` prints both, Kazakh first: the order the Law on Languages asks of forms. */
export type LanguageChoice = 'kk-ru' | 'kk' | 'ru' | 'en';

/** In printing order. */
export function languagesOf(choice: LanguageChoice): readonly Language[] {
  return languages[choice];
}

/** BCP 47, for the PDF's `Lang` entries. English bills are not tied to a country. */
export function languageTag(language: Language): string {
  return tags[language];
}

const languages: Readonly<Record<LanguageChoice, readonly Language[]>> = {
  'kk-ru': ['kk', 'ru'],
  kk: ['kk'],
  ru: ['ru'],
  en: ['en'],
};

const tags: Readonly<Record<Language, string>> = { kk: 'kk-KZ', ru: 'ru-KZ', en: 'en' };
