// The quick reader against what it stands for: hygiene and the schema. It may leave a right bill to
// them, but what it takes they take, and the value is the same.

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { commonLetters } from '../../../src/bill/common-letters.ts';
import { clean } from '../../../src/bill/hygiene.ts';
import { maxValues } from '../../../src/bill/limit.ts';
import { moneyField } from '../../../src/bill/money.ts';
import { quickReader } from '../../../src/bill/quick-reader.ts';
import { billSchema } from '../../../src/bill/schema.ts';
import { freeTextKeys } from '../../../src/bill/text.ts';
import { changed, longValues, oddValues } from '../../support/change-bill.ts';
import { anyBill } from '../../support/generate-bill.ts';

const read = quickReader(billSchema, freeTextKeys);
const samplesDir = join(import.meta.dirname, '../../../samples');
const samples = globSync('*/*.json', { cwd: samplesDir }).toSorted();
const aSample = fc
  .constantFrom(...samples)
  .map((file): unknown => JSON.parse(readFileSync(join(samplesDir, file), 'utf8')));
const anyRight = fc.oneof(aSample, anyBill.map(asJson));

/** What is absent and what is undefined are the same to every reader of a bill. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** If the quick reader takes a value, then so do hygiene and schema, and the value is the same. */
function checkWith(schema: z.ZodType) {
  const read = quickReader(schema, freeTextKeys);
  return (input: unknown): void => {
    const before = structuredClone(input);
    const quick = read(input);
    assert.deepStrictEqual(input, before, 'the input was written to');
    const { value, findings, fieldCount, isBounded } = clean(input);
    const mended = isBounded ? read(value, true) : undefined;
    if (mended !== undefined) {
      assert.deepStrictEqual(asJson(mended.value), asJson(schema.parse(value)));
      assert.strictEqual(mended.fieldCount, fieldCount);
    }
    if (quick === undefined) return;
    assert(isBounded);
    assert.strictEqual(value, input, 'a text had to be mended');
    assert.deepStrictEqual([...findings.faults, ...findings.warnings], []);
    assert.deepStrictEqual(quick, { ...mended, isCommon: quick.isCommon });
    assert(!(quick.leastLength > JSON.stringify(input).length));
    if (quick.isCommon) assert(JSON.stringify(quick.value).split('').every(isCommonLetter));
  };
}

function isCommonLetter(letter: string): boolean {
  return commonLetters.includes(letter);
}

const check = checkWith(billSchema);

describe('a right bill is read at one go:', () => {
  for (const file of samples) {
    test(file, () => {
      const sample: unknown = JSON.parse(readFileSync(join(samplesDir, file), 'utf8'));
      assert.strictEqual(read(sample)?.leastLength, JSON.stringify(sample).length);
      check(sample);
    });
  }

  test('any', () => {
    fc.assert(
      fc.property(anyBill, (bill) => {
        const input = asJson(bill);
        assert(read(input) !== undefined);
        check(input);
      }),
    );
  });
});

test('what it takes of changed bills, hygiene and schema take', () => {
  fc.assert(fc.property(changed(anyRight), check), { numRuns: 1000 });
});

describe('what it takes of a field, hygiene and schema take:', () => {
  const parts = [...partsOf(billSchema)];
  const values = [...oddValues, ...longest(parts).flatMap(longValues)];
  for (const part of parts) {
    if (!(part instanceof z.ZodObject)) continue;
    test(z.globalRegistry.get(part)?.id ?? Object.keys(part.shape).slice(0, 4).join(', '), () => {
      for (const [key, field] of Object.entries<z.ZodType>(part.shape)) {
        const checkField = checkWith(z.strictObject({ [key]: field }));
        for (const value of values) checkField({ [key]: value });
        checkField({});
      }
    });
  }

  test('every bound is among the values', () => {
    assert(longest(parts).length > 20);
  });
});

/** A schema and all that it is made of, each once. */
function partsOf(schema: z.core.$ZodType, seen = new Set<z.core.$ZodType>()) {
  if (seen.has(schema)) return seen;
  seen.add(schema);
  for (const child of childrenOf(schema)) partsOf(child, seen);
  return seen;
}

function childrenOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodObject) return Object.values(schema.shape);
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return [schema.unwrap()];
  if (schema instanceof z.ZodUnion) return schema.options;
  return schema instanceof z.ZodRecord ? [schema.keyType, schema.valueType] : [];
}

/** The greatest lengths of texts and lists. */
function longest(parts: readonly z.core.$ZodType[]): readonly number[] {
  const checks = parts.flatMap(({ _zod }) => _zod.def.checks ?? []);
  const found = checks.flatMap((one) =>
    one instanceof z.core.$ZodCheckMaxLength ? [one._zod.def.maximum] : [],
  );
  return [...new Set(found)];
}

test('a text that was mended is read at one go', () => {
  const sample = { kk: 'Су\tбұру', ru: 'тәртiбi' };
  const schema = z.strictObject({ kk: z.string(), ru: z.string() });
  const readPhrase = quickReader(schema, freeTextKeys);
  const { value, findings } = clean(sample);
  assert.strictEqual(findings.warnings.length, 1);
  assert.strictEqual(readPhrase(value), undefined);
  assert.deepStrictEqual(readPhrase(value, true)?.value, { kk: 'Су бұру', ru: 'тәртiбi' });
});

test('objects of one kind have one shape, whatever they hold', () => {
  const shapes = new Set<string>();
  for (const file of samples) {
    const sample: unknown = JSON.parse(readFileSync(join(samplesDir, file), 'utf8'));
    for (const charge of read(sample)?.value.charges ?? []) shapes.add(Object.keys(charge).join());
  }
  assert.strictEqual(shapes.size, 1);
});

test('the least length is that of the shortest text, and of none where a number may be shorter', () => {
  const anything = z.strictObject({
    list: z.array(z.boolean()).optional(),
    record: z.record(z.string(), z.string()).optional(),
    number: z.int().optional(),
    amount: moneyField.optional(),
  });
  const readAny = quickReader(anything, freeTextKeys);
  const lengthOf = (text: string) => readAny(JSON.parse(text))?.leastLength;
  const shortest = ['{"list":[]}', '{"list":[true,false]}', '{"record":{"a":"b","c":"d"}}'];
  const numbers = ['0', '9', '10', '99', '100', '999'].map((number) => `{"number":${number}}`);
  for (const text of [...shortest, ...numbers, '{"amount":"1.00"}']) {
    assert.strictEqual(lengthOf(text), text.length);
  }
  for (const text of ['{"number":1e3}', '{"number":-1}', '{"amount":1}', '{"number":1000}']) {
    assert.strictEqual(lengthOf(text), Number.NaN);
  }
  // Less than the text has, which is as good as not known.
  assert.strictEqual(lengthOf('{"record":{}}'), '{"record":{}}'.length - 1);
});

test('a bill of too many values is left alone', () => {
  const readList = quickReader(z.strictObject({ list: z.array(z.boolean()) }), freeTextKeys);
  assert(readList({ list: Array(maxValues - 2).fill(true) }) !== undefined);
  assert.strictEqual(readList({ list: Array(maxValues - 1).fill(true) }), undefined);
});

describe('a schema that it has no code for stops the start:', () => {
  const schemas: readonly (readonly [string, z.ZodType])[] = [
    ['an object that takes any field', z.object({ a: z.string() })],
    ['a check of an object', z.strictObject({ a: z.string() }).refine(() => false)],
    [
      'a check of an optional field',
      z.strictObject({
        a: z
          .string()
          .optional()
          .refine(() => false),
      }),
    ],
    ['a check of a record', z.record(z.string(), z.string()).refine(() => false)],
    [
      'a check of a union',
      z.discriminatedUnion('a', [z.strictObject({ a: z.literal('b') })]).refine(() => false),
    ],
    ['a word of letters that are rare', z.literal('水')],
    ['a transformation', z.string().transform((text) => text.length)],
    ['a check of its own making', z.string().trim()],
    ['an open bound', z.int().gt(1)],
    ['a least length', z.string().min(2)],
    [
      'a codec that is not made by decodeBy',
      z.codec(z.string(), z.string(), { decode: String, encode: String }),
    ],
  ];
  for (const [name, schema] of schemas) {
    test(name, () => {
      assert.throws(() => quickReader(schema, freeTextKeys), /quick reader/);
    });
  }
});
