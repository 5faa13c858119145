// A frozen face unfolded into look-up tables by code point. It measures nothing and reads no files.

import assert from 'node:assert/strict';
import { type EncodingTable, encodingTable } from './encode-table.ts';
import { type FaceDescriptor, type FrozenFace, type FrozenPack, frozenFormat } from './frozen.ts';
import { codePointLimit, invisibleLetter, invisibleLetters } from './repertoire.ts';

/** The faces of the service by name, e.g. `RobotoCondensed-Bold`. */
export interface FontSet {
  readonly faces: ReadonlyMap<string, Face>;
}

export interface Face {
  readonly name: string;
  readonly unitsPerEm: number;
  readonly packs: readonly Pack[];
  /** What is needed to measure and to encode runs. */
  readonly encoding: EncodingTable;
}

/** One subset of a face, ready to be embedded. The streams are zlib-compressed. */
export interface Pack {
  readonly id: string;
  /** Resource name in content streams, unique over all faces, the same in every document. */
  readonly resource: string;
  /** `TAGTAG+Face-Name` (ISO 32000-1, 9.6.4). */
  readonly fontName: string;
  readonly descriptor: FaceDescriptor;
  readonly program: Uint8Array;
  readonly programLength: number;
  readonly toUnicode: Uint8Array;
  readonly firstCode: number;
  /**
   * Advances from `firstCode` on in whole thousandths of an em, zero where there is no letter: the
   * Widths of the PDF font, so the steps a viewer takes. encode.ts makes up for the rounding.
   */
  readonly widths: readonly number[];
}

/** `firstResource` numbers the resource names; faces of one set must not overlap. */
export function unfoldFace(frozen: FrozenFace, firstResource: number): Face {
  assert.equal(frozen.format, frozenFormat, `${frozen.face} was frozen in another format`);
  const { packs, kerning } = frozen;
  const advances = byLetter(packs, (pack) => pack.advances);
  const leftClasses = byLetter(packs, (pack) => pack.leftClasses);
  const rightClasses = byLetter(packs, (pack) => pack.rightClasses);
  const codes = byLetter(packs, (pack) => pack.codes);
  const packOf = byLetter(packs, (pack, i) => pack.codes.map(() => i));
  return {
    name: frozen.face,
    unitsPerEm: frozen.unitsPerEm,
    packs: packs.map((pack, i) => unfoldPack(frozen, pack, firstResource + i)),
    encoding: encodingTable(
      indexLetters(packs),
      { codes, packOf, advances, leftClasses, rightClasses },
      { ...kerning, unitsPerEm: frozen.unitsPerEm },
    ),
  };
}

/** The two letters that are none stand first, with zeros in every list. */
function byLetter(
  packs: readonly FrozenPack[],
  list: (pack: FrozenPack, index: number) => readonly number[],
): readonly number[] {
  return [0, 0, ...packs.flatMap(list)];
}

function indexLetters(packs: readonly FrozenPack[]): Uint16Array {
  const letterAt = new Uint16Array(codePointLimit);
  for (const letter of invisibleLetters) letterAt[letter.charCodeAt(0)] = invisibleLetter;
  let next = invisibleLetter + 1;
  for (const { letters } of packs) {
    for (let i = 0; i < letters.length; i += 1) {
      letterAt[letters.charCodeAt(i)] = next;
      next += 1;
    }
  }
  return letterAt;
}

function unfoldPack(face: FrozenFace, pack: FrozenPack, resource: number): Pack {
  const firstCode = Math.min(...pack.codes);
  const widths = Array<number>(Math.max(...pack.codes) - firstCode + 1).fill(0);
  pack.codes.forEach((code, i) => {
    widths[code - firstCode] = Math.round(((pack.advances[i] ?? 0) * 1000) / face.unitsPerEm);
  });
  return {
    id: pack.id,
    resource: `F${resource}`,
    fontName: `${pack.tag}+${face.face}`,
    descriptor: face.descriptor,
    program: Buffer.from(pack.program, 'base64'),
    programLength: pack.programLength,
    toUnicode: Buffer.from(pack.toUnicode, 'base64'),
    firstCode,
    widths,
  };
}
