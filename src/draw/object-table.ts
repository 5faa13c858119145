// Finds the objects of a PDF file that draw wrote: by a table or a stream of cross-references, in
// the file or in object streams. It reads no other files and knows no pages.

import { inflateSync } from 'node:zlib';

/** The file is not one that is read here; the message says where that was noticed. */
export class UnreadablePdf extends Error {}

export class ObjectTable {
  readonly #file: Buffer;
  /** By number: an offset, or less than zero for one in an object stream. */
  readonly #places: readonly number[];
  /** Of the catalogue. */
  readonly root: number;
  readonly #unpacked = new Map<number, readonly string[]>();

  constructor(file: Buffer) {
    this.#file = file;
    const tail = file.toString('latin1', Math.max(0, file.length - 1024));
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
    const table = file.subarray(start).toString('latin1');
    if (/^xref\s+0 \d+\s/.test(table)) {
      this.#places = Array.from(table.matchAll(/^(\d{10}) \d{5} [nf]/gm), ([, at]) => Number(at));
    } else {
      if (!/^\d+ 0 obj\s+<<\s+\/Type \/XRef\s/.test(table)) {
        throw new UnreadablePdf('it has no table of objects');
      }
      this.#places = placesIn(inflated(this.streamAt(start)));
    }
    this.root = Number(/\/Root\s+(\d+) 0 R/.exec(table)?.[1] ?? Number.NaN);
  }

  /** From `n 0 obj` to the end of the object or the beginning of its stream. */
  dictionary(id: number): string {
    const place = this.#place(id);
    if (place < 0) {
      const holder = Math.floor(-place / packedStep);
      return this.#bodies(holder)[-place % packedStep] ?? this.#refuse();
    }
    const head = `${id} 0 obj`;
    if (this.#file.toString('latin1', place, place + head.length) !== head) {
      throw new UnreadablePdf('its table of objects is wrong');
    }
    return this.#dictionaryAt(place);
  }

  /** As it stands in the file. */
  stream(id: number): Uint8Array {
    return this.streamAt(this.#place(id));
  }

  private streamAt(start: number): Uint8Array {
    const dictionary = this.#dictionaryAt(start);
    const length = Number(/\/Length\s+(\d+)/.exec(dictionary)?.[1] ?? Number.NaN);
    const mark = this.#file.indexOf('stream', start + dictionary.length);
    // ISO 32000-1, 7.3.8.1: the keyword is followed by a line feed, perhaps with a carriage return.
    const from = mark + (this.#file[mark + 6] === 0x0d ? 8 : 7);
    const content = this.#file.subarray(from, from + length);
    return mark < 0 || content.length !== length ? this.#refuse() : content;
  }

  #dictionaryAt(start: number): string {
    const end = this.#file.indexOf('endobj', start);
    const stream = this.#file.indexOf('stream', start);
    return this.#file.toString('latin1', start, stream >= 0 && stream < end ? stream : end);
  }

  /** The objects in an object stream (ISO 32000-1, 7.5.7). */
  #bodies(holder: number): readonly string[] {
    const known = this.#unpacked.get(holder);
    if (known !== undefined) return known;
    const first = Number(/\/First\s+(\d+)/.exec(this.dictionary(holder))?.[1] ?? Number.NaN);
    const content = inflated(this.stream(holder)).toString('latin1');
    const numbers = content.slice(0, first).trim().split(/\s+/).map(Number);
    const starts = numbers.filter((_, at) => at % 2 === 1).map((offset) => first + offset);
    const bodies = starts.map((start, at) => content.slice(start, starts[at + 1]));
    this.#unpacked.set(holder, bodies);
    return bodies;
  }

  #place(id: number): number {
    return this.#places[id] ?? this.#refuse();
  }

  #refuse(): never {
    throw new UnreadablePdf('an object is missing');
  }
}

/** More than an object stream holds. */
const packedStep = 256;

/** Entries of seven bytes, as reference-entry.ts writes them. */
function placesIn(entries: Buffer): readonly number[] {
  return Array.from({ length: entries.length / 7 }, (_, id) => {
    const at = entries.readUIntBE(7 * id + 1, 5);
    return entries[7 * id] === 2 ? -(packedStep * at + (entries[7 * id + 6] ?? 0)) : at;
  });
}

function inflated(packed: Uint8Array): Buffer {
  try {
    return inflateSync(packed);
  } catch {
    throw new UnreadablePdf('a stream cannot be unpacked');
  }
}
