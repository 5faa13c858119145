// pdfkit's document with its output gathered in memory and PDF/A-2u said. It draws nothing.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { ByteWriter } from './byte-writer.ts';
import { Literal } from './literal.ts';
import { type DocumentMetadata, infoEntries } from './metadata.ts';
import { OffsetTable } from './offset-table.ts';
import { addOutputIntent } from './output-intent.ts';
import { PageTree } from './page-tree.ts';
import type { ObjectKeeper, Reference } from './reference.ts';
import { longEntries, longWidths } from './reference-entry.ts';
import { SmallObjects } from './small-objects.ts';
import { xmpPacket } from './xmp.ts';

/** Takes pieces of a file in their order; each is in memory of its own. */
export type Sink = (bytes: Uint8Array<ArrayBuffer>) => void;

/** Bytes that a sink is given at a time, at the least. */
const chunkSize = 65_536;

/** More than one bill takes. */
const initialCapacity = 65_536;

/** Ten digits of the cross-reference table (ISO 32000-1, 7.5.4). */
const largestFile = 10 ** 10;

/**
 * pdfkit keeps what is written here in fields that its types do not name; `declare` names them
 * without touching them, because its constructor has filled them before ours goes on.
 */
export class PdfaDocument extends PDFDocument implements ObjectKeeper {
  declare readonly _root: Reference & { readonly data: Catalogue };
  declare readonly _info: Reference;
  declare _offset: number;
  declare _id: Uint8Array;
  declare _waiting: number;
  declare private _offsets: OffsetTable;
  declare private out: ByteWriter | undefined;
  declare private sink: Sink | undefined;
  /** Takes what is written instead of the file. */
  declare private caught: string[] | undefined;
  readonly pages: PageTree;
  readonly #metadata: DocumentMetadata;
  readonly #digest = createHash('sha256');
  readonly #small: SmallObjects | undefined;

  /**
   * A sink takes the bytes as they come; without one they gather until the end. With one the
   * document is long, so its small objects are packed.
   */
  constructor(metadata: DocumentMetadata, sink?: Sink) {
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
    this.sink = sink;
    this.#small = sink === undefined ? undefined : new SmallObjects();
    this._offsets = new OffsetTable(this._offsets.length);
    this.pages = new PageTree(this._root.data.Pages, () => this.ref({}));
  }

  /** A stream that is compressed already. */
  addStream(dictionary: object, bytes: Uint8Array): Reference {
    // A filter given at once keeps pdfkit from compressing on its own.
    const reference = this.ref({ ...dictionary, Filter: 'FlateDecode' });
    reference.write(bytes);
    reference.finalize();
    return reference;
  }

  /** The same for contents of pages, without pdfkit: a volume has thousands. */
  addPacked(packed: Uint8Array): Literal {
    const id = this.#next();
    this._offsets.set(id, this._offset);
    this._write(`${id} 0 obj\n<<\n/Filter /FlateDecode\n/Length ${packed.length}\n>>\nstream`);
    this._write(packed);
    this._write('\nendstream\nendobj');
    return new Literal(`${id} 0 R`);
  }

  /** A dictionary whose entries are spelled already, without pdfkit for the same reason. */
  addSmall(entries: string): Literal {
    const id = this.#next();
    const body = `<<\n${entries}\n>>`;
    if (this.#small === undefined) {
      this._offsets.set(id, this._offset);
      this._write(`${id} 0 obj\n${body}\nendobj`);
    } else {
      this.#keepSmall(this.#small, id, body);
    }
    return new Literal(`${id} 0 R`);
  }

  /** Makes what was drawn part of the file's identifier (ISO 32000-1, 14.4). */
  identify(content: Uint8Array | string): void {
    this.#digest.update(content);
  }

  /** Ends an object without a stream, of which there are many. */
  endSmall(reference: Reference): void {
    if (this.#small === undefined) {
      reference.finalize();
      return;
    }
    this.caught = [];
    reference.finalize();
    const [, body = ''] = this.caught;
    this.caught = undefined;
    this.#keepSmall(this.#small, reference.id, body);
  }

