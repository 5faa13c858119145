// Cuts a TrueType program down to some glyphs. It knows tables and bytes; not letters, not kerning.

import assert from 'node:assert/strict';
import { readTables, type Tables, view, writeTables } from './sfnt.ts';

/**
 * A program that PDF viewers take as a simple symbolic font (ISO 32000-1, 9.6.6.4): the tables that
 * 9.9 asks for, and a (1,0) cmap from `codes[i]` to `glyphs[i]`. Hints are dropped: the faces here
 * have none. The result depends on the arguments only.
 */
export function cutTrueType(
  source: Uint8Array,
  glyphs: readonly number[],
  codes: readonly number[],
): Uint8Array {
  const tables = readTables(source);
  const outlines = readOutlines(tables);
  const kept = withComponents(glyphs, outlines);
  const renumbered = new Map(kept.map((glyph, index) => [glyph, index]));
  const parts = kept.map((glyph) => renumber(outline(outlines, glyph), renumbered));
  return writeTables(
    new Map([
      ['cmap', cmapTable(glyphs, codes, renumbered)],
      ['glyf', join(parts)],
      ['head', patched(tables, 'head', [50, 0])],
      ['hhea', patched(tables, 'hhea', [34, kept.length])],
      ['hmtx', join(kept.map((glyph) => metrics(tables, glyph)))],
      ['loca', locaTable(parts)],
      ['maxp', patched(tables, 'maxp', [4, kept.length])],
    ]),
  );
}

function table(tables: Tables, tag: string): Uint8Array {
  const bytes = tables.get(tag);
  assert(bytes, `the font has no ${tag} table`);
  return bytes;
}

interface Outlines {
  readonly glyf: Uint8Array;
  readonly offset: (glyph: number) => number;
}

function readOutlines(tables: Tables): Outlines {
  const loca = view(table(tables, 'loca'));
  const long = view(table(tables, 'head')).getInt16(50) === 1;
  const offset = (glyph: number) =>
    long ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph);
  return { glyf: table(tables, 'glyf'), offset };
}

function outline({ glyf, offset }: Outlines, glyph: number): Uint8Array {
  return glyf.subarray(offset(glyph), offset(glyph + 1));
}

/** Positions of the component glyph ids inside a composite outline; none if it is a simple one. */
function componentPositions(bytes: Uint8Array): readonly number[] {
  const data = view(bytes);
  if (bytes.length === 0 || data.getInt16(0) >= 0) return [];
  const positions: number[] = [];
  let position = 10;
  for (let more = true; more; ) {
    const flags = data.getUint16(position);
    positions.push(position + 2);
    position += 4 + (flags & 0x1 ? 4 : 2) + transformLength(flags);
    more = (flags & 0x20) !== 0;
  }
  return positions;
}

/** A scale takes 2 bytes, two scales 4, a matrix 8 (OpenType, glyf: composite glyph flags). */
function transformLength(flags: number): number {
  if (flags & 0x8) return 2;
  if (flags & 0x40) return 4;
  return flags & 0x80 ? 8 : 0;
}

/** .notdef first, as the format demands, then the glyphs asked for, then what they are made of. */
function withComponents(glyphs: readonly number[], outlines: Outlines): readonly number[] {
  const kept = new Set([0, ...glyphs]);
  for (const glyph of kept) {
    const bytes = outline(outlines, glyph);
    for (const position of componentPositions(bytes)) kept.add(view(bytes).getUint16(position));
  }
  return [...kept];
}

/** Padded to even length, because the short loca table counts in pairs of bytes. */
function renumber(bytes: Uint8Array, renumbered: ReadonlyMap<number, number>): Uint8Array {
  const copy = new Uint8Array(bytes.length + (bytes.length % 2));
  copy.set(bytes);
  for (const position of componentPositions(bytes)) {
    const glyph = view(bytes).getUint16(position);
    view(copy).setUint16(position, renumbered.get(glyph) ?? 0);
  }
  return copy;
}

function locaTable(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(2 * (parts.length + 1));
  let offset = 0;
  parts.forEach((part, index) => {
    offset += part.length;
    assert(offset <= 0x1fffe, 'a pack outgrew the short loca table');
    view(bytes).setUint16(2 * (index + 1), offset / 2);
  });
  return bytes;
}

/** Format 0 maps one byte to one byte, so only the first 256 glyphs can have a code. */
function cmapTable(
  glyphs: readonly number[],
  codes: readonly number[],
  renumbered: ReadonlyMap<number, number>,
): Uint8Array {
  const bytes = new Uint8Array(12 + 262);
  const data = view(bytes);
  data.setUint16(2, 1);
  data.setUint16(4, 1);
  data.setUint32(8, 12);
  data.setUint16(14, 262);
  glyphs.forEach((glyph, index) => {
    const id = renumbered.get(glyph) ?? 0;
    assert(id < 256, 'a pack has more glyphs than one byte can name');
    data.setUint8(18 + (codes[index] ?? 0), id);
  });
  return bytes;
}

/** The last advance of hmtx holds for all glyphs after it; only their bearings follow. */
function metrics(tables: Tables, glyph: number): Uint8Array {
  const hmtx = view(table(tables, 'hmtx'));
  const longs = view(table(tables, 'hhea')).getUint16(34);
  const bytes = new Uint8Array(4);
  view(bytes).setUint16(0, hmtx.getUint16(4 * Math.min(glyph, longs - 1)));
  const bearing = glyph < longs ? 4 * glyph + 2 : 4 * longs + 2 * (glyph - longs);
  view(bytes).setUint16(2, hmtx.getUint16(bearing));
  return bytes;
}

/** A copy of a table with 16-bit values replaced: offset, value, offset, value… */
function patched(tables: Tables, tag: string, patches: readonly number[]): Uint8Array {
  // Not slice(): a Buffer's shares its memory, and the source must stay as it is.
  const copy = Uint8Array.from(table(tables, tag));
  for (let i = 0; i < patches.length; i += 2) {
    view(copy).setUint16(patches[i] ?? 0, patches[i + 1] ?? 0);
  }
  return copy;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
