// Reads a right value at one go: hygiene, schema and counting in one walk of generated code. It
// says nothing of a wrong one; the schema itself finds the words.
// See docs/decisions/0022-a-quick-reader.md.

import type { z } from 'zod';
import { maxValues } from './limit.ts';
import { callees, QuickSource } from './quick-source.ts';
import { areCommon, isCleanAs, kindsIn, shown } from './text.ts';

export interface QuickValue<T> {
  /** As the schema gives it, except that absent fields are there and undefined. */
  readonly value: T;
  /** Fields of all objects of the input together. */
  readonly fieldCount: number;
  /**
   * Of the shortest JSON text that says this. No text is as short that has a space, an escape or a
   * name twice. NaN where it is not known.
   */
  readonly leastLength: number;
  /** All its texts were looked at and have common letters only. */
  readonly isCommon: boolean;
}

/**
 * The value if it is certainly right, else undefined. `isMended` says that hygiene has been done
 * and texts may be as they are.
 */
export type QuickReader<T> = (input: unknown, isMended?: boolean) => QuickValue<T> | undefined;

/** `freeTextKeys` are the fields in which hygiene looks for personal numbers. */
export function quickReader<T>(
  schema: z.ZodType<T>,
  freeTextKeys: ReadonlySet<string>,
): QuickReader<T> {
  const walk = new Walk();
  const read = readerOf<T>(schema, freeTextKeys, walk);
  return (input, isMended = false) => {
    walk.begin(isMended);
    const value = read(input);
    // The schema has fewer levels than are too many, so only the values are counted.
    const isBounded = walk.fieldCount + walk.itemCount < maxValues;
    if (!walk.isSure || !isBounded) return undefined;
    const isCommon = !isMended && areCommon(walk.kinds);
    return { value, fieldCount: walk.fieldCount, leastLength: walk.letterCount, isCommon };
  };
}

/** What the generated code calls; one walk at a time. */
class Walk {
  isSure = true;
  fieldCount = 0;
  itemCount = 0;
  /** Of the JSON text, at least. */
  letterCount = 0;
  /** Of all letters of all texts. */
  kinds = 0;
  #isMended = false;

  begin(isMended: boolean): void {
    this.isSure = true;
    this.fieldCount = 0;
    this.itemCount = 0;
    this.letterCount = 0;
    this.kinds = 0;
    this.#isMended = isMended;
  }

  readonly callees: Readonly<Record<(typeof callees)[number], unknown>> = {
    doubt: () => {
      this.isSure = false;
    },
    isClean: (text: string, isFree: boolean) => {
      this.letterCount += text.length + 2;
      if (this.#isMended) return shown.test(text);
      const kinds = kindsIn(text);
      this.kinds |= kinds;
      return isCleanAs(kinds, text, isFree);
    },
    countFields: (object: object, expected: number) => {
      let count = 0;
      for (const _ in object) count += 1;
      if (count !== expected) this.isSure = false;
      this.fieldCount += count;
    },
    countItems: (count: number) => {
      this.itemCount += count;
      // A comma or the closing bracket after each.
      this.letterCount += count === 0 ? 2 : count + 1;
    },
    countLetters: (count: number) => {
      this.letterCount += count;
      return true;
    },
  };
}

function readerOf<T>(
  schema: z.ZodType<T>,
  freeTextKeys: ReadonlySet<string>,
  walk: Walk,
): (input: unknown) => T {
  const source = new QuickSource(freeTextKeys);
  const result = source.expression(schema, 'input');
  const code = ["'use strict';", ...source.functions, `return (input) => ${result};`].join('\n');
  const names = source.constants.map((_, i) => `c${i}`);
  const make = new Function(...callees, ...names, code);
  return make(...callees.map((name) => walk.callees[name]), ...source.constants);
}
