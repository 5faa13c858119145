// The fitting ladder, climbed line by line: rungs in their declared order, and past the last one a
// refusal in millimetres. And one rung alone, for bills whose rung is known.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { BillInput } from '../../src/bill/schema.ts';
import { findLayout } from '../../src/layout/catalogue.ts';
import { typesetBill } from '../../src/render/typeset-bill.ts';
import { root } from '../golden/case.ts';
import { generated } from '../support/generated.ts';
import { parsed, resources, typeset } from '../support/render.ts';

const ids = [...new Set(resources.catalogue.layouts.map(({ file }) => file.id))];

/** More lines than any sheet holds. */
const most = 120;

for (const id of ids) {
  test(`${id}: a bill climbs the ladder line by line and is refused past its end`, () => {
    const found = findLayout(resources.catalogue, id);
    assert.ok(found.ok);
    const order = found.value.editions.map(({ rung }) => rung.id);
    const luxuries = found.value.editions.filter(({ rung }) => rung.isLuxury).length;
    const climbed = order.slice(luxuries);
    let highest = 0;
    for (let added = 0; added <= most; added += 1) {
      const outcome = typeset(withLines(readCrowded(id), added));
      if (!outcome.ok) {
        const [fault] = outcome.faults;
        assert.equal(fault?.code, 'DOES_NOT_FIT');
        assert.ok(Number(fault?.details?.neededMm) > Number(fault?.details?.availableMm));
        assert.deepEqual(fault?.details?.rungsTried, climbed);
        assert.ok(added > 0, 'the crowded sample itself is refused');
        return;
      }
      const rung = order.indexOf(outcome.value.rung);
      assert.ok(rung >= highest, `${added} lines more stand on an earlier rung`);
      highest = rung;
    }
    assert.fail(`${most} lines more still fit`);
  });
}

test('a bill that is set again on the rung it stood on is the same page with the same warnings', () => {
  const lines = generated({ seed: 11, crowded: 0.3 });
  const rungs = new Set<string>();
  for (let index = 0; index < 150; index += 1) {
    const bill = parsed(JSON.parse(lines.at(index).text));
    const climbed = typesetBill(bill, resources);
    assert.ok(climbed.ok);
    const { rung, page } = climbed.value;
    rungs.add(rung);
    const again = typesetBill(bill, resources, { rung });
    assert.ok(again.ok);
    assert.equal(again.value.rung, rung);
    assert.deepEqual(again.value.page, page);
    assert.deepEqual(again.warnings, climbed.warnings);
  }
  assert.ok(rungs.size >= 4, `only ${[...rungs].join(', ')} were met`);
});

function readCrowded(id: string): BillInput {
  return JSON.parse(readFileSync(join(root, 'samples', id, 'crowded.json'), 'utf8'));
}

/** The same bill with more lines that cost nothing, so that every sum stays right. */
function withLines(bill: BillInput, count: number): BillInput {
  const [first] = bill.charges;
  const line = {
    supplier: first?.supplier ?? '',
    service: { kk: 'Қосымша қызмет', ru: 'Дополнительная услуга' },
    basis: 'flat-rate' as const,
    openingBalance: '0.00',
    charged: '0.00',
    due: '0.00',
  };
  return { ...bill, charges: [...bill.charges, ...Array.from({ length: count }, () => line)] };
}
