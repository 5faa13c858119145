// Small objects of a file packed into one compressed stream (ISO 32000-1, 7.5.7). It makes no
// objects: it takes those that are written one after the other.

import { deflateSync } from 'node:zlib';
import { ByteWriter } from './byte-writer.ts';

/** A written object: `12 0 obj … endobj`. */
export interface WrittenObject {
  readonly id: number;
  readonly bytes: Buffer;
}

/** Where an object is found: at an offset, or at an index in the object stream. */
export type ObjectPlace = { readonly offset: number } | { readonly index: number };

export interface PackedObjects {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly places: ReadonlyMap<number, ObjectPlace>;
}

/**
 * `header` and the streams as they are, then all other objects in a stream of the number `id`.
 * Fonts are half dictionaries: four of them take 1 KB together instead of 2.5.
 */
export function packObjects(
  header: Uint8Array,
  objects: readonly WrittenObject[],
  id: number,
): PackedObjects {
  const out = new ByteWriter(65_536);
  const places = new Map<number, ObjectPlace>();
  out.append(header);
  const small: WrittenObject[] = [];
  for (const object of objects) {
    if (isStream(object)) {
      places.set(object.id, { offset: out.length });
      out.append(object.bytes);
    } else {
      places.set(object.id, { index: small.length });
      small.push(object);
    }
  }
  places.set(id, { offset: out.length });
  writeStream(out, id, small);
  return { bytes: out.copy(), places };
}

function isStream({ bytes }: WrittenObject): boolean {
  return bytes.includes('\nstream\n');
}

function writeStream(out: ByteWriter, id: number, objects: readonly WrittenObject[]): void {
  const bodies = objects.map((object) => bodyOf(object));
  const ids = objects.map((object) => object.id);
  const { first, content } = streamOf(ids, bodies);
  const packed = deflateSync(content, { level: 9 });
  out.text(`${id} 0 obj\n<<\n/Type /ObjStm\n/N ${objects.length}\n/First ${first}\n`);
  out.text(`/Filter /FlateDecode\n/Length ${packed.length}\n>>\nstream\n`);
  out.append(packed);
  out.text('\nendstream\nendobj\n');
}

/** The content of an object stream, and where in it the first object begins. Bodies are Latin-1. */
export function streamOf(
  ids: readonly number[],
  bodies: readonly string[],
): { readonly first: number; readonly content: Uint8Array } {
  let offset = 0;
  const index = ids.map((id, i) => {
    const entry = `${id} ${offset}`;
    offset += bodies[i]?.length ?? 0;
    return entry;
  });
  const head = `${index.join(' ')}\n`;
  return { first: head.length, content: Buffer.from(head + bodies.join(''), 'latin1') };
}

/** Latin-1, without `12 0 obj` and `endobj`. */
function bodyOf({ bytes }: WrittenObject): string {
  const text = bytes.toString('latin1');
  return text.slice(text.indexOf('\n') + 1, text.lastIndexOf('endobj'));
}
