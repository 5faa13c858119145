// The quick reader against what it stands for: hygiene and the schema. It may leave a right bill to
// them, but what it takes they take, and the value is the same.

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { signedDecimalField } from '../../../src/bill/decimal.ts';
import { clean } from '../../../src/bill/hygiene.ts';
import { maxValues } from '../../../src/bill/limit.ts';
import { moneyField } from '../../../src/bill/money.ts';
import { quickReader } from '../../../src/bill/quick-reader.ts';
import { billSchema } from '../../../src/bill/schema.ts';
import { freeTextKeys } from '../../../src/bill/text.ts';
import { changed, longValues, oddValues } from '../../support/change-bill.ts';
import { asJson, checkWith } from '../../support/check-reader.ts';
import { anyBill } from '../../support/generate-bill.ts';
import { damaged, oddTexts, rightTexts, spelled, spellings } from '../../support/json-text.ts';

const read = quickReader(billSchema, freeTextKeys);
const samplesDir = join(import.meta.dirname, '../../../samples');
const samples = globSync('*/*.json', { cwd: samplesDir }).toSorted();
const aSample = fc.constantFrom(...samples).map((file): unknown => JSON.parse(textOf(file)));
const anyRight = fc.oneof(aSample, anyBill.map(asJson));

function textOf(sample: string): string {
  return readFileSync(join(samplesDir, sample), 'utf8');
}

const { check, checkMended } = checkWith(billSchema);

describe('a right bill is read at one go:', () => {
  for (const file of samples) {
    test(file, () => {
      // Spaces and all; then with texts that are known.
      const text = textOf(file);
      for (const json of [text, JSON.stringify(JSON.parse(text)), text]) assert(check(json));
    });
  }

  test('any', () => {
    fc.assert(fc.property(anyBill, (bill) => assert(check(JSON.stringify(bill)))));
  });

  test('any, however it is spelled', () => {
    fc.assert(fc.property(anyRight.chain(spelled), (json) => assert(check(json), json)));
  });
});

test('what it takes of changed bills, hygiene and schema take', () => {
  const takeChanged = (value: unknown) => {
    check(JSON.stringify(value));
    checkMended(value);
  };
  fc.assert(fc.property(changed(anyRight), takeChanged), { numRuns: 1000 });
});

test('what it takes of damaged texts, hygiene and schema take', () => {
  let count = 0;
  const takeDamaged = (json: string) => {
    if (check(json)) count += 1;
  };
  fc.assert(fc.property(damaged(anyRight.chain(spelled)), takeDamaged), { numRuns: 3000 });
  assert(count > 100, 'nothing was taken');
});

describe('what it takes of texts, hygiene and schema take:', () => {
  const anything = z.strictObject({
    text: z.string().optional(),
    word: z.enum(['a', 'ab']).optional(),
    flag: z.boolean().optional(),
    number: z.int().optional(),
    amount: moneyField.optional(),
    quantity: signedDecimalField.optional(),
    list: z.array(z.boolean()).optional(),
    record: z.record(z.string(), z.string()).optional(),
    one: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('a'), text: z.string() }),
        z.strictObject({ kind: z.literal('b'), list: z.array(z.string()) }),
        z.strictObject({ kind: z.literal('c'), inner: z.strictObject({ kind: z.literal('a') }) }),
      ])
      .optional(),
  });
  const { check } = checkWith(anything);

  test('right ones', () => {
    for (const json of rightTexts) assert(check(json), json);
  });

  test('odd ones', () => {
    for (const json of oddTexts) assert(!check(json), json);
  });

  test('numbers in all spellings', () => {
    for (const spelling of spellings) {
      for (const field of ['number', 'amount', 'quantity']) {
        check(`{"${field}":${spelling}}`);
        check(`{"${field}":"${spelling}"}`);
      }
    }
  });

  test('any of them, damaged', () => {
    const takeDamaged = (json: string) => {
      check(json);
    };
    fc.assert(fc.property(damaged(fc.constantFrom(...rightTexts)), takeDamaged), { numRuns: 5000 });
  });
});

describe('what it takes of a field, hygiene and schema take:', () => {
  const parts = [...partsOf(billSchema)];
  const values = [...oddValues, ...longest(parts).flatMap(longValues)];
  for (const part of parts) {
    if (!(part instanceof z.ZodObject)) continue;
    test(z.globalRegistry.get(part)?.id ?? Object.keys(part.shape).slice(0, 4).join(', '), () => {
      for (const [key, field] of Object.entries<z.ZodType>(part.shape)) {
        const { check, checkMended } = checkWith(z.strictObject({ [key]: field }));
        for (const value of [...values, ...values]) {
          check(JSON.stringify({ [key]: value }));
          checkMended({ [key]: value });
        }
        check('{}');
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
  const json = JSON.stringify(value);
  assert.strictEqual(readPhrase(json), undefined);
  assert.deepStrictEqual(readPhrase(json, true)?.value, { kk: 'Су бұру', ru: 'тәртiбi' });
  assert.strictEqual(readPhrase(json), undefined);
});

test('a text that ends in an escape has an end', () => {
  const readTexts = quickReader(z.array(z.string()), freeTextKeys);
  // No quote is left in the memory for letters.
  assert.strictEqual(readTexts(' '.repeat(8 * maxValues)), undefined);
  assert.strictEqual(readTexts('["a\\'), undefined);
});

test('only bills of common letters are said to have no others', () => {
  const readText = quickReader(z.array(z.string()), freeTextKeys);
  for (const [text, isCommon] of [
    ['су', true],
    ['ſu', false],
    ['су', true],
    ['\\u017fu', false],
  ] as const) {
    assert.strictEqual(readText(`["${text}"]`)?.isCommon, isCommon);
  }
});

test('objects of one kind have one shape, whatever they hold', () => {
  const shapes = new Set<string>();
  for (const file of samples) {
    const charges = read(textOf(file))?.value.charges ?? [];
    for (const charge of charges) shapes.add(Object.keys(charge).join());
  }
  assert.strictEqual(shapes.size, 1);
});

test('a bill of too many values is left alone', () => {
  const readList = quickReader(z.array(z.int()), freeTextKeys);
  assert(readList(JSON.stringify(Array(maxValues - 1).fill(1))) !== undefined);
  assert.strictEqual(readList(JSON.stringify(Array(maxValues).fill(1))), undefined);
  const spaced = JSON.stringify(Array(maxValues - 1).fill(1), undefined, 1);
  assert(readList(spaced) !== undefined);
  assert.strictEqual(readList(JSON.stringify(Array(maxValues).fill(1), undefined, 1)), undefined);
  // What is beyond the memory for letters is not overlooked.
  for (let length = 8 * maxValues - 2; length < 8 * maxValues + 3; length += 1) {
    assert.strictEqual(readList(`${'[]'.padEnd(length)}x`), undefined);
  }
  assert(readList('[]'.padEnd(8 * maxValues)) !== undefined);
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
    ['a word that is a number', z.literal(1)],
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
