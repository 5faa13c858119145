// ZBar reads the codes of bills at random, cut out of their pages at 200 dpi. It sees many pictures
// at once: starting it takes longer than reading ten of them.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawPdf } from '../../src/draw/pdf.ts';
import { numRuns } from '../property/runs.ts';
import { anyBillOfAny, metadata, type Seen, seenCodes } from '../support/document.ts';
import { resources, typeset } from '../support/render.ts';
import { run } from './tool.ts';

/** Of the bills; a failure names the file, so that chance may stay the same. */
const seed = 20_261_106;
const atOnce = 100;

test('zbarimg reads every code of random bills', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tolem-codes-'));
  try {
    const expected = new Map<string, string>();
    for (const bill of fc.sample(anyBillOfAny, { numRuns, seed })) {
      const outcome = typeset(bill);
      if (!outcome.ok) continue;
      const { page } = outcome.value;
      const pdf = drawPdf(page, resources.fonts, metadata);
      for (const seen of (await seenCodes(page, pdf)).filter(isKnown)) {
        const file = join(folder, `${expected.size}.pgm`);
        writeFileSync(file, pictureOf(seen));
        expected.set(file, seen.code.payload);
      }
    }
    assert.ok(expected.size > numRuns / 2, 'too few bills have codes');
    const files = [...expected.keys()];
    for (let at = 0; at < files.length; at += atOnce) {
      checkRead(files.slice(at, at + atOnce), expected);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** ZBar knows no Data Matrix. */
function isKnown({ code }: Seen): boolean {
  return code.symbol.symbology === 'qr' || code.symbol.symbology === 'code128';
}

/** A portable gray map, the simplest picture there is. */
function pictureOf({ width, height, gray }: Seen): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), gray]);
}

/**
 * ZBar says what it reads and not where, so each payload must be read as often as it stands in the
 * pictures. 4 is its word for pictures without any code.
 */
function checkRead(files: readonly string[], expected: ReadonlyMap<string, string>): void {
  const symbologies = ['-S*.disable', '-Sqrcode.enable', '-Scode128.enable'];
  const lines = run('zbarimg', ['--quiet', '--raw', ...symbologies, ...files], [0, 4]).split('\n');
  const payloads = files.map((file) => expected.get(file) ?? '');
  for (const payload of new Set(payloads)) {
    const wanted = payloads.filter((one) => one === payload).length;
    const read = lines.filter((line) => line === payload).length;
    assert.ok(read >= wanted, `${payload} is read ${read} times, not ${wanted}`);
  }
}
