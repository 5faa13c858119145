// The source of a reader that follows a zod schema: one function in plain JavaScript for each
// object, list and leaf. It runs nothing and refuses, at start, what it has no code for.
//
// A check of the schema becomes a condition that may be stricter, but is never laxer: the code says
// «this is right, here is the value» or `doubt()`, and never what is wrong.

import { z } from 'zod';
import { readingOf } from './codec.ts';
import { areCommon, kindsIn, shown } from './text.ts';

/** What the code calls by name; quick-reader.ts has the meanings. */
export const callees = ['doubt', 'isClean', 'countFields', 'countItems', 'countLetters'] as const;

type Schema = z.core.$ZodType;

export class QuickSource {
  /** Declarations of functions; each takes the value `v` and gives what was read. */
  readonly functions: string[] = [];
  /** What the schema brings along, named `c0`, `c1` and so on in the code: patterns, functions. */
  readonly constants: unknown[] = [];
  readonly #names = new Map<Schema, string>();
  /** Names of functions by all that follows the name. */
  readonly #written = new Map<string, string>();
  readonly #freeTextKeys: ReadonlySet<string>;

  constructor(freeTextKeys: ReadonlySet<string>) {
    this.#freeTextKeys = freeTextKeys;
  }

  /** An expression that reads the variable `v`, the field `key` of its object. */
  expression(schema: Schema, v: string, key = ''): string {
    if (schema instanceof z.ZodOptional) {
      refuseChecks(schema);
      return `${v} === undefined ? undefined : ${this.expression(schema.def.innerType, v, key)}`;
    }
    if (schema instanceof z.ZodDefault) {
      refuseChecks(schema);
      const { innerType, defaultValue } = schema.def;
      const given = JSON.stringify(defaultValue);
      return `${v} === undefined ? ${given} : ${this.expression(innerType, v, key)}`;
    }
    const name = this.#functionOf(schema);
    return this.#freeTextKeys.has(key) ? `${name}(${v}, true)` : `${name}(${v})`;
  }

