// The pages of a PDF file that draw wrote, as digests of their content streams in the order of the
// page tree. It reads just enough of the format to tell whether pages were moved.

import { hash } from 'node:crypto';

/** The file is not one that is read here; the message says where that was noticed. */
export class UnreadablePdf extends Error {}

/** SHA-256 of each page's content stream as it stands in the file, hexadecimal. */
export function contentDigests(file: Uint8Array): readonly string[] {
  const reader = new Reader(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
  return reader.pages().map((page) => reader.contentDigest(page));
}

/** Deeper than any tree of ours, so that a tree that bites its tail ends. */
const mostLevels = 16;

class Reader {
  readonly #file: Buffer;
  readonly #offsets: readonly number[];
  readonly #root: number;

  constructor(file: Buffer) {
    this.#file = file;
    const tail = file.toString('latin1', Math.max(0, file.length - 1024));
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
    const table = file.subarray(start).toString('latin1');
    if (!/^xref\s+0 \d+\s/.test(table)) throw new UnreadablePdf('it has no table of objects');
    this.#offsets = Array.from(table.matchAll(/^(\d{10}) \d{5} [nf]/gm), ([, at]) => Number(at));
    this.#root = Number(/\/Root\s+(\d+) 0 R/.exec(table)?.[1] ?? Number.NaN);
  }

  /** Numbers of the page objects, in the order in which they are shown. */
  pages(): readonly number[] {
    const tree = /\/Pages\s+(\d+) 0 R/.exec(this.#dictionary(this.#root))?.[1];
    return this.#leaves(Number(tree), mostLevels);
  }

  contentDigest(page: number): string {
    const id = Number(/\/Contents\s+(\d+) 0 R/.exec(this.#dictionary(page))?.[1] ?? Number.NaN);
    const dictionary = this.#dictionary(id);
    const length = Number(/\/Length\s+(\d+)/.exec(dictionary)?.[1] ?? Number.NaN);
    const mark = this.#file.indexOf('stream', this.#offset(id) + dictionary.length);
    // ISO 32000-1, 7.3.8.1: the keyword is followed by a line feed, perhaps with a carriage return.
    const start = mark + (this.#file[mark + 6] === 0x0d ? 8 : 7);
    const content = this.#file.subarray(start, start + length);
    if (mark < 0 || content.length !== length) throw new UnreadablePdf('a page has no content');
    return hash('sha256', content, 'hex');
  }

  #leaves(id: number, levels: number): readonly number[] {
    const kids = /\/Kids\s*\[([^\]]*)\]/.exec(this.#dictionary(id))?.[1];
    if (kids === undefined) return [id];
    if (levels === 0) throw new UnreadablePdf('its page tree has no end');
    const ids = Array.from(kids.matchAll(/(\d+) 0 R/g), ([, kid]) => Number(kid));
    return ids.flatMap((kid) => this.#leaves(kid, levels - 1));
  }

  /** From `n 0 obj` to the end of the object or the beginning of its stream. */
  #dictionary(id: number): string {
    const start = this.#offset(id);
    const head = `${id} 0 obj`;
    if (this.#file.toString('latin1', start, start + head.length) !== head) {
      throw new UnreadablePdf('its table of objects is wrong');
    }
    const end = this.#file.indexOf('endobj', start);
    const stream = this.#file.indexOf('stream', start);
    return this.#file.toString('latin1', start, stream >= 0 && stream < end ? stream : end);
  }

  #offset(id: number): number {
    return this.#offsets[id] ?? this.#refuse();
  }

  #refuse(): never {
    throw new UnreadablePdf('an object is missing');
  }
}
