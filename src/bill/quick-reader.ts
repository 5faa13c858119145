// Reads the JSON text of a right value at one go: syntax, hygiene and schema in one walk of
// generated code. It says nothing of a wrong one; the schema itself finds the words.
// See docs/decisions/0022-a-quick-reader.md.

import type { z } from 'zod';
import { QuickScanner } from './quick-scanner.ts';
import { QuickSource } from './quick-source.ts';

export interface QuickValue<T> {
  /** As the schema gives it, except that absent fields are there and undefined. */
  readonly value: T;
  /** All its texts were looked at and have common letters only. */
  readonly isCommon: boolean;
}

/**
 * The value if it is certainly right, else undefined. `isMended` says that hygiene has been done
 * and texts may be as they are.
 */
export type QuickReader<T> = (json: string, isMended?: boolean) => QuickValue<T> | undefined;

/** `freeTextKeys` are the fields in which hygiene looks for personal numbers. */
export function quickReader<T>(
  schema: z.ZodType<T>,
  freeTextKeys: ReadonlySet<string>,
): QuickReader<T> {
  const scanner = new QuickScanner();
  const read = readerOf<T>(schema, freeTextKeys, scanner);
  return (json, isMended = false) => {
    try {
      if (!scanner.begin(json, isMended)) return undefined;
      const value = read();
      scanner.finish();
      return { value, isCommon: scanner.isCommon };
    } catch (error) {
      if (scanner.isDoubt(error)) return undefined;
      throw error;
    } finally {
      scanner.letGo();
    }
  };
}

function readerOf<T>(
  schema: z.ZodType<T>,
  freeTextKeys: ReadonlySet<string>,
  scanner: QuickScanner,
): () => T {
  const source = new QuickSource(freeTextKeys, () => scanner.known.newMark());
  const result = source.expression(schema);
  const code = ["'use strict';", ...source.functions, `return () => ${result};`].join('\n');
  const names = source.constants.map((_, i) => `c${i}`);
  const make = new Function('scanner', ...names, code);
  return make(scanner, ...source.constants);
}
