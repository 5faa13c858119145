// Freezes the faces of fonts/ into fonts/packs/, or with --check says which packs are not fresh.
// It renders nothing; run it after changing a font file or the repertoire.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freezeFace } from '../src/font/freeze.ts';
import { printFrozen, sameContent } from '../src/font/frozen-text.ts';
import { packFile, readCatalogue } from '../src/font/load.ts';

const folder = join(import.meta.dirname, '..', 'fonts');
const checkOnly = process.argv.includes('--check');

for (const [name, { file, sha256 }] of Object.entries(readCatalogue(folder))) {
  const face = freezeFace(name, readFileSync(join(folder, file)));
  assert.equal(face.source, sha256, `${file} is not the file that fonts.json names`);
  const path = packFile(folder, name);
  if (!checkOnly) {
    writeFileSync(path, printFrozen(face));
    console.log(
      `${name}: ${face.packs.map((pack) => `${pack.id} ${pack.letters.length}`).join(', ')}`,
    );
  } else if (!sameContent(face, JSON.parse(readFileSync(path, 'utf8')))) {
    console.error(`${path} is not fresh: run node scripts/build-fonts.ts`);
    process.exitCode = 1;
  }
}
