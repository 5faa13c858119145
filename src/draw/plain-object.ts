// An object of a file, spelled as pdfkit spells it; a test holds it against pdfkit. It knows the
// values that the beginning of a document has, no others.

import assert from 'node:assert/strict';
import { Literal } from './literal.ts';
import { pdfNumber, pdfText } from './pdf-text.ts';
import type { Reference } from './reference.ts';

/** `write` is given the whole object when it ends: `12 0 obj … endobj`. */
export class PlainObject implements Reference {
  readonly id: number;
  readonly data: object;
  readonly #write: (bytes: Buffer) => void;

  constructor(id: number, data: object, write: (bytes: Buffer) => void) {
    this.id = id;
    this.data = data;
    this.#write = write;
  }

  finalize(): void {
    this.#write(Buffer.from(`${this.#start()}endobj\n`, 'latin1'));
  }

  /** Ends it with a stream, which `data` describes but for its length. */
  finalizeStream(stream: Uint8Array): void {
    Object.assign(this.data, { Length: stream.length });
    const [before, after] = [`${this.#start()}stream\n`, '\nendstream\nendobj\n'];
    this.#write(Buffer.concat([Buffer.from(before, 'latin1'), stream, Buffer.from(after)]));
  }

  toString(): string {
    return `${this.id} 0 R`;
  }

  #start(): string {
    return `${this.id} 0 obj\n${spelled(this.data)}\n`;
  }
}

/** Latin-1. As for pdfkit, a bare string is a name and a wrapped one a text. */
function spelled(value: unknown): string {
  if (typeof value === 'string') return `/${value}`;
  if (typeof value === 'number') return String(pdfNumber(value));
  if (typeof value === 'boolean') return String(value);
  if (value instanceof String) return pdfText(String(value));
  if (value instanceof Literal || value instanceof PlainObject) return String(value);
  if (Array.isArray(value)) return `[${value.map((entry) => spelled(entry)).join(' ')}]`;
  return spelledDictionary(value);
}

function spelledDictionary(value: unknown): string {
  const isPlain = value instanceof Object && Object.getPrototypeOf(value) === Object.prototype;
  assert(isPlain, 'the beginning of a document has no such values');
  const entries = Object.entries(value).map(([key, entry]) => `/${key} ${spelled(entry)}\n`);
  return `<<\n${entries.join('')}>>`;
}
