// The source of a reader that follows a zod schema through the JSON text: one function in plain
// JavaScript for each object, list and leaf. It runs nothing and refuses, at start, what it has no
// code for.
//
// A check of the schema becomes a condition that may be stricter, but is never laxer: the code says
// «this is right, here is the value» or `doubt()`, and never what is wrong.

import { z } from 'zod';
import { readingOf } from './codec.ts';
import { areCommon, kindsIn, shown } from './text.ts';
import { Words } from './words.ts';

type Schema = z.core.$ZodType;

/** The code calls a QuickScanner by the name `scanner`. */
export class QuickSource {
  /** Declarations of functions; each reads what stands next in the text. */
  readonly functions: string[] = [];
  /** What the schema brings along, named `c0`, `c1` and so on in the code: patterns, functions. */
  readonly constants: unknown[] = [];
  readonly #names = new Map<Schema, string>();
  /** Names of functions by all that follows the name. */
  readonly #written = new Map<string, string>();
  /** Of checks that a text need pass only once. */
  readonly #marks = new Map<string, number>();
  readonly #freeTextKeys: ReadonlySet<string>;
  readonly #newMark: () => number;

  constructor(freeTextKeys: ReadonlySet<string>, newMark: () => number) {
    this.#freeTextKeys = freeTextKeys;
    this.#newMark = newMark;
  }

