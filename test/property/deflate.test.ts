// Whatever is compressed comes back, and what was compressed before leaves no trace: zlib reads
// what src/draw/deflate.ts writes. How small it gets is in test/unit/draw/deflate.test.ts.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { deflate, packPart, quick, thorough } from '../../src/draw/deflate.ts';
import { spliceModules } from '../../src/draw/packed-modules.ts';
import { Splices } from '../../src/draw/packed-part.ts';
import { numRuns } from './runs.ts';

const effort = fc.constantFrom(quick, thorough);

const anyBytes = fc.uint8Array({ maxLength: 3000, size: 'max' });

/** Few letters, so that much of it was there before. */
const poorBytes = fc.uint8Array({ max: 3, maxLength: 3000, size: 'max' });

/** Runs of a byte, of all lengths that a match may have. */
const runs = fc
  .array(fc.tuple(fc.nat({ max: 255 }), fc.nat({ max: 600 })), {
    maxLength: 100,
    size: 'max',
  })
  .map((parts) => Buffer.concat(parts.map(([byte, length]) => Buffer.alloc(length, byte))));

/** Words again and again, as in a content stream, up to distances beyond the window. */
const words = fc
  .tuple(
    fc.array(fc.uint8Array({ minLength: 1, maxLength: 40, size: 'max' }), {
      minLength: 1,
      maxLength: 60,
      size: 'max',
    }),
    fc.array(fc.nat({ max: 59 }), { maxLength: 6000, size: 'max' }),
  )
  .map(([list, order]) =>
    Buffer.concat(order.map((index) => list[index % list.length] ?? new Uint8Array())),
  );

const content = fc.oneof(anyBytes, poorBytes, runs, words);

test('what is compressed comes back', () => {
  let longest = 0;
  fc.assert(
    fc.property(content, effort, (bytes, how) => {
      longest = Math.max(longest, bytes.length);
      assert.deepEqual(inflateSync(deflate(bytes, how)), Buffer.from(bytes));
    }),
    { numRuns: 5 * numRuns },
  );
  // Else no match was ever as far as matches may be, and no place beyond 2^16.
  assert(longest > 65_536, `the longest content had ${longest} bytes`);
});

/** Parts of a content; some of them are packed beforehand. */
const pieced = fc.record({
  parts: fc.array(fc.oneof(anyBytes, runs), { minLength: 1, maxLength: 12 }),
  order: fc.array(fc.nat({ max: 11 }), { maxLength: 80, size: 'max' }),
  packed: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
});

test('what is put together from packed parts comes back, wherever they stand', () => {
  let copies = 0;
  fc.assert(
    fc.property(pieced, effort, ({ parts, order, packed }, how) => {
      const packedParts = parts.map((part, index) =>
        packed[index] === true ? packPart(part) : undefined,
      );
      const splices = new Splices();
      const pieces: Uint8Array[] = [];
      let length = 0;
      for (const wish of order) {
        const index = wish % parts.length;
        const [piece, packedPart] = [parts[index] ?? new Uint8Array(), packedParts[index]];
        if (length + piece.length > 131_072) break;
        if (packedPart) splices.add(length, packedPart);
        if (packedPart && splices.lastPlace(splices.length - 1) >= 0) copies += 1;
        pieces.push(piece);
        length += piece.length;
      }
      const bytes = Buffer.concat(pieces);
      const stream = Uint8Array.from(deflate(bytes, how, splices));
      assert.deepEqual(inflateSync(stream), bytes);
      deflate(Buffer.concat([bytes, bytes]), thorough);
      assert.deepEqual(Uint8Array.from(deflate(bytes, how, splices)), stream);
    }),
    { numRuns: 2 * numRuns },
  );
  assert(copies > 0, 'no packed part came twice');
});

const modules = fc.array(
  fc.tuple(fc.nat({ max: 180 }), fc.nat({ max: 20 }), fc.nat({ max: 70 }), fc.nat({ max: 9 })),
  { maxLength: 400, size: 'max' },
);

test('modules of codes come back as they are spelled', () => {
  fc.assert(
    fc.property(fc.array(modules, { minLength: 1, maxLength: 3 }), (codes) => {
      const [splices, bytes] = spliced(codes.map((rects) => rects.flat()));
      assert.equal(splices.length, codes.length);
      assert.deepEqual(inflateSync(deflate(bytes, quick, splices)), bytes);
    }),
    { numRuns },
  );
});

test('modules that are many, large or no whole numbers are left alone', () => {
  for (const rects of [
    Array<number>(6004).fill(1),
    [1, 1000, 1, 1],
    [1, 1, 0.5, 1],
    [-1, 0, 1, 1],
  ]) {
    assert.equal(spliced([rects])[0].length, 0);
  }
});

test('the most modules, codes that no room is left for, and empty ones come back', () => {
  const most = Array.from({ length: 1500 }, (_, row) => [900, row % 999, 100 + (row % 800), 99]);
  const full = most.flat();
  const codes = [[1, 2, 3, 4], [], ...Array.from({ length: 8 }, () => full)];
  const [splices, bytes] = spliced(codes);
  assert(splices.length > 3 && splices.length < codes.length);
  assert.deepEqual(inflateSync(deflate(bytes, quick, splices)), bytes);
});

/** Codes in a row, with something before each of them. */
function spliced(codes: readonly (readonly number[])[]): readonly [Splices, Buffer] {
  const splices = new Splices();
  let bytes = Buffer.alloc(0);
  for (const rects of codes) {
    const lines = rects.map((value, index) => `${value}${index % 4 === 3 ? ' re\n' : ' '}`);
    const start = bytes.length + 4;
    bytes = Buffer.concat([bytes, Buffer.from(`0 g\n${lines.join('')}`)]);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    spliceModules(splices, rects, view, start);
  }
  return [splices, bytes];
}

test('what was compressed before leaves no trace', () => {
  fc.assert(
    fc.property(content, fc.array(content, { maxLength: 5 }), effort, (bytes, before, how) => {
      const first = Uint8Array.from(deflate(bytes, how));
      for (const other of before) {
        deflate(other, quick);
        deflate(other, thorough);
      }
      assert.deepEqual(Uint8Array.from(deflate(bytes, how)), first);
    }),
    { numRuns },
  );
});
