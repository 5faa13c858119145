// Runs programs that are no npm packages. A missing one is a failure that names its package:
// nothing here is ever passed over in silence.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

/** Debian packages of the programs in use. */
const packages = {
  bsdtar: 'libarchive-tools',
  dmtxread: 'dmtx-utils',
  java: 'openjdk-17-jdk-headless',
  pdffonts: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdftotext: 'poppler-utils',
  qpdf: 'qpdf',
  unzip: 'unzip',
  zbarimg: 'zbar-tools',
} as const;

/** What a program wrote to standard output; it fails unless the exit code is in `accepted`. */
export function run(
  program: keyof typeof packages,
  words: readonly string[],
  accepted: readonly number[] = [0],
): string {
  const { error, status, stdout, stderr } = spawnSync(program, words, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) {
    assert.fail(`${program}: ${error.message}. apt-get install ${packages[program]}`);
  }
  const code = status ?? -1;
  assert.ok(accepted.includes(code), `${program} ended with ${code}\n${stdout}${stderr}`);
  return stdout;
}
