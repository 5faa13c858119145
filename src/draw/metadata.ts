// What a document says of itself, and how the Info dictionary says it. The XMP twin is in xmp.ts.

/** What a document is made for, and so which standards it keeps: PDF/A-2u, or 3a and PDF/UA-1. */
export type PdfProfile = 'print' | 'archive';

export interface DocumentMetadata {
  /** `print` if absent. */
  readonly profile?: PdfProfile;
  readonly title: string;
  readonly author?: string;
  readonly subject?: string;
  readonly keywords?: string;
  /** BCP 47 tag of the document, e.g. `kk-KZ`. */
  readonly languageTag: string;
  /** YYYY-MM-DD; the only date in the file, so that equal bills are equal bytes. */
  readonly createdOn: string;
  /** Layout with revision: `<id>@<revision>`; absent if the pages have more than one. */
  readonly layout?: string;
  /** Program with version: `tolem 0.1.0`. */
  readonly producer: string;
}

/** Midnight UTC of `createdOn`. */
export function creationDate({ createdOn }: DocumentMetadata): Date {
  return new Date(`${createdOn}T00:00:00Z`);
}

/** The Info dictionary (ISO 32000-1, 14.3.3); the layout has a key of its own. */
export function infoEntries(metadata: DocumentMetadata): Record<string, string | Date> {
  const { title, author, subject, keywords, producer, layout } = metadata;
  return {
    Title: title,
    ...(author === undefined ? {} : { Author: author }),
    ...(subject === undefined ? {} : { Subject: subject }),
    ...(keywords === undefined ? {} : { Keywords: keywords }),
    Creator: producer,
    Producer: producer,
    CreationDate: creationDate(metadata),
    ...(layout === undefined ? {} : { Layout: layout }),
  };
}
