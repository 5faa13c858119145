// Reads the PDFs that draw writes: objects by the cross-reference table, streams unpacked, text by
// PDFium. It reads no others.

import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import { PDFiumLibrary } from '@hyzyla/pdfium';

export interface PdfObject {
  readonly id: number;
  readonly dictionary: string;
  /** Unpacked; empty if the object is no stream. */
  readonly stream: Buffer;
}

/** Every object, found by what the file says of its place; those in object streams too. */
export function readObjects(pdf: Uint8Array): readonly PdfObject[] {
  const bytes = Buffer.from(pdf);
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(bytes.toString('latin1'))?.[1]);
  const table = bytes.subarray(start).toString('latin1');
  if (!table.startsWith('xref\n')) return readByStream(bytes, start, Number.parseInt(table, 10));
  assert.match(table, /^xref\n0 \d+\n0000000000 65535 f \n/);
  const offsets = Array.from(table.matchAll(/^(\d{10}) 00000 n $/gm), (match) => Number(match[1]));
  return offsets.map((offset, index) => readObject(bytes, offset, index + 1));
}

/** By a cross-reference stream (ISO 32000-1, 7.5.8), which is an object itself. */
function readByStream(bytes: Buffer, start: number, id: number): readonly PdfObject[] {
  const { dictionary, stream } = readObject(bytes, start, id);
  const width = Number(/\/Type \/XRef\n.*\/W \[1 ([45]) 1\]/s.exec(dictionary)?.[1]);
  const size = width + 2;
  assert.equal(stream.length, size * (id + 1), 'every object has an entry, this one included');
  assert.deepEqual([...stream.subarray(0, size)], [...Array<number>(size - 1).fill(0), 255]);
  const placeOf = (object: number) => stream.readUIntBE(size * object + 1, width);
  return Array.from({ length: id }, (_, index) => {
    const entry = stream.subarray(size * (index + 1));
    if (entry[0] === 1) return readObject(bytes, placeOf(index + 1), index + 1);
    assert.equal(entry[0], 2);
    const holder = placeOf(index + 1);
    const packed = readObject(bytes, placeOf(holder), holder);
    return readPacked(packed, entry[width + 1] ?? 0, index + 1);
  });
}

function readPacked({ dictionary, stream }: PdfObject, index: number, id: number): PdfObject {
  assert.match(dictionary, /\/Type \/ObjStm\n/);
  const first = Number(/\/First (\d+)/.exec(dictionary)?.[1]);
  const numbers = stream.toString('latin1', 0, first).trim().split(' ').map(Number);
  assert.equal(Number(/\/N (\d+)/.exec(dictionary)?.[1]), numbers.length / 2);
  assert.equal(numbers[2 * index], id);
  const start = first + (numbers[2 * index + 1] ?? 0);
  const next = numbers[2 * index + 3];
  const end = next === undefined ? stream.length : first + next;
  return { id, dictionary: stream.toString('latin1', start, end), stream: Buffer.alloc(0) };
}

function readObject(bytes: Buffer, offset: number, id: number): PdfObject {
  const head = `${id} 0 obj\n`;
  assert.equal(bytes.subarray(offset, offset + head.length).toString('latin1'), head);
  const start = offset + head.length;
  const end = bytes.indexOf('\nendobj\n', start);
  const streamStart = bytes.indexOf('>>\nstream\n', start);
  if (streamStart === -1 || streamStart > end) {
    return {
      id,
      dictionary: bytes.subarray(start, end).toString('latin1'),
      stream: Buffer.alloc(0),
    };
  }
  const dictionary = bytes.subarray(start, streamStart).toString('latin1');
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
  const packed = bytes.subarray(streamStart + 10, streamStart + 10 + length);
  const after = bytes.subarray(streamStart + 10 + length).toString('latin1', 0, 18);
  assert.equal(after, '\nendstream\nendobj\n', 'Length is wrong');
  const stream = dictionary.includes('/FlateDecode') ? inflateSync(packed) : Buffer.from(packed);
  return { id, dictionary, stream };
}

/** Content streams of pages and forms, the page's first. */
export function readContents(pdf: Uint8Array): readonly string[] {
  const objects = readObjects(pdf);
  const contentIds = objects.flatMap(({ dictionary }) =>
    Array.from(dictionary.matchAll(/\/Contents (\d+) 0 R/g), (match) => Number(match[1])),
  );
  const pages = objects.filter(({ id }) => contentIds.includes(id));
  const forms = objects.filter(({ dictionary }) => dictionary.includes('/Subtype /Form'));
  return [...pages, ...forms].map(({ stream }) => stream.toString('latin1'));
}

export function dictionariesWith(pdf: Uint8Array, key: string): readonly string[] {
  return readObjects(pdf)
    .map(({ dictionary }) => dictionary)
    .filter((dictionary) => dictionary.includes(key));
}

/** The lines of the first page, in the order of the content stream. */
export async function readLines(pdf: Uint8Array): Promise<readonly string[]> {
  return (await readPages(pdf))[0] ?? [];
}

/** The lines of every page. */
export async function readPages(pdf: Uint8Array): Promise<readonly (readonly string[])[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  try {
    return Array.from({ length: document.getPageCount() }, (_, index) =>
      document.getPage(index).getText().split('\r\n'),
    );
  } finally {
    document.destroy();
    library.destroy();
  }
}
