// pdfkit's document with its output gathered in memory and PDF/A-2u said. It draws nothing.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { ByteWriter } from './byte-writer.ts';
import { grayProfile, grayProfileName } from './gray-profile.ts';
import { type DocumentMetadata, infoEntries } from './metadata.ts';
import { xmpPacket } from './xmp.ts';

/** An object of the file that others point to. Only this folder makes and ends them. */
export type Reference = ReturnType<PDFKit.PDFDocument['ref']>;

/** Compressed once for all documents. */
const packedProfile = deflateSync(grayProfile(), { level: 9 });

/** More than one bill takes. */
const initialCapacity = 65_536;

/**
 * pdfkit keeps what is written here in fields that its types do not name; `declare` names them
 * without touching them, because its constructor has filled them before ours goes on.
 */
export class PdfaDocument extends PDFDocument {
  declare _root: { readonly data: Catalogue };
  declare _offset: number;
  declare _id: Uint8Array;
  declare private out: ByteWriter | undefined;
  readonly #metadata: DocumentMetadata;
  readonly #digest = createHash('sha256');

  constructor(metadata: DocumentMetadata) {
    super({
      autoFirstPage: false,
      // Without a name pdfkit opens no standard font; undefined would mean Helvetica.
      font: '',
      pdfVersion: '1.7',
      lang: metadata.languageTag,
      displayTitle: true,
      info: infoEntries(metadata),
    });
    this.#metadata = metadata;
  }

  /** A stream that is compressed already. */
  addStream(dictionary: object, bytes: Uint8Array): Reference {
    // A filter given at once keeps pdfkit from compressing on its own.
    const reference = this.ref({ ...dictionary, Filter: 'FlateDecode' });
    reference.write(bytes);
    reference.finalize();
    return reference;
  }

  /** Makes what was drawn part of the file's identifier (ISO 32000-1, 14.4). */
  identify(content: Uint8Array | string): void {
    this.#digest.update(content);
  }

  addDictionary(dictionary: object): Reference {
    const reference = this.ref(dictionary);
    reference.finalize();
    return reference;
  }

  appendPage(size: readonly [number, number], contents: Reference, resources: object): void {
    const box = [0, 0, ...size];
    const pages = this._root.data.Pages;
    pages.data.Kids.push(
      this.addDictionary({
        Type: 'Page',
        Parent: pages,
        MediaBox: box,
        TrimBox: box,
        Contents: contents,
        Resources: resources,
      }),
    );
    pages.data.Count += 1;
  }

  /** Ends the document; the bytes are the caller's own. */
  finish(): Uint8Array<ArrayBuffer> {
    this.end();
    assert(this.out, 'pdfkit wrote nothing');
    return this.out.copy();
  }

  /** Called by pdfkit at the end, in place of its own packet, which escapes nothing. */
  endMetadata(): void {
    const packet = Buffer.from(xmpPacket(this.#metadata), 'utf8');
    this._id = this.#digest.update(packet).digest().subarray(0, 16);
    const stream = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    // Readable without a PDF parser, as ISO 32000-1, 14.3.2 recommends.
    stream.compress = false;
    stream.write(packet);
    stream.finalize();
    this._root.data.Metadata = stream;
    this._root.data.OutputIntents = [this.#outputIntent()];
  }

  /**
   * In place of the stream: everything gathers in one buffer, which makes itself, because pdfkit's
   * constructor writes the first line before ours runs. Strings are lines.
   */
  _write(data: string | Uint8Array): void {
    this.out ??= new ByteWriter(initialCapacity);
    if (typeof data === 'string') {
      this.out.text(data);
      this.out.byte(lineFeed);
    } else {
      this.out.bytes(data);
    }
    this._offset = this.out.length;
  }

  /** Nobody reads the stream, so its end is not announced. */
  override push(): boolean {
    return true;
  }

  #outputIntent(): Reference {
    return this.addDictionary({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      // The PDF object writer tells strings from names by the wrapper.
      Info: new String(grayProfileName),
      OutputConditionIdentifier: new String(grayProfileName),
      DestOutputProfile: this.addStream({ N: 1 }, packedProfile),
    });
  }
}

interface Catalogue {
  readonly Pages: PageTree;
  Metadata?: Reference;
  OutputIntents?: readonly Reference[];
}

interface PageTree {
  readonly data: { readonly Kids: unknown[]; Count: number };
}

const lineFeed = 0x0a;
