// Symbols read back from pixels, refusals, and the rectangles that are drawn.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import bwip from 'bwip-js/node';
import fc from 'fast-check';
import { code128Widths } from '../../../src/barcode/code128.ts';
import { encodeSymbol, type SymbolRequest } from '../../../src/barcode/encode.ts';
import { matrixOf, rectsOf } from '../../../src/barcode/matrix.ts';
import { encodeQr } from '../../../src/barcode/qr.ts';
import type { CodeSymbol } from '../../../src/typeset/page.ts';
import { scan, scanText } from './scanner.ts';

function symbolOf(request: SymbolRequest): CodeSymbol {
  const outcome = encodeSymbol(request);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
}

async function checkReads(request: SymbolRequest): Promise<void> {
  const symbol = symbolOf(request);
  assert.equal(symbol.symbology, request.symbology);
  assert.equal(await scanText(symbol, request.symbology), request.text);
}

test('samples of every symbology read back', async () => {
  for (const [symbology, text] of [
    ['qr', 'https://esep.example/pay?account=000123457'],
    ['qr', 'Төлеуші: Үлгі Тұтынушы; сомасы 54 048,85 ₸; ӘҒҚҢӨҰҮҺІ әғқңөұүһі'],
    ['qr', 'Қ'],
    ['datamatrix', '000123457'],
    ['datamatrix', 'https://esep.example/?a=1^2&b=^^ECI000026'],
    ['datamatrix', 'Қазақ ^тілі ^^'],
    ['code128', '000123457'],
    ['code128', '0:4055 0 y0  '],
    ['code128', ' !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'],
    ['interleaved2of5', '0001234570202610'],
  ] as const) {
    await checkReads({ symbology, text });
  }
});

const letters = fc.constantFrom(...'әғқңөұүһіЁщ₸«»№—aZ09 :/?&=.');

test('QR codes of any text and level read back as the same UTF-8', async () => {
  const text = fc.string({ unit: letters, minLength: 1, maxLength: 120 });
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom('L', 'M', 'Q', 'H'), async (sample, level) => {
      await checkReads({ symbology: 'qr', text: sample, errorCorrection: level });
    }),
    { numRuns: 60 },
  );
});

test('QR codes of every version read back', async () => {
  for (let version = 1; version <= 40; version += 1) {
    const text = `v${version} Төлем`;
    const matrix = encodeQr(new TextEncoder().encode(text), 'L', { version });
    assert.ok(matrix !== undefined);
    const { columns, rows } = matrix;
    const symbol = { symbology: 'qr', columns, rows, rects: rectsOf(matrix) };
    assert.equal(columns, 17 + 4 * version);
    const [result] = await scan(symbol, 'qr');
    assert.equal(result?.text, text);
    assert.equal(result?.ecLevel, 'L');
  }
});

test('Code 128 and Interleaved 2 of 5 of any text read back', async () => {
  const ascii = fc.integer({ min: 0x20, max: 0x7e }).map((unit) => String.fromCharCode(unit));
  const mixed = fc.string({
    unit: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...'0123456789') }, ascii),
    minLength: 2,
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(mixed, async (text) => checkReads({ symbology: 'code128', text })),
    { numRuns: 40 },
  );
  const pairs = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 3, maxLength: 15 });
  await fc.assert(
    fc.asyncProperty(pairs, async (half) =>
      checkReads({ symbology: 'interleaved2of5', text: half + half }),
    ),
    { numRuns: 20 },
  );
});

test('Code 128 is as short as the other implementation, and equal where there is one way', () => {
  const other = (text: string): readonly number[] => {
    const [symbol] = bwip.raw({ bcid: 'code128', text });
    return symbol !== undefined && 'sbs' in symbol ? symbol.sbs : [];
  };
  for (let value = 0; value < 95; value += 1) {
    const letter = String.fromCharCode(0x20 + value);
    if (!/\d/.test(letter)) assert.deepEqual(code128Widths(letter), other(letter));
  }
  for (let pair = 0; pair < 100; pair += 1) {
    const text = `1234${String(pair).padStart(2, '0')}`;
    assert.deepEqual(code128Widths(text), other(text));
  }
  const text = fc.string({ unit: fc.constantFrom(...'0123456789AZ-a'), minLength: 1 });
  fc.assert(
    fc.property(text, (sample) => {
      assert.equal(code128Widths(sample).length, other(sample).length);
    }),
  );
});

