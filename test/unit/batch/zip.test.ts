// The ZIP format by the eyes of another program, beyond the limits of its first edition too.

import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';
import {
  type Entry,
  fromBufferPromise,
  fromRandomAccessReaderPromise,
  RandomAccessReader,
} from 'yauzl';
import { localHeader, ZipDirectory, type ZipEntry } from '../../../src/batch/zip.ts';
import { unzip } from '../../support/zip.ts';

const date = '2026-11-06';

function entryOf(name: string, content: Uint8Array): ZipEntry {
  return { name, bytes: content.length, crc32: crc32(content) };
}

function zipOf(files: readonly (readonly [name: string, content: string])[]): Buffer {
  const directory = new ZipDirectory(date);
  const parts = files.flatMap(([name, text]) => {
    const content = Buffer.from(text);
    const entry = entryOf(name, content);
    directory.add(entry);
    return [localHeader(entry, date), content];
  });
  return Buffer.concat([...parts, ...directory.finish()]);
}

test('names, contents and the one date', async () => {
  const found = await unzip(
    zipOf([
      ['0001/a.pdf', 'first'],
      ['0001/b.pdf', ''],
    ]),
  );
  assert.deepEqual(
    found.map(({ name, bytes }) => [name, bytes.toString()]),
    [
      ['0001/a.pdf', 'first'],
      ['0001/b.pdf', ''],
    ],
  );
  for (const { entry } of found) {
    assert.equal(entry.getLastModDate({ timezone: 'UTC' }).toISOString(), `${date}T00:00:00.000Z`);
    assert.equal(entry.compressionMethod, 0);
    assert.equal(entry.externalFileAttributes >>> 16, 0o100_644);
  }
});

test('nothing in it is a ZIP too', async () => {
  assert.deepEqual(await unzip(zipOf([])), []);
});

test('more files than two bytes can count', async () => {
  const count = 70_000;
  const zip = zipOf(Array.from({ length: count }, (_, index) => [`${index}.pdf`, `${index}`]));
  const file = await fromBufferPromise(zip, { lazyEntries: true, autoClose: false });
  const found = await Array.fromAsync(file.eachEntry());
  assert.equal(found.length, count);
  const [last] = found.slice(-1);
  assert.ok(last);
  const content = await Array.fromAsync(await file.openReadStreamPromise(last));
  assert.equal(Buffer.concat(content).toString(), `${count - 1}`);
  assert.ok(zip.includes(Buffer.from('PK\x06\x06')), 'there is no ZIP64 record');
});

test('more bytes than four bytes can count', async () => {
  const directory = new ZipDirectory(date);
  const bytes = 1_500_000_000;
  let offset = 0;
  const places = Array.from({ length: 5 }, (_, index) => {
    const entry = { name: `${index}.pdf`, bytes, crc32: index };
    directory.add(entry);
    const place = { entry, offset };
    offset += localHeader(entry, date).length + bytes;
    return place;
  });
  const end = Buffer.concat([...directory.finish()]);
  const reader = new Sparse(offset, end);
  const options = { lazyEntries: true, autoClose: false };
  const file = await fromRandomAccessReaderPromise(reader, offset + end.length, options);
  const found: Entry[] = await Array.fromAsync(file.eachEntry());
  assert.deepEqual(
    found.map(({ fileName, relativeOffsetOfLocalHeader, uncompressedSize, crc32: sum }) => [
      fileName,
      relativeOffsetOfLocalHeader,
      uncompressedSize,
      sum,
    ]),
    places.map(({ entry, offset: at }) => [entry.name, at, bytes, entry.crc32]),
  );
  assert.ok((found.at(-1)?.relativeOffsetOfLocalHeader ?? 0) > 0xffff_ffff);
});

/** A file of which only the end is there; before it are zeros. */
class Sparse extends RandomAccessReader {
  readonly #start: number;
  readonly #end: Buffer;

  constructor(start: number, end: Buffer) {
    super();
    this.#start = start;
    this.#end = end;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const zeros = Buffer.alloc(Math.max(0, this.#start - start));
    const there = this.#end.subarray(Math.max(0, start - this.#start), end - this.#start);
    return Readable.from(Buffer.concat([zeros, there]));
  }
}