  /** Schemas that read alike share a function, as small code stays in the caches of a processor. */
  #functionOf(schema: Schema): string {
    const known = this.#names.get(schema);
    if (known !== undefined) return known;
    const parameters = schema instanceof z.ZodString ? 'v, isFree = false' : 'v';
    const body = this.#body(schema).map((line) => `  ${line}`);
    const code = [`(${parameters}) {`, ...body, '}'].join('\n');
    const name = this.#written.get(code) ?? this.#declare(schema, code);
    this.#names.set(schema, name);
    return name;
  }

  /** Named after the schema, so that profiles can be read. */
  #declare(schema: Schema, code: string): string {
    const label = z.globalRegistry.get(schema)?.id ?? schema._zod.def.type;
    const name = `${label}${this.functions.length}`;
    this.#written.set(code, name);
    this.functions.push(`function ${name}${code}`);
    return name;
  }

  #body(schema: Schema): string[] {
    if (schema instanceof z.ZodObject) return this.#object(schema);
    if (schema instanceof z.ZodArray) return this.#list(schema);
    if (schema instanceof z.ZodRecord) return this.#record(schema);
    if (schema instanceof z.ZodDiscriminatedUnion) return this.#union(schema);
    if (schema instanceof z.ZodCodec) return this.#codec(schema);
    return [`return ${this.#leaf(schema).join(' && ')} ? v : doubt();`];
  }

  #leaf(schema: Schema): string[] {
    const checks = this.#checks(schema);
    if (schema instanceof z.ZodString) return [isText, ...checks, 'isClean(v, isFree)'];
    if (schema instanceof z.ZodBoolean) {
      return ["typeof v === 'boolean'", ...checks, 'countLetters(v ? 4 : 5)'];
    }
    if (schema instanceof z.ZodEnum) return [...oneOf(schema.options), ...checks];
    if (schema instanceof z.ZodLiteral) return [...oneOf([...schema.values]), ...checks];
    if (schema instanceof z.ZodNumberFormat && schema.format === 'safeint') {
      return ['Number.isSafeInteger(v)', ...checks, `countLetters(${lengthOfNumber})`];
    }
    throw new TypeError(`the quick reader has no code for ${schema._zod.def.type}`);
  }

  /** Every key is written, absent or not, so that all objects of a schema have one shape. */
  #object(schema: z.ZodObject): string[] {
    refuseChecks(schema);
    if (!(schema.def.catchall instanceof z.ZodNever)) {
      throw new TypeError('the quick reader has code for strict objects only');
    }
    const fields = Object.entries<Schema>(schema.shape);
    const isOptional = ([, field]: [string, Schema]) => field._zod.optin !== undefined;
    const required = fields.filter((field) => !isOptional(field));
    return [
      isObject,
      ...fields.map(([key], i) => `const f${i} = v[${JSON.stringify(key)}];`),
      `let count = ${required.length};`,
      `let letters = ${1 + required.reduce((sum, [key]) => sum + lettersOf(key), 0)};`,
      ...fields.flatMap((field, i) =>
        isOptional(field)
          ? [`if (f${i} !== undefined) { count += 1; letters += ${lettersOf(field[0])}; }`]
          : [],
      ),
      // Any other field makes the count differ.
      'countFields(v, count);',
      'countLetters(letters);',
      'return {',
      ...fields.map(
        ([key, field], i) => `  ${JSON.stringify(key)}: ${this.expression(field, `f${i}`, key)},`,
      ),
      '};',
    ];
  }

  #list(schema: z.ZodArray): string[] {
    return [
      `if (!(${['Array.isArray(v)', ...this.#checks(schema)].join(' && ')})) return doubt();`,
      'countItems(v.length);',
      'const list = v.slice();',
      'for (let i = 0; i < list.length; i += 1) {',
      '  const item = list[i];',
      `  list[i] = ${this.expression(schema.element, 'item')};`,
      '}',
      'return list;',
    ];
  }

  #record(schema: z.ZodRecord): string[] {
    refuseChecks(schema);
    const { keyType, valueType } = schema;
    const freeTextKeys = this.#constant(this.#freeTextKeys);
    return [
      isObject,
      'const record = {};',
      'let count = 0;',
      'for (const key in v) {',
      '  const item = v[key];',
      // Such a key may make a text one that people write freely, or be no field at all.
      `  if (${freeTextKeys}.has(key) || key === '__proto__') return doubt();`,
      `  record[${this.expression(keyType, 'key')}] = ${this.expression(valueType, 'item')};`,
      '  count += 1;',
      '}',
      'countFields(v, count);',
      // The names themselves are among the texts.
      'countLetters(1 + 2 * count);',
      'return record;',
    ];
  }

  #union(schema: z.ZodDiscriminatedUnion): string[] {
    refuseChecks(schema);
    const { options } = schema;
    const { discriminator } = schema.def;
    const cases = options.flatMap((option) =>
      [...(option._zod.propValues?.[discriminator] ?? [])].map(
        (value) => `  case ${JSON.stringify(value)}: return ${this.expression(option, 'v')};`,
      ),
    );
    return [
      isObject,
      `switch (v[${JSON.stringify(discriminator)}]) {`,
      ...cases,
      '}',
      'return doubt();',
    ];
  }

  /** What a reading gives is of the outer type already; the compiler sees to that. */
  #codec(schema: z.ZodCodec): string[] {
    const read = readingOf(schema.def.transform);
    if (read === undefined) throw new TypeError('the quick reader needs a codec of decodeBy()');
    return [
      "if (typeof v !== 'string' && typeof v !== 'number') return doubt();",
      // The same number may have a shorter spelling, as 1e3 has.
      "countLetters(typeof v === 'string' ? v.length + 2 : NaN);",
      `v = ${this.#constant(read)}(v);`,
      `return ${['v !== undefined', ...this.#checks(schema)].join(' && ')} ? v : doubt();`,
    ];
  }

  #checks(schema: Schema): string[] {
    return (schema._zod.def.checks ?? []).flatMap((check) => this.#check(check));
  }

  #check(check: z.core.$ZodCheck<never>): string[] {
    // Zod counts code points, which are no more than the code units counted here.
    if (check instanceof z.core.$ZodCheckMaxLength)
      return [`v.length <= ${check._zod.def.maximum}`];
    if (check instanceof z.core.$ZodCheckMinLength && check._zod.def.minimum === 1)
      return ['v.length > 0'];
    if (check instanceof z.core.$ZodCheckGreaterThan && check._zod.def.inclusive)
      return [`v >= ${check._zod.def.value}`];
    if (check instanceof z.core.$ZodCheckLessThan && check._zod.def.inclusive)
      return [`v <= ${check._zod.def.value}`];
    // A clean text shows something.
    if (check instanceof z.core.$ZodCheckRegex && check._zod.def.pattern === shown) return [];
    if (check instanceof z.core.$ZodCheckRegex)
      return [`${this.#constant(check._zod.def.pattern)}.test(v)`];
    if (check instanceof z.core.$ZodCustom) return [`${this.#constant(check._zod.def.fn)}(v)`];
    throw new TypeError(`the quick reader has no code for the check ${check._zod.def.check}`);
  }

  #constant(value: unknown): string {
    const isSame = (one: unknown) =>
      one === value ||
      (one instanceof RegExp && value instanceof RegExp && String(one) === String(value));
    const index = this.constants.findIndex(isSame);
    return `c${index < 0 ? this.constants.push(value) - 1 : index}`;
  }
}

/** A check across fields would be left out without a word. */
function refuseChecks(schema: Schema): void {
  const [check] = schema._zod.def.checks ?? [];
  if (check === undefined) return;
  throw new TypeError(`the quick reader has no code for checks of ${schema._zod.def.type}`);
}

const isText = "typeof v === 'string'";
const isObject = "if (typeof v !== 'object' || v === null || Array.isArray(v)) return doubt();";

/** Words of the contract are read without a look at their letters: these must be common ones. */
function oneOf(values: readonly unknown[]): string[] {
  if (!values.every((value) => areCommon(kindsIn(String(value))))) {
    throw new TypeError('the quick reader has code for words of common letters only');
  }
  const isOne = `(${values.map((value) => `v === ${JSON.stringify(value)}`).join(' || ')})`;
  return [isOne, "countLetters(typeof v === 'string' ? v.length + 2 : NaN)"];
}

/** Of a field but for its value: the name in quotes, a colon, a comma or the closing brace. */
function lettersOf(key: string): number {
  return JSON.stringify(key).length + 2;
}

/** From 1000 on some numbers have a shorter spelling, 1e3; of negative ones no field is known. */
const lengthOfNumber = 'v >= 0 && v < 1000 ? (v < 10 ? 1 : v < 100 ? 2 : 3) : NaN';
