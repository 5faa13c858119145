// What was rendered before changes no page: bills that share words, parties and lines, in one order
// and in another, give the same pages, warnings and faults. Blocks are shared between bills; this
// holds what they may be shared by. Two threads take part, as what is remembered is a thread's own.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import type { BillInput } from '../../src/bill/schema.ts';
import { createRenderer } from '../../src/worker/pool.ts';
import type { Renderer } from '../../src/worker/renderer.ts';
import { today } from '../support/a-bill.ts';
import { anyBill } from '../support/generate-bill.ts';
import { fontsDir, layoutsDir } from '../support/render.ts';
import { numRuns } from './runs.ts';

/** Nearly the same bill: what is remembered of the one must not stand on the other. */
const changes: readonly ((bill: BillInput) => BillInput)[] = [
  (bill) => ({ ...bill, charges: bill.charges.map(otherRussian) }),
  (bill) => ({ ...bill, suppliers: bill.suppliers.map(({ logo, ...rest }) => rest) }),
  (bill) => ({
    ...bill,
    suppliers: bill.suppliers.map((one) => ({ ...one, phones: ['+7 700 000 77 77'] })),
  }),
  (bill) => ({ ...bill, suppliers: bill.suppliers.map((one) => ({ ...one, ...window })) }),
  (bill) => ({ ...bill, language: bill.language === 'ru' ? 'kk-ru' : 'ru' }),
  (bill) => ({ ...bill, notices: (bill.notices ?? []).map(otherRussian) }),
  (bill) => ({ ...bill, duplicate: bill.duplicate !== true }),
];

const window = { readingWindow: { fromDay: 2, toDay: 3, channels: [] } };

/** The Kazakh stays: two phrases that differ in their Russian alone. */
function otherRussian<T extends object>(one: T): T {
  const other = Object.entries(one).map(([key, value]) => [
    key,
    typeof value === 'object' && 'kk' in value ? { ...value, ru: 'Иное' } : value,
  ]);
  // The same keys with values of the same types.
  return Object.fromEntries(other) as T;
}

const bills = fc
  .tuple(anyBill, fc.uniqueArray(fc.nat(changes.length - 1), { minLength: 2, maxLength: 3 }))
  .map(([bill, wanted]) => [bill, ...wanted.map((index) => changes[index]?.(bill) ?? bill)]);

const forwards = aThread();
const backwards = aThread();
after(() => Promise.all([forwards.close(), backwards.close()]));

function aThread(): Renderer {
  return createRenderer({
    threads: 1,
    memoryMb: 256,
    startTimeoutMs: 30_000,
    renderTimeoutMs: 30_000,
    queueLimit: 4,
    settings: { layoutsDir, fontsDir, samples: [], today },
  });
}

async function pageOf(bill: BillInput, thread: Renderer): Promise<unknown> {
  const json = JSON.stringify(bill);
  const task = { json, output: 'page', profile: 'print', dpi: 100, today } as const;
  const { warnings, ...rest } = await thread.render(task);
  const said = rest.ok ? new TextDecoder().decode(rest.value.bytes) : rest.faults;
  return { warnings, said };
}

test('bills in the opposite order give the same pages', async () => {
  await fc.assert(
    fc.asyncProperty(bills, async (given) => {
      const pages: unknown[] = [];
      for (const bill of given) pages.push(await pageOf(bill, forwards));
      for (const [index, bill] of [...given.entries()].reverse()) {
        assert.deepEqual(await pageOf(bill, backwards), pages[index]);
      }
    }),
    { numRuns: Math.ceil(numRuns / 2) },
  );
});
