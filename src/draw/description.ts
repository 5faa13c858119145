// The two objects in which a document says what it is: the Info dictionary and the XMP packet,
// spelled. Documents of one layout and day say the same, so they are kept.

import { BoundedMap } from './bounded-map.ts';
import { latest } from './latest.ts';
import { type DocumentMetadata, infoEntries } from './metadata.ts';
import { pdfDate, pdfText } from './pdf-text.ts';
import { xmpPacket } from './xmp.ts';

/** Bodies of objects, up to `endobj`. */
export interface Description {
  readonly info: Uint8Array;
  readonly packet: Uint8Array;
}

/** About 2 KB each: a service has as many at a time as layouts and languages. */
const descriptions = new BoundedMap<string, Description>(64);

export const describeDocument = latest(
  areEqual,
  (metadata: DocumentMetadata): Description =>
    descriptions.get(keyOf(metadata), () => ({
      info: Buffer.from(infoObject(metadata), 'latin1'),
      packet: packetObject(metadata),
    })),
);

function areEqual(a: DocumentMetadata, b: DocumentMetadata): boolean {
  return (
    a.title === b.title &&
    a.languageTag === b.languageTag &&
    a.createdOn === b.createdOn &&
    a.layout === b.layout &&
    a.producer === b.producer &&
    a.profile === b.profile &&
    a.author === b.author &&
    a.subject === b.subject &&
    a.keywords === b.keywords
  );
}

/** XML has no way to write NUL, so none of them holds it. */
function keyOf(metadata: DocumentMetadata): string {
  const { profile, title, author, subject, keywords } = metadata;
  const { languageTag, createdOn, layout, producer } = metadata;
  const said = `${title}\0${languageTag}\0${createdOn}\0${layout}\0${producer}`;
  return `${profile}\0${author}\0${subject}\0${keywords}\0${said}`;
}

function infoObject(metadata: DocumentMetadata): string {
  const entries = Object.entries(infoEntries(metadata)).map(
    ([key, value]) => `/${key} ${value instanceof Date ? pdfDate(value) : pdfText(value)}\n`,
  );
  return `<<\n${entries.join('')}>>\nendobj\n`;
}

/** Readable without a PDF parser, as ISO 32000-1, 14.3.2 recommends: so it is not compressed. */
function packetObject(metadata: DocumentMetadata): Uint8Array {
  const packet = Buffer.from(xmpPacket(metadata), 'utf8');
  const head = `<<\n/Type /Metadata\n/Subtype /XML\n/Length ${packet.length}\n>>\nstream\n`;
  return Buffer.concat([Buffer.from(head), packet, Buffer.from('\nendstream\nendobj\n')]);
}