  /** An expression that reads a value, the field `key` of its object. */
  expression(schema: Schema, key = ''): string {
    // What is absent is not read at all; the object has its default.
    if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
      refuseChecks(schema);
      return this.expression(schema.def.innerType, key);
    }
    const name = this.#functionOf(schema);
    return this.#freeTextKeys.has(key) ? `${name}(true)` : `${name}()`;
  }

  /** Schemas that read alike share a function, as small code stays in the caches of a processor. */
  #functionOf(schema: Schema): string {
    const known = this.#names.get(schema);
    if (known !== undefined) return known;
    const parameters = schema instanceof z.ZodString ? 'isFree = false' : '';
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
    if (schema instanceof z.ZodString) return this.#text(schema);
    return [`const v = ${this.#reading(schema)};`, returned(this.#checks(schema))];
  }

  #reading(schema: Schema): string {
    if (schema instanceof z.ZodBoolean) return 'scanner.boolean()';
    if (schema instanceof z.ZodEnum) return `scanner.word(${this.#words(schema.options)})`;
    if (schema instanceof z.ZodLiteral) return `scanner.word(${this.#words([...schema.values])})`;
    if (schema instanceof z.ZodCodec) return this.#codec(schema);
    if (schema instanceof z.ZodNumberFormat && schema.format === 'safeint') {
      return 'scanner.whole()';
    }
    throw new TypeError(`the quick reader has no code for ${schema._zod.def.type}`);
  }

  /** What a reading gives is of the outer type already; the compiler sees to that. */
  #codec(schema: z.ZodCodec): string {
    const reading = readingOf(schema.def.transform);
    if (reading === undefined) throw new TypeError('the quick reader needs a codec of decodeBy()');
    const { kind, maxWhole, maxDecimals } = reading.form;
    const method = kind === 'scaled' ? 'scaled' : 'decimal';
    const ofNumber = `${this.#constant(reading.read)}(scanner.number()) ?? scanner.doubt()`;
    return `scanner.isAtText() ? scanner.${method}(${maxWhole}, ${maxDecimals}) : ${ofNumber}`;
  }

  /** That a text passed the dearer checks is remembered with the text. */
  #text(schema: z.ZodString): string[] {
    const checks = this.#checks(schema);
    const isCheap = (check: string) => check.startsWith('v.length');
    const cheap = checks.filter(isCheap);
    const dear = checks.filter((check) => !isCheap(check)).join(' && ');
    if (dear === '') return ['const v = scanner.text(isFree);', returned(cheap)];
    const mark = this.#markOf(dear);
    const passes = `(scanner.known.has(${mark}) || ${dear} && scanner.known.note(${mark}))`;
    return ['const v = scanner.text(isFree);', returned([...cheap, passes])];
  }

  #markOf(checks: string): number {
    const mark = this.#marks.get(checks) ?? this.#newMark();
    this.#marks.set(checks, mark);
    return mark;
  }

  /** Every key is written, absent or not, so that all objects of a schema have one shape. */
  #object(schema: z.ZodObject): string[] {
    refuseChecks(schema);
    if (!(schema.def.catchall instanceof z.ZodNever)) {
      throw new TypeError('the quick reader has code for strict objects only');
    }
    const fields = Object.entries<Schema>(schema.shape);
    const names = this.#constant(new Words(Object.keys(schema.shape), ':'));
    const required = fields.flatMap(([, field], i) =>
      field._zod.optin === undefined ? [`f${i} === undefined`] : [],
    );
    return [
      ...fields.map((_, i) => `let f${i};`),
      `for (let i = scanner.firstName(${names}); i >= 0; i = scanner.nextName(${names}, i)) {`,
      '  switch (i) {',
      // No value is undefined, so what is not has come before.
      ...fields.map(
        ([key, field], i) =>
          `    case ${i}: f${i} = f${i} === undefined ? ${this.expression(field, key)} : ` +
          'scanner.doubt(); break;',
      ),
      '  }',
      '}',
      ...(required.length === 0 ? [] : [`if (${required.join(' || ')}) scanner.doubt();`]),
      'return {',
      ...fields.map(([key, field], i) => `  ${JSON.stringify(key)}: ${orDefault(`f${i}`, field)},`),
      '};',
    ];
  }

  #list(schema: z.ZodArray): string[] {
    const item = this.expression(schema.element);
    return [
      // One item needs memory for one; a list that grows takes more.
      'let v = [];',
      'if (scanner.hasItems()) {',
      `  v = [${item}];`,
      `  while (scanner.hasMoreItems()) v.push(${item});`,
      '}',
      returned(this.#checks(schema)),
    ];
  }

  #record(schema: z.ZodRecord): string[] {
    refuseChecks(schema);
    const { keyType, valueType } = schema;
    const freeTextKeys = this.#constant(this.#freeTextKeys);
    return [
      'const record = {};',
      'for (let goesOn = scanner.hasFields(); goesOn; goesOn = scanner.hasMoreFields()) {',
      `  const key = ${this.expression(keyType)};`,
      '  if (Object.hasOwn(record, key)) scanner.doubt();',
      // Such a key may make a text one that people write freely, or be no field at all.
      `  if (${freeTextKeys}.has(key) || key === '__proto__') scanner.doubt();`,
      '  scanner.colon();',
      `  record[key] = ${this.expression(valueType)};`,
      '}',
      'return record;',
    ];
  }

  #union(schema: z.ZodDiscriminatedUnion): string[] {
    refuseChecks(schema);
    const { discriminator } = schema.def;
    const options = schema.options.flatMap((option) =>
      [...(option._zod.propValues?.[discriminator] ?? [])].map((value) => ({ option, value })),
    );
    const name = this.#constant(new Words([discriminator], ':'));
    const words = this.#words(options.map(({ value }) => value));
    return [
      `switch (scanner.wordAhead(${name}, ${words})) {`,
      ...options.map(({ option }, i) => `  case ${i}: return ${this.expression(option)};`),
      '}',
    ];
  }

  /** Words of the contract are read without a look at their letters: these must be common ones. */
  #words(values: readonly unknown[]): string {
    const texts = values.filter((value) => typeof value === 'string');
    if (texts.length < values.length || !texts.every((text) => areCommon(kindsIn(text)))) {
      throw new TypeError('the quick reader has code for words of common letters only');
    }
    return this.#constant(new Words(texts, ''));
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

/** The value `v` if it passes. */
function returned(checks: readonly string[]): string {
  return checks.length === 0 ? 'return v;' : `return ${checks.join(' && ')} ? v : scanner.doubt();`;
}

function orDefault(v: string, schema: Schema): string {
  if (!(schema instanceof z.ZodDefault)) return v;
  return `${v} === undefined ? ${JSON.stringify(schema.def.defaultValue)} : ${v}`;
}
