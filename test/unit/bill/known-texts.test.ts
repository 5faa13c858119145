// What the quick reader remembers from bill to bill: it makes reading quicker and nothing else.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { z } from 'zod';
import { dateField } from '../../../src/bill/date.ts';
import { quickReader } from '../../../src/bill/quick-reader.ts';
import { freeTextKeys } from '../../../src/bill/text.ts';
import { checkWith } from '../../support/check-reader.ts';

describe('what is remembered makes no difference:', () => {
  const readTexts = quickReader(z.array(z.string()), freeTextKeys);
  const isRead = (texts: readonly string[]) =>
    assert.deepStrictEqual(readTexts(JSON.stringify(texts))?.value, texts);

  test('to texts of one check sum', () => {
    // 32 × 'a' + 'z' = 32 × 'b' + 'Z'
    for (const texts of [['az', 'bZ'], ['az'], ['bZ'], ['bZ', 'az'], ['bZ', 'bZ'], ['az', 'az']]) {
      for (let time = 0; time < 3; time += 1) isRead(texts);
    }
  });

  test('to texts that begin with one that is known', () => {
    for (const texts of [['ab'], ['ab'], ['abc'], ['abc'], ['a'], ['ab', 'abc', 'a']])
      isRead(texts);
  });

  test('to the order, and to lists that are longer or shorter', () => {
    const any = fc.array(fc.array(fc.constantFrom('a', 'b', 'ж', 'длинный текст', '1'.repeat(20))));
    fc.assert(fc.property(any, (lists) => lists.forEach(isRead)));
  });

  test('to more texts and letters than it remembers', () => {
    for (const [count, length] of [
      [3000, 2],
      [100, 300],
    ] as const) {
      for (let bill = 0; bill < 8; bill += 1) {
        const texts = Array.from(
          { length: count },
          (_, i) => String(bill * count + i) + 'ж'.repeat(length),
        );
        isRead(texts);
        isRead(texts.toReversed());
        isRead(texts);
      }
    }
  });

  test('to texts that are expected when all is forgotten', () => {
    const expected = Array.from({ length: 100 }, (_, i) => `expected ${i}`);
    for (let bill = 0; bill < 12; bill += 1) {
      const others = Array.from({ length: 500 }, (_, i) => `another ${bill * 500 + i}`);
      for (let time = 0; time < 3; time += 1) isRead([...others, ...expected]);
    }
  });

  test('to what passed another check, or is free', () => {
    const text = z.string();
    const schema = z.strictObject({
      number: text.optional(),
      kk: text.optional(),
      id: text.regex(/^a/).optional(),
      day: dateField.optional(),
    });
    const { check } = checkWith(schema);
    const texts = ['900101300126', '2026-11-05', 'b', 'a', 'тәртiбi'];
    const fields = texts.flatMap((one) => Object.keys(schema.shape).map((key) => ({ [key]: one })));
    for (const field of [...fields, ...fields, ...fields.toReversed()]) {
      check(JSON.stringify(field));
    }
  });
});

test('a text of a bill does not keep the whole bill in memory', () => {
  const readTexts = quickReader(z.array(z.string()), freeTextKeys);
  const kept: unknown[] = [];
  const filler = 'ж'.repeat(30_000);
  const before = usedMemory();
  for (let i = 0; i < 300; i += 1) {
    const texts = [filler, `${i} narrow but long`, `${i} длинный текст`, `ж${i}`, `${i}`];
    kept.push(readTexts(JSON.stringify(texts))?.value.slice(1));
    kept.push(readTexts(JSON.stringify([filler, `«${i}» "long" with quotes`]))?.value.slice(1));
  }
  assert.deepStrictEqual(kept[2], ['1 narrow but long', '1 длинный текст', 'ж1', '1']);
  // Each bill takes 60 kB.
  assert(usedMemory() - before < 3e6);
});

function usedMemory(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}
