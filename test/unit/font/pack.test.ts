// The committed packs: fresh, small, and true to the glyphs they were cut from.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { create } from 'fontkit';
import type { Pack } from '../../../src/font/face.ts';
import { freezeFace } from '../../../src/font/freeze.ts';
import type { FrozenFace } from '../../../src/font/frozen.ts';
import { sameContent } from '../../../src/font/frozen-text.ts';
import { packFile } from '../../../src/font/load.ts';
import { readTables } from '../../../src/font/sfnt.ts';
import { catalogue, faceNames, fontFolder, fonts, openFont, readFontFile } from './source.ts';

/** Bytes of a core pack's program, which every bill carries. */
const coreLimit = 10_200;
const otherLimit = 13_500;

function readFrozen(face: string): FrozenFace {
  return JSON.parse(readFileSync(packFile(fontFolder, face), 'utf8'));
}

for (const name of faceNames) {
  describe(name, () => {
    const frozen = readFrozen(name);
    const packs = fonts.faces.get(name)?.packs ?? [];

    it('is fresh: freezing the file again gives the committed pack', () => {
      assert.equal(frozen.source, catalogue[name]?.sha256);
      const again = freezeFace(name, readFontFile(name));
      assert.ok(sameContent(again, frozen), 'run node scripts/build-fonts.ts');
    });

    it('notices a pack that is not fresh', () => {
      const changed = { ...frozen, unitsPerEm: 1000 };
      assert.equal(sameContent(changed, frozen), false);
    });

    it('keeps its packs small', () => {
      for (const pack of packs) {
        const limit = pack.id === 'core' ? coreLimit : otherLimit;
        assert.ok(pack.program.length <= limit, `${pack.id}: ${pack.program.length} bytes`);
      }
    });

    it('uses only bytes that need no escape in a string, each once', () => {
      for (const { codes, id } of frozen.packs) {
        assert.equal(new Set(codes).size, codes.length, id);
        for (const code of codes) {
          assert.ok(code >= 0x20 && code <= 0xff, `${id} has the code ${code}`);
          assert.ok(!'()\\\x7f\xa0\xad'.includes(String.fromCharCode(code)), `${id}: ${code}`);
        }
      }
    });

    it('leaves ASCII where it is, so that figures can be read in a content stream', () => {
      const core = frozen.packs.find((pack) => pack.id === 'core');
      for (const letter of '0123456789,.-AZaz') {
        const place = core?.letters.indexOf(letter) ?? -1;
        assert.equal(core?.codes[place], letter.charCodeAt(0));
      }
    });

    for (const [index, pack] of packs.entries()) {
      it(`${pack.id} has the outlines, advances and texts of the face`, () => {
        const letters = frozen.packs[index]?.letters ?? '';
        const codes = frozen.packs[index]?.codes ?? [];
        const unicode = readToUnicode(pack);
        assert.equal(unicode.size, codes.length);
        for (let i = 0; i < letters.length; i += 1) {
          checkGlyph(name, pack, { letter: letters[i] ?? '', code: codes[i] ?? 0 });
          assert.equal(unicode.get(codes[i] ?? 0), letters[i]);
        }
      });
    }
  });
}

const subsets = new Map<Pack, ReturnType<typeof openSubset>>();

function openSubset(pack: Pack) {
  const program = inflateSync(pack.program);
  assert.equal(program.length, pack.programLength);
  const font = create(program);
  assert('layout' in font);
  const cmap = readTables(program).get('cmap') ?? new Uint8Array();
  return { font, glyphIds: cmap.subarray(18) };
}

function checkGlyph(face: string, pack: Pack, at: { letter: string; code: number }): void {
  const source = openFont(face).glyphForCodePoint(at.letter.codePointAt(0) ?? 0);
  const subset = subsets.get(pack) ?? openSubset(pack);
  subsets.set(pack, subset);
  const glyph = subset.font.getGlyph(subset.glyphIds[at.code] ?? 0);
  assert.deepEqual(glyph.path.commands, source.path.commands, `outline of ${at.letter}`);
  assert.equal(glyph.advanceWidth, source.advanceWidth, `advance of ${at.letter}`);
  const width = pack.widths[at.code - pack.firstCode] ?? 0;
  assert.ok(Math.abs(width - (source.advanceWidth * 1000) / 2048) <= 0.5, `width of ${at.letter}`);
}

function readToUnicode(pack: Pack): ReadonlyMap<number, string> {
  const map = inflateSync(pack.toUnicode).toString('latin1');
  const letters = new Map<number, string>();
  for (const [, first, last, letter] of map.matchAll(/^<(..)> <(..)> <(....)>$/gm)) {
    const [from, to, start] = [first, last, letter].map((hex) => Number.parseInt(hex ?? '', 16));
    for (let code = from ?? 0; code <= (to ?? 0); code += 1) {
      letters.set(code, String.fromCharCode((start ?? 0) + code - (from ?? 0)));
    }
  }
  return letters;
}
