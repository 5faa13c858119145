// A stub repeats the bill: whatever is due above the cut line is due below it, and no other sum is.

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { moneyText } from '../../src/bill/money.ts';
import type { Bill, BillInput } from '../../src/bill/schema.ts';
import type { LanguageChoice } from '../../src/format/language.ts';
import { formatMoney } from '../../src/format/number.ts';
import type { Item, Page } from '../../src/typeset/page.ts';
import { aBill, aCharge } from '../support/a-bill.ts';
import { itemsOf, layoutsDir, parsed, resources, typeset } from '../support/render.ts';
import { numRuns } from './runs.ts';

const stubbed = resources.catalogue.layouts.filter(({ file }) => file.switches.stub === true);

/** What stands above the dotted line and what stands below it. */
function cut(page: Page): { readonly main: readonly Item[]; readonly stub: readonly Item[] } {
  const items = itemsOf(page);
  const lines = items.flatMap((item) =>
    item.kind === 'line' && item.dash !== undefined && item.dash.length > 0 ? [item.y1] : [],
  );
  const [y] = lines;
  assert(lines.length === 1 && y !== undefined, `${lines.length} cut lines`);
  const isBelow = (item: Item): boolean => (item.kind === 'line' ? item.y1 : item.y) > y;
  return { main: items.filter((item) => !isBelow(item)), stub: items.filter(isBelow) };
}

/** Texts that are an amount of money and nothing else, by value. */
function sums(items: readonly Item[]): readonly string[] {
  const texts = items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
  return texts.filter((text) => /^−?\d[\d\u00a0]*,\d\d$/.test(text)).toSorted();
}

function checkStub(bill: Bill, page: Page): void {
  const { main, stub } = cut(page);
  const obligatory = bill.charges.filter(({ optional }) => !optional);
  const optional = bill.charges.filter((charge) => charge.optional);
  const expected = [
    ...bill.charges.map(({ due }) => due),
    ...(obligatory.length > 0 ? [bill.totalDue] : []),
    ...(optional.length > 0 ? [bill.optionalDue ?? 0] : []),
  ].map(formatMoney);
  assert.deepEqual(sums(stub), expected.toSorted());
  const above = new Set(sums(main));
  for (const sum of expected) assert(above.has(sum), `${sum} stands on the stub alone`);
  const boxes = stub.filter(({ role }) => role === 'field').length;
  const payable = bill.charges.filter(({ due }) => due > 0).length;
  assert.equal(boxes, payable + (obligatory.length > 0 ? 1 : 0));
}

test('there is a layout with a stub', () => {
  assert.notEqual(stubbed.length, 0);
});

for (const { file } of stubbed) {
  describe(`the stub of ${file.id}`, () => {
    const folder = join(layoutsDir, '..', 'samples', file.id);
    for (const name of globSync('*.json', { cwd: folder }).toSorted()) {
      const sample: BillInput = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      for (const language of file.languages) {
        test(`${name} in ${language}`, () => check({ ...sample, language }));
      }
    }

    test('of any lines', () => {
      const lines = fc.array(anyLine, { minLength: 1, maxLength: 14 });
      const language = fc.constantFrom(...file.languages);
      fc.assert(
        fc.property(lines, language, (some, choice) => check(billOf(file.id, some, choice))),
        { numRuns },
      );
    });
  });
}

function check(input: BillInput): void {
  const outcome = typeset(input);
  assert(outcome.ok, outcome.ok ? '' : JSON.stringify(outcome.faults));
  checkStub(parsed(input), outcome.value.page);
}

interface Line {
  readonly tiyn: number;
  readonly optional: boolean;
  readonly name: string;
}

const anyLine: fc.Arbitrary<Line> = fc.record({
  tiyn: fc.oneof(fc.integer({ min: -5_000_00, max: 90_000_00 }), fc.constant(0)),
  optional: fc.boolean(),
  name: fc.constantFrom('Газ', 'Суық су', 'Ортақ мүлікті күтіп-ұстау', 'Күрделі жөндеуге жинақ'),
});

function billOf(layout: string, lines: readonly Line[], language: LanguageChoice): BillInput {
  const charges = lines.map(({ tiyn, optional, name }) =>
    aCharge({
      service: { kk: name, ru: name },
      basis: 'flat-rate',
      quantity: undefined,
      unit: undefined,
      tariff: undefined,
      meters: [],
      // A charge is never negative; what was paid too much before is the opening balance.
      openingBalance: moneyText(Math.min(0, tiyn)),
      charged: moneyText(Math.max(0, tiyn)),
      optional,
    }),
  );
  return aBill({ layout, language, charges, meters: [] });
}
