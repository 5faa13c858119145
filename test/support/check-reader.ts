// The quick reader of a schema against what it stands for. It finds no texts to read.

import assert from 'node:assert/strict';
import type { z } from 'zod';
import { commonLetters } from '../../src/bill/common-letters.ts';
import { clean } from '../../src/bill/hygiene.ts';
import { quickReader } from '../../src/bill/quick-reader.ts';
import { findSyntaxProblem } from '../../src/bill/syntax.ts';
import { freeTextKeys } from '../../src/bill/text.ts';

/** What is absent and what is undefined are the same to every reader of a bill. */
function present(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(present);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([key, field]) => [key, present(field)]));
}

export function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** If the quick reader takes a text, then so do hygiene and schema, and the value is the same. */
export function checkWith(schema: z.ZodType) {
  const read = quickReader(schema, freeTextKeys);
  const check = (json: string): boolean => {
    const quick = read(json);
    if (quick === undefined) return false;
    assert.strictEqual(findSyntaxProblem(json), undefined);
    const input: unknown = JSON.parse(json);
    const { value, findings, isBounded } = clean(input);
    assert(isBounded);
    assert.strictEqual(value, input, 'a text had to be mended');
    assert.deepStrictEqual([...findings.faults, ...findings.warnings], []);
    assert.deepStrictEqual(present(quick.value), present(schema.parse(input)));
    if (quick.isCommon) assert(JSON.stringify(quick.value).split('').every(isCommonLetter));
    return true;
  };
  const checkMended = (input: unknown): void => {
    const { value, isBounded } = clean(input);
    const mended = isBounded ? read(JSON.stringify(value), true) : undefined;
    if (mended !== undefined) {
      // In JSON text that is written anew, -0 is 0.
      assert.deepStrictEqual(present(mended.value), present(schema.parse(asJson(value))));
      assert(!mended.isCommon);
    }
  };
  return { check, checkMended };
}

function isCommonLetter(letter: string): boolean {
  return commonLetters.includes(letter);
}
