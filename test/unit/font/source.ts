// The font files the packs were frozen from, as fontkit reads them. The yardstick of the tests.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { missingMark } from '../../../src/font/encode-table.ts';
import { loadFonts, readCatalogue } from '../../../src/font/load.ts';

export const fontFolder = join(import.meta.dirname, '..', '..', '..', 'fonts');
export const catalogue = readCatalogue(fontFolder);
export const fonts = loadFonts(fontFolder);
export const faceNames = Object.keys(catalogue);

export function readFontFile(face: string): Uint8Array {
  const source = catalogue[face];
  assert(source, `fonts.json has no ${face}`);
  return readFileSync(join(fontFolder, source.file));
}

const opened = new Map<string, Font>();

export function openFont(face: string): Font {
  const font = opened.get(face) ?? create(Buffer.from(readFontFile(face)));
  assert('layout' in font);
  opened.set(face, font);
  return font;
}

/** Every letter of a face that some pack has. */
export function lettersOf(face: string): readonly string[] {
  const marks = fonts.faces.get(face)?.encoding.marks ?? new Int32Array();
  return Array.from(marks, (mark, unit) =>
    mark > missingMark ? String.fromCharCode(unit) : '',
  ).filter((letter) => letter !== '');
}
