// Wide Data Matrix symbols: beside those of the library, and read back.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import bwip from 'bwip-js/node';
import fc from 'fast-check';
import { wideDataMatrix } from '../../../src/barcode/data-matrix.ts';
import type { CodeSymbol } from '../../../src/typeset/page.ts';
import { scanText } from './scanner.ts';

/** Dark modules row by row, as the library gives them. */
function modulesOf({ columns, rows, rects }: CodeSymbol): number[] {
  const modules = Array<number>(columns * rows).fill(0);
  for (let at = 0; at < rects.length; at += 4) {
    const [x = 0, y = 0, width = 0, height = 0] = rects.slice(at, at + 4);
    for (let row = y; row < y + height; row += 1) {
      for (let column = x; column < x + width; column += 1) modules[row * columns + column] = 1;
    }
  }
  return modules;
}

function librarySymbol(text: string): { size: string; modules: readonly number[] } {
  // Within ASCII encodation, which is what narrow marks use; the library would choose among six.
  const codewords = [...text.matchAll(/\d\d|./g)].map(([part]) =>
    part.length === 2 ? 130 + Number(part) : part.charCodeAt(0) + 1,
  );
  const raw = codewords.map((one) => `^${String(one).padStart(3, '0')}`).join('');
  const options = { bcid: 'datamatrixrectangular', text: raw, raw: true };
  const [symbol] = bwip.raw(options);
  assert.ok(symbol !== undefined && 'pixs' in symbol);
  return { size: `${symbol.pixy}x${symbol.pixx}`, modules: [...symbol.pixs] };
}

const texts = [
  '12',
  '1234567890',
  'A1|2|3|4',
  'K7M2|01|0001|1/1',
  'K7M2|001|0000001|1/1|42',
  'K7M2Q9|0012|00012345|1/1|97',
  'K7M2Q9ABCD|0012|00012345|1/1R|97',
  'K7M2Q9ABCD-EFGHIJKLMNOP|0012|00012345|2/3R|97',
];

test('they are those of the library, module by module', () => {
  const sizes = new Set<string>();
  for (const text of texts) {
    const own = wideDataMatrix(text, 16);
    assert.ok(own !== undefined, text);
    const { size, modules } = librarySymbol(text);
    assert.equal(`${own.rows}x${own.columns}`, size, text);
    assert.deepEqual(modulesOf(own), modules, text);
    sizes.add(size);
  }
  assert.equal(sizes.size, 6, [...sizes].join(' '));
});

test('whatever the text, it reads back', async () => {
  const text = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 49 });
  await fc.assert(
    fc.asyncProperty(text, async (sample) => {
      const symbol = wideDataMatrix(sample, 16);
      if (symbol === undefined) assert.ok(sample.length > 40);
      else assert.equal(await scanText(symbol, 'datamatrix'), sample);
    }),
    { numRuns: 100 },
  );
});

test('too long a text, too few rows and other scripts get none', () => {
  assert.equal(wideDataMatrix('A'.repeat(50), 16), undefined);
  assert.equal(wideDataMatrix('A'.repeat(23), 12), undefined);
  assert.equal(wideDataMatrix('Қ', 16), undefined);
  assert.equal(wideDataMatrix('', 16), undefined);
});
