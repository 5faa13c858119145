// A test a bill: which warnings it gets, and no others.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BillInput } from '../../src/bill/schema.ts';
import { today } from './a-bill.ts';
import { parseBill } from './parse-bill.ts';

/** Name, bill, then codes and pointers of its warnings in order. */
export type WarningCase = readonly [string, BillInput, ...string[]];

export function testWarnings(cases: readonly WarningCase[]): void {
  for (const [name, bill, ...expected] of cases) {
    test(`${name}: ${expected.length > 0 ? expected.join(', ') : 'no warning'}`, () => {
      const outcome = parseBill(bill, { today });
      assert(outcome.ok, JSON.stringify(outcome));
      const found = outcome.warnings.map(({ code, pointer }) => `${code} ${pointer}`);
      assert.deepStrictEqual(found, expected);
    });
  }
}
