// The QR encoder against another implementation, module by module, and against plain readings of
// the standard: the shortest segments, the least penalty.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import bwip from 'bwip-js/node';
import fc from 'fast-check';
import { type Matrix, matrixOf } from '../../../src/barcode/matrix.ts';
import { encodeQr, qrCapacityBytes } from '../../../src/barcode/qr.ts';
import {
  bitLengthOf,
  type CountRange,
  cutIntoSegments,
  type Mode,
} from '../../../src/barcode/qr-segment.ts';
import { codewordsOf, type ErrorCorrection, sizeOf } from '../../../src/barcode/qr-version.ts';

const levels: readonly ErrorCorrection[] = ['L', 'M', 'Q', 'H'];
const utf8 = new TextEncoder();

interface Fixed {
  readonly version: number;
  readonly mask: number;
  readonly level: ErrorCorrection;
}

function rowsOf(matrix: Matrix | undefined): readonly string[] {
  assert.ok(matrix !== undefined);
  const { columns, words, bits } = matrix;
  const isDark = (row: number, column: number) =>
    ((bits[row * words + (column >> 5)] ?? 0) >> (column & 31)) & 1;
  const columnNumbers = Array.from({ length: columns }, (_, column) => column);
  return Array.from({ length: matrix.rows }, (_, row) =>
    columnNumbers.map((column) => isDark(row, column)).join(''),
  );
}

/** bwip-js counts masks from 1 and would raise the level or take Kanji mode if not told. */
function otherRows(text: string, { version, mask, level }: Fixed): readonly string[] {
  const options = {
    bcid: 'qrcode',
    text,
    version: String(version),
    mask: mask + 1,
    eclevel: level,
    fixedeclevel: true,
    suppresskanjimode: true,
  };
  const [symbol] = bwip.raw(options);
  assert.ok(symbol !== undefined && 'pixs' in symbol);
  return rowsOf(matrixOf(symbol.pixx, symbol.pixy, symbol.pixs));
}

function checkSame(text: string, fixed: Fixed): void {
  assert.deepEqual(
    rowsOf(encodeQr(utf8.encode(text), fixed.level, fixed)),
    otherRows(text, fixed),
    `${JSON.stringify(fixed)} ${text}`,
  );
}

test('every version and level equals the other implementation', () => {
  for (let version = 1; version <= 40; version += 1) {
    for (const [index, level] of levels.entries()) {
      checkSame('000123457', { version, level, mask: (version + index) % 8 });
    }
  }
});

test('every mask equals it, in every mode and beside the edges of a word of 32 modules', () => {
  for (let mask = 0; mask < 8; mask += 1) {
    for (const version of [2, 3, 4, 11]) {
      for (const text of ['0123456', 'A-Z $%*+-./:', 'сәлем', 'https']) {
        checkSame(text, { version, level: 'M', mask });
      }
    }
  }
});

test('full symbols equal it, to the last bit before the terminator and without one', () => {
  // 34 alphanumeric characters or 41 digits fill 1-L all but a few bits; 17 bytes fill it wholly.
  const fixed = { version: 1, level: 'L', mask: 5 } as const;
  for (const length of [38, 39, 40, 41]) checkSame('7'.repeat(length), fixed);
  for (const length of [23, 24, 25]) checkSame('A'.repeat(length), fixed);
  for (const length of [15, 16, 17]) checkSame('a'.repeat(length), fixed);
});

test('the smallest version that holds the text is taken, none beyond the largest', () => {
  const check = (text: string, level: ErrorCorrection, version: number): void =>
    assert.equal(encodeQr(utf8.encode(text), level)?.columns, sizeOf(version));
  check('7'.repeat(41), 'L', 1);
  check('7'.repeat(42), 'L', 2);
  check('a'.repeat(14), 'M', 1);
  check('a'.repeat(15), 'M', 2);
  check('a'.repeat(84), 'M', 5);
  check('a'.repeat(85), 'M', 6);
  check('a'.repeat(180), 'M', 9);
  check('a'.repeat(181), 'M', 10);
  check('7'.repeat(7089), 'L', 40);
  assert.equal(encodeQr(utf8.encode('7'.repeat(7090)), 'L'), undefined);
  // ISO/IEC 18004, table 7.
  assert.deepEqual(levels.map(qrCapacityBytes), [2953, 2331, 1663, 1273]);
  for (const level of levels) {
    const bytes = new Uint8Array(qrCapacityBytes(level) + 1).fill(0xff);
    assert.equal(encodeQr(bytes.subarray(1), level)?.columns, sizeOf(40));
    assert.equal(encodeQr(bytes, level), undefined);
  }
  assert.deepEqual([1, 2, 7, 40].map(codewordsOf), [26, 44, 196, 3706]);
});

