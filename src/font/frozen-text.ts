// A frozen face as the text of its file, and whether two of them say the same. It reads no files.

import { isDeepStrictEqual } from 'node:util';
import { inflateSync } from 'node:zlib';
import type { FrozenFace, FrozenPack } from './frozen.ts';

/** JSON with one property a line, so that a change shows which pack and which list it touched. */
export function printFrozen({ packs, ...face }: FrozenFace): string {
  const lines = properties(face, '  ');
  const printed = packs.map((pack) => `    {\n${properties(pack, '      ')}\n    }`);
  return `{\n${lines},\n  "packs": [\n${printed.join(',\n')}\n  ]\n}\n`;
}

function properties(record: object, indent: string): string {
  return Object.entries(record)
    .map(([key, value]) => `${indent}${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(',\n');
}

/** Compares the streams unpacked: another zlib may pack the same bytes differently. */
export function sameContent(a: FrozenFace, b: FrozenFace): boolean {
  return isDeepStrictEqual(unpacked(a), unpacked(b));
}

function unpacked(face: FrozenFace): FrozenFace {
  const inflate = (text: string) => inflateSync(Buffer.from(text, 'base64')).toString('base64');
  const packs = face.packs.map((pack: FrozenPack) => ({
    ...pack,
    program: inflate(pack.program),
    toUnicode: inflate(pack.toUnicode),
  }));
  return { ...face, packs };
}
