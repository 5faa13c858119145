// What a one-page document has of its own, after its prefix: content, images, forms, page,
// metadata, cross-reference table. Objects are written directly, in the spelling of pdfkit's
// (docs/decisions/0016-prefix-and-tail.md).

import { hash } from 'node:crypto';
import type { FontSet } from '../font/face.ts';
import type { Page } from '../typeset/page.ts';
import { ByteWriter } from './byte-writer.ts';
import { describeDocument } from './description.ts';
import type { Drawing } from './drawing.ts';
import type { DocumentMetadata } from './metadata.ts';
import type { Called } from './painting.ts';
import type { Opening } from './prefix.ts';
import { type Prepared, preparedForm, preparedImage } from './prepared.ts';
import { entryLength, entryOf, entryWidths } from './reference-entry.ts';

export interface TailParts {
  readonly page: Page;
  /** Its content is compressed, and may be lent: it is written before anything else is. */
  readonly calls: Drawing;
  readonly fonts: FontSet;
  readonly metadata: DocumentMetadata;
}

/** A tail is finished before the next is begun, so all take turns with this memory. */
const scratch = new ByteWriter(65_536);

/** In memory of its own. */
export function writeTail(opening: Opening, parts: TailParts): Uint8Array<ArrayBuffer> {
  scratch.clear();
  return new TailWriter(opening, parts.fonts, scratch).write(parts);
}

class TailWriter {
  readonly #opening: Opening;
  readonly #fonts: FontSet;
  readonly #out: ByteWriter;
  /** Where the objects start in the file, from the page's number on. */
  readonly #offsets: number[] = [0, 0, 0];
  readonly #written = new Map<Prepared, string>();

  constructor(opening: Opening, fonts: FontSet, out: ByteWriter) {
    this.#opening = opening;
    this.#fonts = fonts;
    this.#out = out;
  }

  write({ page, calls, metadata }: TailParts): Uint8Array<ArrayBuffer> {
    const { info, metadata: packet } = this.#opening;
    const contents = this.#stream('', calls.content);
    this.#page(page, contents, this.#resources(calls));
    const description = describeDocument(metadata);
    this.#begin(info);
    this.#out.append(description.info);
    this.#begin(packet);
    this.#out.append(description.packet);
    this.#crossReferences();
    return this.#out.copy();
  }

  #page({ width, height }: Page, contents: string, resources: string): void {
    const { page, parent } = this.#opening;
    const box = `[0 0 ${millionths(width)} ${millionths(height)}]`;
    this.#begin(page);
    this.#out.text(`<<\n/Type /Page\n/Parent ${parent}\n/MediaBox ${box}\n/TrimBox ${box}\n`);
    this.#out.text(`/Contents ${contents}\n/Resources ${resources}\n>>\nendobj\n`);
  }

  /** A resource dictionary (ISO 32000-1, 7.8.3); the objects it names are written. */
  #resources({ packs, images, forms }: Called): string {
    let fonts = '';
    for (const { resource } of packs) {
      fonts += `/${resource} ${this.#opening.fonts.get(resource)}\n`;
    }
    let objects = '';
    for (const [name, image] of images) {
      objects += `/${name} ${this.#object(preparedImage(this.#fonts, image))}\n`;
    }
    for (const [name, form] of forms) {
      objects += `/${name} ${this.#object(preparedForm(this.#fonts, form))}\n`;
    }
    const font = fonts === '' ? '' : `/Font <<\n${fonts}>>\n`;
    return `<<\n${font}${objects === '' ? '' : `/XObject <<\n${objects}>>\n`}>>`;
  }

  #object(prepared: Prepared): string {
    const known = this.#written.get(prepared);
    if (known !== undefined) return known;
    const { packs, images, forms } = prepared;
    const isAlone = packs.length + images.size + forms.size === 0;
    const resources = isAlone ? '' : `/Resources ${this.#resources(prepared)}\n`;
    const id = this.#beginNext();
    if (isAlone) this.#out.append(spelledAlone(prepared));
    else putForm(this.#out, prepared, resources);
    const made = `${id} 0 R`;
    this.#written.set(prepared, made);
    return made;
  }

  #stream(dictionary: string, packed: Uint8Array): string {
    const id = this.#beginNext();
    putStream(this.#out, dictionary, packed);
    return `${id} 0 R`;
  }

  #beginNext(): number {
    const id = this.#opening.page + this.#offsets.length;
    this.#offsets.push(0);
    this.#begin(id);
    return id;
  }

  #begin(id: number): void {
    const { page, prefix } = this.#opening;
    this.#offsets[id - page] = prefix.bytes.length + this.#out.length;
    this.#out.whole(id);
    this.#out.text(' 0 obj\n');
  }

  /** Not compressed: it is a third of the table that it stands for, and costs nothing. */
  #crossReferences(): void {
    const { prefix, page, entries, catalogue, info } = this.#opening;
    const start = prefix.bytes.length + this.#out.length;
    const identifier = this.#identifier();
    const id = page + this.#offsets.length;
    this.#offsets.push(start);
    const length = entries.length + entryLength * this.#offsets.length;
    this.#out.text(`${id} 0 obj\n<<\n/Type /XRef\n/Size ${id + 1}\n/W ${entryWidths}\n`);
    this.#out.text(
      `/Root ${catalogue}\n/Info ${info} 0 R\n/ID [<${identifier}> <${identifier}>]\n`,
    );
    this.#out.text(`/Length ${length}\n>>\nstream\n`);
    this.#out.append(entries);
    for (const offset of this.#offsets) {
      for (const byte of entryOf({ offset }, 0)) this.#out.byte(byte);
    }
    this.#out.text(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`);
  }

  /** Follows everything in the file: of the prefix its id, which follows its bytes. */
  #identifier(): string {
    const { length } = this.#out;
    this.#out.text(this.#opening.prefix.id);
    const digest = hash('sha256', this.#out.view());
    this.#out.length = length;
    return digest.slice(0, 32);
  }
}

/** What draws nothing but lines names nothing, and so is the same bytes in every file. */
const alone = new WeakMap<Prepared, Uint8Array>();

function spelledAlone(prepared: Prepared): Uint8Array {
  const known = alone.get(prepared);
  if (known !== undefined) return known;
  const out = new ByteWriter(prepared.packed.length + 256);
  putForm(out, prepared, '');
  const made = out.copy();
  alone.set(prepared, made);
  return made;
}

function putForm(out: ByteWriter, { box, packed }: Prepared, resources: string): void {
  let dictionary = '/Type /XObject\n/Subtype /Form\n';
  for (const [key, value] of Object.entries(box)) dictionary += `/${key} ${value}\n`;
  putStream(out, dictionary + resources, packed);
}

function putStream(out: ByteWriter, dictionary: string, packed: Uint8Array): void {
  const length = `/Filter /FlateDecode\n/Length ${packed.length}\n>>\nstream\n`;
  out.text(`<<\n${dictionary}${length}`);
  out.append(packed);
  out.text('\nendstream\nendobj\n');
}

/** As pdfkit writes numbers. */
function millionths(points: number): number {
  return Math.round(points * 1e6) / 1e6;
}
