// Whatever the bill and the rung: every amount is printed, once and in order, and none is changed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Bill } from '../../src/bill/schema.ts';
import { formatMoney, formatMoneyWithSign } from '../../src/format/number.ts';
import { findLayout } from '../../src/layout/catalogue.ts';
import type { Resources } from '../../src/render/resources.ts';
import { typesetBill } from '../../src/render/typeset-bill.ts';
import type { Page } from '../../src/typeset/page.ts';
import { anyBill } from '../support/generate-bill.ts';
import { linesWith, parsed, resources, textsOf } from '../support/render.ts';
import { numRuns } from './runs.ts';

/** What is said of the page of every bill that fits. */
function checkPages(check: (page: Page, bill: Bill) => void): void {
  let pages = 0;
  fc.assert(
    fc.property(anyBill, (input) => {
      const bill = parsed(input);
      const outcome = typesetBill(bill, resources);
      if (!outcome.ok) return;
      pages += 1;
      check(outcome.value.page, bill);
    }),
    { numRuns },
  );
  assert.ok(pages > numRuns / 3, `only ${pages} of ${numRuns} bills fit: generate smaller ones`);
}

/** Texts that a template line with this snippet printed, in reading order. */
function printedBy(page: Page, snippet: string): readonly string[] {
  const lines = linesWith(snippet);
  return textsOf(page).flatMap(({ source, text }) => (lines.has(source) ? text : []));
}

/** Obligatory charges first, each group in the order of the bill. */
function inPrintOrder({ charges }: Bill): Bill['charges'] {
  return [...charges.filter((one) => !one.optional), ...charges.filter((one) => one.optional)];
}

test('the due of every charge is printed once, in order', () => {
  checkPages((page, bill) => {
    const expected = inPrintOrder(bill).map(({ due }) => formatMoney(due));
    assert.deepEqual(printedBy(page, '{{cell "due" (money due)}}'), expected);
  });
});

test('the printed totals are the bill’s', () => {
  checkPages((page, bill) => {
    assert.deepEqual(printedBy(page, '(moneyWithSign totalDue)'), [
      formatMoneyWithSign(bill.totalDue),
    ]);
    const obligatory = bill.charges.some((charge) => !charge.optional);
    const inTable = obligatory ? [formatMoney(bill.totalDue)] : [];
    assert.deepEqual(printedBy(page, '(money totalDue)'), inTable);
    const optional = bill.charges.some((charge) => charge.optional);
    const own = optional ? [formatMoney(bill.optionalDue ?? 0)] : [];
    assert.deepEqual(printedBy(page, '(money optionalDue)'), own);
  });
});

test('every amount of every charge is printed, zeros as dashes or not at all', () => {
  const columns = ['openingBalance', 'recalculation', 'penalty', 'paid', 'benefit'] as const;
  checkPages((page, bill) => {
    const charges = inPrintOrder(bill);
    for (const column of columns) {
      const amounts = charges.map((charge) => charge[column]);
      const shown = amounts.map((amount) => (amount === 0 ? '–' : formatMoney(amount)));
      const expected = amounts.some((amount) => amount !== 0) ? shown : [];
      assert.deepEqual(printedBy(page, `(amount ${column})`), expected, column);
    }
    const charged = charges.flatMap(({ charged: own, lines }) => [own, ...lines.map(chargedOf)]);
    assert.deepEqual(printedBy(page, '{{cell "charged" '), charged.map(formatMoney));
  });
});

function chargedOf({ charged }: Bill['charges'][number]['lines'][number]): number {
  return charged;
}

test('fitting changes no figure: a sheet without end prints the same ones', () => {
  const endless = endlessResources();
  checkPages((page, bill) => {
    const roomy = typesetBill(bill, endless);
    // Width can still fail on the first rungs; then the sheet without end climbs as well.
    assert.ok(roomy.ok, JSON.stringify(roomy));
    assert.deepEqual(figuresOf(page), figuresOf(roomy.value.page));
  });
});

/** The layout on a sheet of ten metres. */
function endlessResources(): Resources {
  const found = findLayout(resources.catalogue, 'almaty-city');
  assert.ok(found.ok);
  const endless = { ...found.value, page: { ...found.value.page, height: 28_000 } };
  return { ...resources, catalogue: { layouts: [endless] } };
}

/** Amounts, quantities, tariffs and readings, sorted: all that is a figure and nothing else. */
function figuresOf(page: Page): readonly string[] {
  return textsOf(page)
    .map(({ text }) => text)
    .filter((text) => /^[−\d\u00a0]+(?:,\d+)?(?:\u00a0₸)?$/.test(text))
    .toSorted();
}
