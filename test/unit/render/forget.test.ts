// What bills left behind is let go of: the same pages as before.

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
  forgetBills();
  const after = bills.toReversed().map((bill) => typesetBill(bill, resources));
  for (const [at, outcome] of after.toReversed().entries()) {
    const other = before[at];
    assert.ok(outcome.ok && other?.ok);
    assert.deepEqual(outcome.value.page, other.value.page);
    assert.deepEqual(outcome.warnings, other.warnings);
    assert.equal(outcome.value.rung, other.value.rung);
  }
});
