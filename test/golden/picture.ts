// A rendered picture against the accepted one, pixel by pixel. Both come from the same rasteriser,
// so there is no tolerance: a pixel that differs was drawn differently.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type DecodedPng, decode, encode } from 'fast-png';
import pixelmatch from 'pixelmatch';
import { root } from './case.ts';

/** Every golden file is read in review and cloned by everyone: it has to stay small. */
const limitBytes = 120_000;

/** Whether this run accepts what it finds. */
export const updates = process.execArgv.includes('--test-update-snapshots');

/** `name` is that of the case; with `--test-update-snapshots` the picture is accepted. */
export function checkPicture(name: string, actual: Uint8Array): void {
  const path = join(import.meta.dirname, 'pages', `${name}.png`);
  assert(actual.byteLength < limitBytes, `${actual.byteLength} bytes, at most ${limitBytes}`);
  if (updates) {
    write(path, actual);
    return;
  }
  assert(
    existsSync(path),
    `There is no ${relative(root, path)}: run npm run snapshots:update and look at it.`,
  );
  const wanted = decode(readFileSync(path));
  const found = decode(actual);
  if (sameSize(wanted, found) && Buffer.compare(bytesOf(wanted), bytesOf(found)) === 0) return;
  assert.fail(`The picture differs: see ${writeDifference(name, { wanted, found, actual })}.`);
}

function sameSize(a: DecodedPng, b: DecodedPng): boolean {
  return a.width === b.width && a.height === b.height && a.channels === b.channels;
}

/** Paths of what was drawn and, where sizes agree, of the difference in red. */
function writeDifference(
  name: string,
  of: { readonly wanted: DecodedPng; readonly found: DecodedPng; readonly actual: Uint8Array },
): string {
  const { wanted, found, actual } = of;
  const { width, height } = wanted;
  const stem = join(root, 'out', 'golden', name);
  write(`${stem}.actual.png`, actual);
  const seen = relative(root, `${stem}.actual.png`);
  if (!sameSize(wanted, found)) return seen;
  const data = new Uint8Array(4 * width * height);
  const count = pixelmatch(rgba(wanted), rgba(found), data, width, height, { threshold: 0 });
  write(`${stem}.diff.png`, encode({ width, height, data, channels: 4 }));
  return `${seen} and ${relative(root, `${stem}.diff.png`)} (${count} pixels)`;
}

function rgba({ data, channels }: DecodedPng): Uint8Array {
  if (channels === 4) return Uint8Array.from(data);
  const spread = new Uint8Array(4 * data.length);
  data.forEach((gray, index) => {
    spread.set([gray, gray, gray, 255], 4 * index);
  });
  return spread;
}

function bytesOf({ data }: DecodedPng): Uint8Array {
  return Uint8Array.from(data);
}

function write(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