  addDictionary(dictionary: object): KitReference {
    const reference = this.ref(dictionary);
    reference.finalize();
    return reference;
  }

  /** Further entries of the catalogue (ISO 32000-1, 7.7.2). */
  describe(entries: object): void {
    Object.assign(this._root.data, entries);
  }

  /** Ends the document. What no sink has taken is returned, in memory of its own. */
  finish(): Uint8Array<ArrayBuffer> {
    this._root.data.Pages = this.pages.finish();
    if (this.#small) this.#pack(this.#small);
    this.end();
    assert.equal(this._waiting, 0, 'an object was never ended');
    return this.#written().copy();
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
    this.describe({ Metadata: stream, OutputIntents: [addOutputIntent(this)] });
  }

  /**
   * In place of the stream: everything gathers in one buffer, which makes itself, because pdfkit's
   * constructor writes the first line before ours runs. Strings are lines.
   */
  _write(data: string | Uint8Array): void {
    if (this.caught) {
      this.caught.push(String(data));
      return;
    }
    this.out ??= new ByteWriter(initialCapacity);
    const before = this.out.length;
    if (typeof data === 'string') {
      this.out.text(data);
      this.out.byte(lineFeed);
    } else {
      this.out.append(data);
    }
    this._offset += this.out.length - before;
    if (this.sink && this.out.length >= chunkSize) {
      this.sink(this.out.copy());
      this.out.clear();
    }
  }

  /** Called by pdfkit when an object is written. */
  _refEnd({ id, offset }: { readonly id: number; readonly offset: number }): void {
    this._offsets.set(id, offset);
    this._waiting -= 1;
  }

  /** Called by pdfkit at the very end, in place of its own, which wants an array of offsets. */
  _finalize(): void {
    const start = this._offset;
    assert(start < largestFile, 'a PDF of this kind is smaller than 10 GB');
    if (this.#small) {
      this.#writeEntries(start);
      return;
    }
    const { length } = this._offsets;
    this._write(`xref\n0 ${length + 1}\n0000000000 65535 f `);
    for (let id = 1; id <= length; id += 1) {
      this._write(`${String(this._offsets.get(id)).padStart(10, '0')} 00000 n `);
    }
    this._write(`trailer\n<<\n/Size ${length + 1}\n${this.#trailer()}`);
    this._write(`>>\nstartxref\n${start}\n%%EOF`);
  }

  /** Nobody reads the stream, so its end is not announced. */
  override push(): boolean {
    return true;
  }

  /** A cross-reference stream, which is an object itself (ISO 32000-1, 7.5.8). */
  #writeEntries(start: number): void {
    const id = this._offsets.length + 1;
    const packed = deflateSync(longEntries(this._offsets, start));
    this._write(`${id} 0 obj\n<<\n/Type /XRef\n/Size ${id + 1}\n/W ${longWidths}`);
    this._write(`${this.#trailer()}\n/Filter /FlateDecode\n/Length ${packed.length}`);
    this._write('>>\nstream');
    this._write(packed);
    this._write(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF`);
  }

  #trailer(): string {
    const id = `<${Buffer.from(this._id).toString('hex')}>`;
    return `/Root ${this._root}\n/Info ${this._info}\n/ID [${id} ${id}]`;
  }

  /** The number of an object that is written at once. */
  #next(): number {
    this._offsets.push();
    return this._offsets.length;
  }

  #keepSmall(small: SmallObjects, id: number, body: string): void {
    small.add(id, body);
    if (small.isFull) this.#pack(small);
  }

  #pack(small: SmallObjects): void {
    const packed = small.take();
    if (packed === undefined) return;
    const holder = this.addStream(packed.dictionary, packed.packed);
    for (const [index, id] of packed.ids.entries()) this._offsets.setPacked(id, holder.id, index);
  }

  #written(): ByteWriter {
    return this.out ?? assert.fail('pdfkit wrote nothing');
  }
}

/** Of pdfkit's own kind: it takes no other where it names files. */
type KitReference = ReturnType<PDFKit.PDFDocument['ref']>;

interface Catalogue {
  Pages: Reference;
}

const lineFeed = 0x0a;
