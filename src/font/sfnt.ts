// The container of a TrueType file: named tables in, named tables out. It does not look into them.

import assert from 'node:assert/strict';

export type Tables = ReadonlyMap<string, Uint8Array>;

export function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The tables share the memory of `source`. */
export function readTables(source: Uint8Array): Tables {
  const data = view(source);
  const tables = new Map<string, Uint8Array>();
  for (let i = 0; i < data.getUint16(4); i += 1) {
    const entry = 12 + 16 * i;
    const tag = String.fromCharCode(...source.subarray(entry, entry + 4));
    const start = data.getUint32(entry + 8);
    tables.set(tag, source.subarray(start, start + data.getUint32(entry + 12)));
  }
  return tables;
}

/** Tables at multiples of four, in order of their tags (OpenType, font file). */
export function writeTables(tables: Tables): Uint8Array {
  const aligned = (length: number) => Math.ceil(length / 4) * 4;
  const start = 12 + 16 * tables.size;
  const total = [...tables.values()].reduce((sum, bytes) => sum + aligned(bytes.length), start);
  const file = new Uint8Array(total);
  const data = view(file);
  const power = Math.floor(Math.log2(tables.size));
  data.setUint32(0, 0x00010000);
  data.setUint16(4, tables.size);
  data.setUint16(6, 16 * 2 ** power);
  data.setUint16(8, power);
  data.setUint16(10, 16 * (tables.size - 2 ** power));
  let entry = 12;
  let offset = start;
  for (const [tag, bytes] of tables) {
    file.set(bytes, offset);
    for (let i = 0; i < 4; i += 1) file[entry + i] = tag.charCodeAt(i);
    data.setUint32(entry + 4, checksum(file.subarray(offset, offset + aligned(bytes.length))));
    data.setUint32(entry + 8, offset);
    data.setUint32(entry + 12, bytes.length);
    entry += 16;
    offset += aligned(bytes.length);
  }
  adjustHead(file);
  return file;
}

function checksum(bytes: Uint8Array): number {
  const data = view(bytes);
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4) sum = (sum + data.getUint32(i)) >>> 0;
  return sum;
}

/** The head table holds what brings the sum of the whole file to a constant (OpenType, head). */
function adjustHead(file: Uint8Array): void {
  const head = readTables(file).get('head');
  assert(head, 'the program has no head table');
  view(head).setUint32(8, (0xb1b0afba - checksum(file)) >>> 0);
}
