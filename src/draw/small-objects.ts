// Objects of a volume that wait for an object stream (ISO 32000-1, 7.5.7): pages and lines of the
// outline, of which a long document has more than anything else. It writes nothing.

import { deflateSync } from 'node:zlib';
import { streamOf } from './object-stream.ts';

export interface PackedSmall {
  /** By their place in the stream. */
  readonly ids: readonly number[];
  readonly dictionary: object;
  readonly packed: Uint8Array;
}

/** One byte of the cross-reference stream tells the place in an object stream. */
const mostObjects = 255;

export class SmallObjects {
  #ids: number[] = [];
  #bodies: string[] = [];

  get isFull(): boolean {
    return this.#ids.length === mostObjects;
  }

  /** `body` is what stands between `obj` and `endobj`. */
  add(id: number, body: string): void {
    this.#ids.push(id);
    this.#bodies.push(`${body}\n`);
  }

  /** Empties it; undefined if there is none. */
  take(): PackedSmall | undefined {
    const [ids, bodies] = [this.#ids, this.#bodies];
    if (ids.length === 0) return undefined;
    this.#ids = [];
    this.#bodies = [];
    const { first, content } = streamOf(ids, bodies);
    const dictionary = { Type: 'ObjStm', N: ids.length, First: first };
    return { ids, dictionary, packed: deflateSync(content) };
  }
}