/** By brute force: every way to give each character a mode. */
function leastBits(text: string, range: CountRange): number {
  let least = Number.POSITIVE_INFINITY;
  const modes: Mode[] = [0, 1, 2];
  const holds = (mode: Mode, character: string): boolean =>
    mode === 2 || (mode === 1 ? /[\dA-Z $%*+\-./:]/ : /\d/).test(character);
  const extend = (chosen: readonly Mode[]): void => {
    if (chosen.length < text.length) {
      for (const mode of modes) {
        if (holds(mode, text[chosen.length] ?? '')) extend([...chosen, mode]);
      }
      return;
    }
    const segments: { mode: Mode; start: number; end: number }[] = [];
    chosen.forEach((mode, index) => {
      const last = segments.at(-1);
      if (last?.mode === mode) last.end = index + 1;
      else segments.push({ mode, start: index, end: index + 1 });
    });
    least = Math.min(least, bitLengthOf(segments, range));
  };
  extend([]);
  return least;
}

test('segments are the shortest there are and cover the text', () => {
  const text = fc.string({
    unit: fc.constantFrom('0', '7', '9', 'A', ':', 'a'),
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(text, fc.constantFrom<CountRange>(0, 1, 2), (sample, range) => {
      const segments = cutIntoSegments(utf8.encode(sample), range);
      assert.equal(bitLengthOf(segments, range), leastBits(sample, range));
      let covered = 0;
      for (const { start, end } of segments) {
        assert.ok(start === covered && end > start);
        covered = end;
      }
      assert.equal(covered, sample.length);
    }),
    { numRuns: 60 },
  );
  const shapes = (sample: string) =>
    cutIntoSegments(utf8.encode(sample), 0).map(({ mode, start, end }) => [mode, end - start]);
  assert.deepEqual(shapes('https://esep.example/pay?account=000123457'), [
    [2, 33],
    [0, 9],
  ]);
  assert.deepEqual(shapes('AB12345678901234CD'), [
    [1, 2],
    [0, 14],
    [1, 2],
  ]);
});

/** The four penalties as the standard words them, module by module. */
function plainPenalty(rows: readonly string[]): number {
  const size = rows.length;
  const columns = rows.map((_, x) => rows.map((row) => row[x] ?? '').join(''));
  let penalty = 0;
  for (const line of [...rows, ...columns]) {
    for (const run of line.match(/0{5,}|1{5,}/g) ?? []) penalty += run.length - 2;
    const withQuietZone = `0000${line}0000`;
    for (let at = 0; at < withQuietZone.length; at += 1) {
      const isFinder = withQuietZone.startsWith('1011101', at);
      const before = withQuietZone.slice(at - 4, at) === '0000';
      const after = withQuietZone.slice(at + 7, at + 11) === '0000';
      if (isFinder && (before || after)) penalty += 40;
    }
  }
  for (let y = 0; y < size - 1; y += 1) {
    for (let x = 0; x < size - 1; x += 1) {
      const block = `${rows[y]?.slice(x, x + 2)}${rows[y + 1]?.slice(x, x + 2)}`;
      if (block === '0000' || block === '1111') penalty += 3;
    }
  }
  const dark = rows.join('').replaceAll('0', '').length;
  return penalty + 10 * Math.floor(Math.abs((100 * dark) / size ** 2 - 50) / 5);
}

test('the mask with the least penalty is taken, the first of equals', () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(bytes, fc.constantFrom(...levels), (sample, level) => {
      const chosen = rowsOf(encodeQr(sample, level)).join('\n');
      const all = Array.from({ length: 8 }, (_, mask) => rowsOf(encodeQr(sample, level, { mask })));
      const penalties = all.map(plainPenalty);
      const best = penalties.indexOf(Math.min(...penalties));
      assert.equal(chosen, all[best]?.join('\n'));
    }),
    { numRuns: 40 },
  );
});
