// Invented bills are good bills: accepted without a warning, on one sheet, the same every time.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseBillJson } from '../../../src/bill/parse.ts';
import type { Bill } from '../../../src/bill/schema.ts';
import type { Outcome } from '../../../src/fault.ts';
import { type TypesetBill, typesetBill } from '../../../src/render/typeset-bill.ts';
import { generated, ids } from '../../support/generated.ts';
import { resources } from '../../support/render.ts';

const today = '2026-11-06';

function accepted(text: string): Bill {
  const outcome = parseBillJson(text, { today });
  assert.ok(outcome.ok, `${JSON.stringify(outcome)} ${text}`);
  assert.deepEqual(outcome.warnings, [], text);
  return outcome.value;
}

test('there is a recipe for every layout', () => {
  const layouts = new Set(resources.catalogue.layouts.map(({ file }) => file.id));
  assert.deepEqual(new Set(ids), layouts);
});

describe('every bill is accepted and fits', () => {
  for (const id of ids) {
    test(id, () => {
      const rungs = new Set<string>();
      for (const [crowded, count] of [
        [undefined, 150],
        [1, 100],
      ] as const) {
        const lines = generated({ layouts: [id], ...(crowded !== undefined && { crowded }) });
        for (let index = 0; index < count; index += 1) {
          const { text } = lines.at(index);
          const outcome = typesetBill(accepted(text), resources);
          assert.ok(outcome.ok, `${JSON.stringify(outcome)} ${text}`);
          rungs.add(outcome.value.rung);
        }
      }
      assert.ok(rungs.size > 1, `all stand on one rung of the ladder: ${[...rungs]}`);
    });
  }
});

test('in other periods too, over the turn of a year', () => {
  for (const period of ['2025-12', '2026-01', '2027-02']) {
    const lines = generated({ period, seed: 7 });
    for (let index = 0; index < 60; index += 1) accepted(lines.at(index).text);
  }
});

test('together they climb most of the ladder, and most are ordinary', () => {
  const count = 600;
  const bills = Array.from({ length: count }, (_, index) => accepted(generatedOnce.at(index).text));
  const share = (is: (bill: Bill) => boolean) => bills.filter(is).length / count;
  const dues = (bill: Bill) => bill.charges.map(({ due }) => due);
  assert.ok(share((bill) => dues(bill).some((due) => due < 0)) > 0.02, 'overpayments');
  assert.ok(share((bill) => bill.totalDue === 0) > 0.002, 'nothing due');
  assert.ok(share((bill) => bill.charges.some(({ penalty }) => penalty > 0)) > 0.03, 'penalties');
  assert.ok(share((bill) => bill.charges.some(({ benefit }) => benefit > 0)) > 0.01, 'benefits');
  assert.ok(share((bill) => bill.houseMeters.length > 0) > 0.05, 'house meters');
  assert.ok(share((bill) => bill.charges.some(({ basis }) => basis === 'norm')) > 0.03, 'norms');
  assert.ok(share((bill) => bill.charges.some(({ basis }) => basis === 'average')) > 0.01);
  const settled = (bill: Bill) =>
    bill.charges.every(({ openingBalance, paid }) => openingBalance === paid);
  assert.ok(share(settled) > 0.5, 'ordinary bills');
});

const generatedOnce = generated();

describe('the same seed gives the same bills', () => {
  test('whatever was asked for before', () => {
    const [forward, backward] = [generated(), generated()];
    const indices = Array.from({ length: 40 }, (_, index) => index * 97);
    const first = indices.map((index) => forward.at(index).text);
    const again = indices.toReversed().map((index) => backward.at(index).text);
    assert.deepEqual(again.reverse(), first);
  });

  test('whatever the length and the bad lines of the batch', () => {
    const marred = generated({ bad: { lines: 17, of: 300 } });
    let bad = 0;
    for (let index = 0; index < 300; index += 1) {
      const { text, expected } = marred.at(index);
      if (expected === undefined) assert.equal(text, generatedOnce.at(index).text);
      else bad += 1;
    }
    assert.equal(bad, 17);
  });

  test('and another seed others', () => {
    assert.notEqual(generated({ seed: 2 }).at(5).text, generatedOnce.at(5).text);
  });
});

describe('bad lines are refused as expected', () => {
  test('each way, in each layout', () => {
    const lines = generated({ bad: { share: 1 } });
    const seen = new Set<string>();
    for (let index = 0; index < 48; index += 1) {
      const { text, expected } = lines.at(index);
      const outcome = fullOutcome(text);
      assert.ok(!outcome.ok, text);
      const codes = outcome.faults.map(({ code }) => code);
      assert.ok(expected !== undefined && codes.includes(expected), `${codes}, not ${expected}`);
      seen.add(expected);
    }
    assert.deepEqual([...seen].sort(), [
      'BILL_CONTRADICTORY',
      'BILL_INVALID',
      'DOES_NOT_FIT',
      'GLYPH_MISSING',
      'LAYOUT_UNKNOWN',
      'REQUEST_MALFORMED',
    ]);
  });

  test('a share is about that many', () => {
    const lines = generated({ bad: { share: 0.1 } });
    let bad = 0;
    for (let index = 0; index < 1000; index += 1) bad += lines.at(index).expected ? 1 : 0;
    assert.ok(bad > 60 && bad < 140, `${bad}`);
  });
});

function fullOutcome(text: string): Outcome<TypesetBill> {
  const parsed = parseBillJson(text, { today });
  return parsed.ok ? typesetBill(parsed.value, resources) : parsed;
}
