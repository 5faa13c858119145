// Order, sequence numbers, groups and totals of a plan.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { planBatch } from '../../../src/batch/plan.ts';
import type { PlanEntry } from '../../../src/batch/plan-entry.ts';
import { at, numbered, options, plain } from './plan-entry.ts';

/** Lines of the request in the order of printing. */
function order(entries: readonly PlanEntry[], given: Record<string, unknown> = {}): number[] {
  const plan = planBatch(numbered(entries), options(given));
  return [...plan.entryOf].map((entry) => plan.lineOf[entry] ?? 0);
}

describe('order', () => {
  const houses = ['101', '12к2', '12А', '12'].map((house) => at({ house }));

  test('houses in natural order', () => assert.deepEqual(order(houses), [4, 3, 2, 1]));

  test('postcode before street before house before entrance before flat', () => {
    const entries = [
      at({ postcode: '050002', street: 'А', house: '1', flat: '1' }),
      at({ street: 'Б', house: '1', flat: '1' }),
      at({ street: 'А', house: '2', flat: '1' }),
      at({ street: 'А', house: '1', entrance: '2', flat: '1' }),
      at({ street: 'А', house: '1', entrance: '1', flat: '10' }),
      at({ street: 'А', house: '1', entrance: '1', flat: '9' }),
      at({ street: 'А', house: '1' }),
    ];
    assert.deepEqual(order(entries), [7, 6, 5, 4, 3, 2, 1]);
  });

  test('the route counts only where it is asked for', () => {
    const entries = [at({ route: '2', street: 'А' }), at({ route: '1', street: 'Б' })];
    assert.deepEqual(order(entries), [1, 2]);
    assert.deepEqual(order(entries, { sort: 'route' }), [2, 1]);
  });

  test('by account: numbers as numbers', () => {
    const entries = ['100', '20', 'A-3', '0003'].map((account) => plain({ account }));
    assert.deepEqual(order(entries, { sort: 'account' }), [4, 2, 1, 3]);
  });

  test('as sent', () => assert.deepEqual(order(houses, { sort: 'as-sent' }), [1, 2, 3, 4]));

  test('equals stay as they came', () => {
    const same = [at({ house: '7' }), at({ house: '07' }), at({ house: '7 ' }), at({ house: '6' })];
    assert.deepEqual(order(same), [4, 1, 2, 3]);
    const accounts = ['7', '07', '7'].map((account) => plain({ account }));
    assert.deepEqual(order(accounts, { sort: 'account' }), [1, 2, 3]);
  });

  test('bills without delivery come last, and that is said', () => {
    const entries = numbered([plain(), at({ postcode: 'я' }), plain()]);
    const plan = planBatch(entries, options());
    assert.deepEqual([...plan.entryOf], [1, 0, 2]);
    const [warning] = plan.warnings;
    assert.equal(warning?.code, 'DELIVERY_MISSING');
    assert.equal(warning.details?.bills, 2);
    assert.equal(plan.houses?.at(1).address, undefined);
    assert.deepEqual(planBatch(entries, options({ sort: 'as-sent' })).warnings, []);
  });

  test('every bill is there once, whatever the order', () => {
    const place = fc.record({
      house: fc.constantFrom('1', '2', '12А', '12'),
      flat: fc.constantFrom('1', '10', '9'),
      copies: fc.integer({ min: 1, max: 3 }),
    });
    const sort = fc.constantFrom('address', 'route', 'account', 'as-sent');
    fc.assert(
      fc.property(fc.array(place, { maxLength: 40 }), sort, (places, sort) => {
        const plan = planBatch(numbered(places.map((one) => at(one))), options({ sort }));
        const copies = places.map(() => 0);
        for (const entry of plan.entryOf) copies[entry] = (copies[entry] ?? 0) + 1;
        assert.deepEqual(
          copies,
          places.map((one) => one.copies),
        );
      }),
    );
  });
});

describe('copies', () => {
  const entries = numbered([at({ flat: '2' }), at({ flat: '1', copies: 3 })]);
  const plan = planBatch(entries, options());

  test('stand together, each a sheet of its own', () => {
    assert.equal(plan.sheetCount, 4);
    assert.deepEqual([...plan.entryOf], [1, 1, 1, 0]);
    assert.deepEqual([...plan.copyOf], [1, 2, 3, 1]);
    assert.deepEqual([...plan.copiesOf], [3, 3, 3, 1]);
  });

  test('ask for their sum once', () => {
    assert.equal(plan.billCount, 2);
    assert.equal(plan.amount, 200);
    assert.equal(plan.houses?.at(0).amount, 200);
  });
});

describe('groups', () => {
  const entries = numbered([
    at({ route: '2', house: '12A' }, { amount: 5 }),
    at({ route: '1', house: '3' }, { amount: 7 }),
    at({ route: '2', house: '12а' }, { amount: 11 }),
  ]);

  test('houses with counts, total and the first spelling', () => {
    const { houses } = planBatch(entries, options());
    assert.equal(houses?.count, 2);
    assert.deepEqual(houses.at(1), {
      kind: 'house',
      address: { postcode: '050000', street: 'Үлгі', house: '12A' },
      firstSequence: 2,
      lastSequence: 3,
      sheetCount: 2,
      billCount: 2,
      amount: 16,
    });
    assert.deepEqual([1, 2, 3].map(houses.indexOf), [0, 1, 1]);
  });

  test('routes where the order is by route', () => {
    const { routes, houses } = planBatch(entries, options({ sort: 'route' }));
    assert.deepEqual(routes?.at(1).address, { postcode: '050000', route: '2' });
    assert.equal(routes?.at(1).amount, 16);
    assert.equal(houses?.at(0).address?.route, '1');
    assert.equal(planBatch(entries, options()).routes, undefined);
  });

  test('neither where the order scatters them', () => {
    const { routes, houses } = planBatch(entries, options({ sort: 'account' }));
    assert.deepEqual([routes, houses], [undefined, undefined]);
  });
});

test('an empty batch has a plan without sheets', () => {
  const plan = planBatch([], options({ separators: 'house', proof: 5 }));
  assert.deepEqual([plan.sheetCount, plan.volumes, plan.proof.picks], [0, [], []]);
});