function checkRefused(request: SymbolRequest, message: RegExp): void {
  const outcome = encodeSymbol(request);
  assert.ok(!outcome.ok, 'The text was taken.');
  assert.equal(outcome.faults.length, 1);
  assert.equal(outcome.faults[0]?.code, 'CODE_REFUSED');
  assert.match(outcome.faults[0]?.message ?? '', message);
  // Payloads hold accounts and names, so no message may quote them.
  assert.ok(!(outcome.faults[0]?.message ?? '').includes(request.text) || request.text === '');
}

test('what a symbology cannot hold is refused with its capacity', () => {
  for (const symbology of ['qr', 'datamatrix', 'code128', 'interleaved2of5'] as const) {
    checkRefused({ symbology, text: '' }, /is empty/);
    checkRefused({ symbology, text: 'x\ud800' }, /surrogate/);
  }
  checkRefused({ symbology: 'qr', text: 'x'.repeat(2332) }, /2332 bytes.* M it holds 2331\./);
  checkRefused(
    { symbology: 'qr', text: 'ж'.repeat(700), errorCorrection: 'H' },
    /1400 bytes.* H it holds 1273\./,
  );
  checkRefused({ symbology: 'datamatrix', text: 'ж'.repeat(800) }, /1600 bytes; it holds 1555/);
  checkRefused({ symbology: 'code128', text: 'Төлем' }, /besides Latin letters/);
  checkRefused({ symbology: 'code128', text: 'a\tb' }, /besides Latin letters/);
  checkRefused({ symbology: 'code128', text: '1'.repeat(81) }, /81 characters; it holds 80/);
  checkRefused({ symbology: 'interleaved2of5', text: '12a4' }, /besides digits/);
  checkRefused({ symbology: 'interleaved2of5', text: '123' }, /odd number of digits/);
  checkRefused({ symbology: 'interleaved2of5', text: '1'.repeat(82) }, /it holds 80/);
});

test('the rectangles are the dark modules, each once', () => {
  const modules = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 48, maxLength: 48 });
  fc.assert(
    fc.property(modules, fc.constantFrom(4, 6, 8, 48), (sample, columns) => {
      const covered = Array<number>(48).fill(0);
      const rects = rectsOf(matrixOf(columns, 48 / columns, sample));
      for (let at = 0; at < rects.length; at += 4) {
        const [x = 0, y = 0, width = 0, height = 0] = rects.slice(at, at + 4);
        for (let row = y; row < y + height; row += 1) {
          for (let column = x; column < x + width; column += 1) {
            covered[row * columns + column] = (covered[row * columns + column] ?? 0) + 1;
          }
        }
      }
      assert.deepEqual(covered, sample);
    }),
  );
  const ring = matrixOf(3, 3, [1, 1, 1, 1, 0, 1, 1, 1, 1]);
  assert.deepEqual(rectsOf(ring), [0, 0, 3, 1, 0, 1, 1, 1, 2, 1, 1, 1, 0, 2, 3, 1]);
  const column = matrixOf(2, 3, [1, 0, 1, 0, 1, 0]);
  assert.deepEqual(rectsOf(column), [0, 0, 1, 3]);
});

test('a linear symbol is one module high and its bars are its width', () => {
  const symbol = symbolOf({ symbology: 'code128', text: '000123457' });
  assert.deepEqual([symbol.columns, symbol.rows], [101, 1]);
  assert.deepEqual(symbol.rects.slice(0, 8), [0, 0, 2, 1, 3, 0, 1, 1]);
  const [x = 0, , width = 0] = symbol.rects.slice(-4);
  assert.equal(x + width, 101);
});
