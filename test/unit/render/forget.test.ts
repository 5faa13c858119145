// Layouts compiled anew, so that what bills left in them is gone: the same pages as before.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgetBills } from '../../../src/render/forget.ts';
import { typesetBill } from '../../../src/render/typeset-bill.ts';
import { generated } from '../../support/generated.ts';
import { parsed, resources } from '../../support/render.ts';

test('what was kept from bill to bill changes no page, and neither does letting go of it', () => {
  const lines = generated({ seed: 5 });
  const bills = Array.from({ length: 24 }, (_, at) => parsed(JSON.parse(lines.at(at).text)));
  const before = bills.map((bill) => typesetBill(bill, resources));
  const renewed = forgetBills(resources);
  const after = bills.toReversed().map((bill) => typesetBill(bill, renewed));
  for (const [at, outcome] of after.toReversed().entries()) {
    const other = before[at];
    assert.ok(outcome.ok && other?.ok);
    assert.deepEqual(outcome.value.page, other.value.page);
    assert.deepEqual(outcome.warnings, other.warnings);
    assert.equal(outcome.value.rung, other.value.rung);
  }
});

test('nothing of the old packages but what no bill changes is in the new ones', () => {
  const { catalogue } = forgetBills(resources);
  for (const [at, layout] of catalogue.layouts.entries()) {
    const old = resources.catalogue.layouts[at];
    assert.ok(old !== undefined && layout !== old && layout.run !== old.run);
    assert.equal(layout.digest, old.digest);
    assert.deepEqual(layout.editions, old.editions);
    const shared = layout.editions.filter((edition) => old.editions.includes(edition));
    assert.deepEqual(shared, []);
  }
});
