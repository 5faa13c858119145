// The pipeline from JSON to bytes: checking says what rendering does, and the same task gives the
// same bytes, whatever was rendered before.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { BillInput } from '../../src/bill/schema.ts';
import { anyBill } from '../support/generate-bill.ts';
import { layoutsDir, rendered, resourcesOf } from '../support/render.ts';
import { numRuns } from './runs.ts';

/** Drawing takes longer than all before it. */
const drawingRuns = Math.ceil(numRuns / 2);

/** A bill, or one with a mistake of a kind that callers make. */
const anyInput: fc.Arbitrary<object> = fc.oneof(
  { arbitrary: anyBill, weight: 3 },
  {
    arbitrary: fc.tuple(anyBill, fc.constantFrom(...mistakes())).map(([bill, mend]) => mend(bill)),
    weight: 1,
  },
);

function mistakes(): readonly ((bill: BillInput) => object)[] {
  return [
    (bill) => ({ ...bill, totalDue: '0.01' }),
    (bill) => ({ ...bill, layout: 'almaty' }),
    (bill) => ({ ...bill, colour: 'blue' }),
    (bill) => ({ ...bill, account: { ...bill.account, payer: 'Үлгі 🏠' } }),
    (bill) => ({ ...bill, charges: bill.charges.flatMap((one) => Array(9).fill(one)) }),
  ];
}

test('checking says ok if and only if rendering succeeds, with the same faults and warnings', async () => {
  await fc.assert(
    fc.asyncProperty(anyInput, async (input) => {
      const checked = await rendered(input, 'check');
      const drawn = await rendered(input, 'pdf');
      assert.equal(checked.ok, drawn.ok);
      assert.deepEqual(checked.warnings, drawn.warnings);
      if (!checked.ok && !drawn.ok) assert.deepEqual(checked.faults, drawn.faults);
      if (drawn.ok) assert.ok(drawn.value.bytes.length > 10_000);
    }),
    { numRuns: drawingRuns },
  );
});

test('a fault has a code, words and a place', async () => {
  await fc.assert(
    fc.asyncProperty(anyInput, async (input) => {
      const outcome = await rendered(input, 'check');
      if (outcome.ok) return;
      assert.ok(outcome.faults.length > 0);
      for (const { message, pointer, source } of outcome.faults) {
        assert.ok(message.endsWith('.'), message);
        assert.ok(pointer !== undefined || source !== undefined, message);
      }
    }),
    { numRuns },
  );
});

test('the same task gives the same bytes, in any order and from another thread’s resources', async () => {
  const others = await resourcesOf(layoutsDir);
  await fc.assert(
    fc.asyncProperty(fc.array(anyBill, { minLength: 2, maxLength: 3 }), async (bills) => {
      const first: (Uint8Array | undefined)[] = [];
      for (const bill of bills) first.push(await bytesOf(bill));
      const second: (Uint8Array | undefined)[] = [];
      for (const bill of bills.toReversed()) second.unshift(await bytesOf(bill, others));
      assert.deepEqual(first, second);
    }),
    { numRuns: Math.ceil(numRuns / 8) },
  );
});

async function bytesOf(bill: BillInput, resources?: Awaited<ReturnType<typeof resourcesOf>>) {
  const outcome = await rendered(bill, 'pdf', resources);
  return outcome.ok ? outcome.value.bytes : undefined;
}
