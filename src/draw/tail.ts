// What a one-page document has of its own, after its prefix: content, images, forms, page,
// metadata, cross-reference table. Objects are written directly, in the spelling of pdfkit's
// (docs/decisions/0016-prefix-and-tail.md).

import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import type { FontSet } from '../font/face.ts';
import type { Page } from '../typeset/page.ts';
import { ByteWriter } from './byte-writer.ts';
import { describeDocument } from './description.ts';
import type { Drawing } from './drawing.ts';
import type { DocumentMetadata } from './metadata.ts';
import { spelledBox } from './page-box.ts';
import type { Called } from './painting.ts';
import type { Opening } from './prefix.ts';
import { type Prepared, preparedForm, preparedImage } from './prepared.ts';
import { entryLength, entryWidths, putEntry } from './reference-entry.ts';

export interface TailParts {
  readonly page: Page;
  /** Its content is compressed, and may be lent: it is written before anything else is. */
  readonly calls: Called & Pick<Drawing, 'content'>;
  readonly fonts: FontSet;
  readonly metadata: DocumentMetadata;
}

/** Lent until the next tail is written: one is finished before the next is begun. */
export function writeTail(opening: Opening, parts: TailParts): Uint8Array {
  scratch.clear();
  return new TailWriter(opening, parts.fonts, scratch).write(parts);
}

const scratch = new ByteWriter(65_536);

class TailWriter {
  readonly #opening: Opening;
  readonly #fonts: FontSet;
  readonly #out: ByteWriter;
  /** Where the objects start in the file, from the page's number on: page, info, metadata first. */
  readonly #offsets: number[] = [0, 0, 0];
  /** Images and forms by their place in `#offsets`. */
  readonly #objects: (Prepared | undefined)[] = [];

  constructor(opening: Opening, fonts: FontSet, out: ByteWriter) {
    this.#opening = opening;
    this.#fonts = fonts;
    this.#out = out;
  }

  write({ page, calls, metadata }: TailParts): Uint8Array {
    const { info, metadata: packet } = this.#opening;
    const contents = this.#beginNext();
    this.#out.text('<<\n');
    putStream(this.#out, calls.content);
    const objects = this.#write(calls);
    this.#page(page, contents);
    this.#resources(calls, objects);
    this.#out.text('\n>>\nendobj\n');
    const description = describeDocument(metadata);
    this.#begin(info);
    this.#out.append(description.info);
    this.#begin(packet);
    this.#out.append(description.packet);
    this.#crossReferences();
    return this.#out.view();
  }

  /** Up to the resources. */
  #page({ width, height }: Page, contents: number): void {
    const { page, parent } = this.#opening;
    this.#begin(page);
    this.#out.text('<<\n/Type /Page\n/Parent ');
    this.#out.text(parent);
    const box = spelledBox(width, height);
    this.#out.text('\n/MediaBox ');
    this.#out.text(box);
    this.#out.text('\n/TrimBox ');
    this.#out.text(box);
    this.#out.text('\n/Contents ');
    this.#pointer(contents);
    this.#out.text('\n/Resources ');
  }

  /** Writes what is called, and gives the numbers of it: images first, then forms. */
  #write({ images, forms }: Called): readonly number[] {
    const numbers: number[] = [];
    for (const image of images.values()) {
      numbers.push(this.#object(preparedImage(this.#fonts, image)));
    }
    for (const form of forms.values()) {
      numbers.push(this.#object(preparedForm(this.#fonts, form)));
    }
    return numbers;
  }

  /** A resource dictionary (ISO 32000-1, 7.8.3); `objects` are the numbers of what is called. */
  #resources({ packs, images, forms }: Called, objects: readonly number[]): void {
    const out = this.#out;
    out.text('<<\n');
    if (packs.length > 0) {
      out.text('/Font <<\n');
      for (const { resource } of packs) {
        const font = this.#opening.fonts.get(resource);
        assert(font !== undefined, 'a page has a font that its opening lacks');
        this.#name(resource);
        out.text(font);
        out.byte(lineFeed);
      }
      out.text('>>\n');
    }
    if (objects.length > 0) {
      out.text('/XObject <<\n');
      let index = 0;
      for (const called of [images, forms]) {
        for (const name of called.keys()) {
          this.#name(name);
          this.#pointer(objects[index] ?? 0);
          out.byte(lineFeed);
          index += 1;
        }
      }
      out.text('>>\n');
    }
    out.text('>>');
  }

  /** Its number. What it calls is written before it. */
  #object(prepared: Prepared): number {
    const known = this.#objects.indexOf(prepared);
    if (known >= 0) return this.#opening.page + known;
    const objects = this.#write(prepared);
    const isAlone = objects.length === 0 && prepared.packs.length === 0;
    this.#objects[this.#offsets.length] = prepared;
    const id = this.#beginNext();
    if (isAlone) this.#out.append(spelledAlone(prepared));
    else {
      putForm(this.#out, prepared, () => {
        this.#out.text('/Resources ');
        this.#resources(prepared, objects);
        this.#out.byte(lineFeed);
      });
    }
    return id;
  }

  #name(resource: string): void {
    this.#out.byte(slash);
    this.#out.text(resource);
    this.#out.byte(space);
  }

  #pointer(id: number): void {
    this.#out.whole(id);
    this.#out.text(' 0 R');
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
    const out = this.#out;
    const { prefix, page, entries, catalogue, info } = this.#opening;
    const start = prefix.bytes.length + out.length;
    const identifier = this.#identifier();
    const id = page + this.#offsets.length;
    this.#offsets.push(start);
    const length = entries.length + entryLength * this.#offsets.length;
    out.whole(id);
    out.text(' 0 obj\n<<\n/Type /XRef\n/Size ');
    out.whole(id + 1);
    out.text('\n/W ');
    out.text(entryWidths);
    out.text('\n/Root ');
    out.text(catalogue);
    out.text('\n/Info ');
    this.#pointer(info);
    out.text('\n/ID [<');
    out.text(identifier);
    out.text('> <');
    out.text(identifier);
    out.text('>]\n/Length ');
    out.whole(length);
    out.text('\n>>\nstream\n');
    out.append(entries);
    for (const offset of this.#offsets) putEntry(out, offset);
    out.text('\nendstream\nendobj\nstartxref\n');
    out.whole(start);
    out.text('\n%%EOF\n');
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

const space = 0x20;
const slash = 0x2f;
const lineFeed = 0x0a;

/** What draws nothing but lines names nothing, and so is the same bytes in every file. */
const alone = new WeakMap<Prepared, Uint8Array>();

function spelledAlone(prepared: Prepared): Uint8Array {
  const known = alone.get(prepared);
  if (known !== undefined) return known;
  const out = new ByteWriter(prepared.packed.length + 256);
  putForm(out, prepared, () => undefined);
  const made = out.copy();
  alone.set(prepared, made);
  return made;
}

function putForm(out: ByteWriter, { box, packed }: Prepared, putResources: () => void): void {
  out.text('<<\n/Type /XObject\n/Subtype /Form\n');
  for (const [key, value] of Object.entries(box)) out.text(`/${key} ${value}\n`);
  putResources();
  putStream(out, packed);
}

/** A stream from the end of its dictionary on. */
function putStream(out: ByteWriter, packed: Uint8Array): void {
  out.text('/Filter /FlateDecode\n/Length ');
  out.whole(packed.length);
  out.text('\n>>\nstream\n');
  out.append(packed);
  out.text('\nendstream\nendobj\n');
}
