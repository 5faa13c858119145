// A file within the file (ISO 19005-3, 6.8): what the document was made of, beside the document. It
// reads nothing of it.

import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { PdfaDocument } from './pdfa-document.ts';

export interface Attachment {
  readonly name: string;
  /** A MIME type of letters and one slash. */
  readonly mediaType: string;
  /** What it is, for who looks at a list of attachments; its digest is added. */
  readonly description: string;
  readonly bytes: Uint8Array;
}

/**
 * `Source` of AFRelationship: the document was made from it. The digest stands in the description,
 * where people find it; PDF's own checksum is MD5 and only shows damage.
 */
export function attach(document: PdfaDocument, attachment: Attachment, modified: Date): void {
  const { name, mediaType, description, bytes } = attachment;
  const digest = createHash('sha256').update(bytes).digest('hex');
  document.identify(digest);
  const stream = document.addStream(
    {
      Type: 'EmbeddedFile',
      Subtype: mediaType.replace('/', '#2F'),
      Params: {
        Size: bytes.length,
        CheckSum: new Uint8Array(createHash('md5').update(bytes).digest()),
        ModDate: modified,
      },
    },
    deflateSync(bytes, { level: 6 }),
  );
  const file = document.addDictionary({
    Type: 'Filespec',
    F: new String(name),
    UF: new String(name),
    Desc: new String(`${description} SHA-256: ${digest}`),
    AFRelationship: 'Source',
    EF: { F: stream, UF: stream },
  });
  document.addNamedEmbeddedFile(name, file);
  document.describe({ AF: [file] });
}
