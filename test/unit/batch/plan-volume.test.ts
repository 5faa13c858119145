// Volumes, their pages and their houses.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type BatchPlan, planBatch } from '../../../src/batch/plan.ts';
import type { PlanEntry } from '../../../src/batch/plan-entry.ts';
import { planHouses, planPages } from '../../../src/batch/plan-page.ts';
import { at, numbered, options } from './plan-entry.ts';

/** `houses` gives the number of flats of each house. */
function town(...houses: readonly number[]): readonly PlanEntry[] {
  return numbered(
    houses.flatMap((flats, house) =>
      Array.from({ length: flats }, (_, flat) =>
        at({ house: String(house + 1), flat: String(flat + 1), route: String(house >> 1) }),
      ),
    ),
  );
}

function sizes(plan: BatchPlan): number[] {
  return plan.volumes.map(({ sheetCount }) => sheetCount);
}

describe('volumes', () => {
  test('by count', () => {
    assert.deepEqual(sizes(planBatch(town(3, 4), options({ volumeSheets: 3 }))), [3, 3, 1]);
  });

  test('by bytes', () => {
    const entries = town(4).map((entry) => ({ ...entry, bytes: 400_000 }));
    const plan = planBatch(entries, options({ volumeBytes: 1_000_000 }));
    assert.deepEqual(sizes(plan), [2, 2]);
    assert.deepEqual(
      plan.volumes.map(({ bytes }) => bytes),
      [800_000, 800_000],
    );
  });

  test('a bill larger than a volume gets one of its own', () => {
    const entries = town(3).map((entry) => ({ ...entry, bytes: 4_000_000 }));
    assert.deepEqual(sizes(planBatch(entries, options({ volumeBytes: 1_000_000 }))), [1, 1, 1]);
  });

  test('houses stay whole', () => {
    const plan = planBatch(town(2, 2, 2), options({ volumeSheets: 5, breakAt: 'house' }));
    assert.deepEqual(sizes(plan), [4, 2]);
    assert.deepEqual(plan.warnings, []);
  });

  test('a house larger than a volume is divided, and that is said', () => {
    const plan = planBatch(town(1, 7, 1), options({ volumeSheets: 3, breakAt: 'house' }));
    assert.deepEqual(sizes(plan), [1, 3, 3, 2]);
    const [warning] = plan.warnings;
    assert.equal(warning?.code, 'GROUP_DIVIDED');
    assert.deepEqual(warning.details, { firstSequence: 2, lastSequence: 8 });
  });

  test('routes stay whole, or each begins a volume', () => {
    const given = { sort: 'route', volumeSheets: 5 };
    const entries = town(1, 1, 2, 1, 1);
    assert.deepEqual(sizes(planBatch(entries, options({ ...given, breakAt: 'route' }))), [5, 1]);
    const every = options({ ...given, breakAt: 'every-route' });
    assert.deepEqual(sizes(planBatch(entries, every)), [2, 3, 1]);
  });

  test('copies of a bill are not divided', () => {
    const entries = numbered([at({ flat: '1', copies: 2 }), at({ flat: '2', copies: 2 })]);
    assert.deepEqual(sizes(planBatch(entries, options({ volumeSheets: 3 }))), [2, 2]);
    assert.deepEqual(sizes(planBatch(entries, options({ volumeSheets: 1 }))), [2, 2]);
  });

  test('they hold every sheet once, in order, and add up', () => {
    const flats = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 });
    const given = fc.record({
      volumeSheets: fc.integer({ min: 1, max: 12 }),
      breakAt: fc.constantFrom('anywhere', 'house', 'route', 'every-route'),
      separators: fc.constantFrom('none', 'house', 'route'),
    });
    fc.assert(
      fc.property(flats, given, (houses, given) => {
        const plan = planBatch(town(...houses), options({ sort: 'route', ...given }));
        let sequence = 0;
        let amount = 0;
        for (const volume of plan.volumes) {
          assert.equal(volume.firstSequence, sequence + 1);
          let separators = 0;
          for (const page of planPages(plan, volume)) {
            if (page.kind === 'separator') separators += 1;
            else sequence += 1;
            if (page.kind === 'sheet') assert.equal(page.sequence, sequence);
          }
          assert.equal(volume.lastSequence, sequence);
          assert.equal(volume.separatorCount, separators);
          assert.ok(volume.sheetCount <= given.volumeSheets);
          amount += volume.amount;
        }
        assert.equal(sequence, plan.sheetCount);
        assert.equal(amount, plan.amount);
      }),
    );
  });
});

describe('pages', () => {
  const plan = planBatch(town(2, 3), options({ volumeSheets: 3, separators: 'house' }));
  const pages = plan.volumes.map((volume) =>
    [...planPages(plan, volume)].map((page) => {
      if (page.kind === 'sheet') return page.sequence;
      const { group, firstSequence, lastSequence, continued } = page;
      return `${group.address?.house}:${firstSequence}-${lastSequence}${continued ? '+' : ''}`;
    }),
  );

  test('a separator stands before each house, and again where a volume goes on with one', () => {
    assert.deepEqual(pages, [
      ['1:1-2', 1, 2, '2:3-3', 3],
      ['2:4-5+', 4, 5],
    ]);
  });

  test('the houses of a volume and where they begin', () => {
    const houses = plan.volumes.map((volume) =>
      planHouses(plan, volume).map(({ group, page }) => [group.address?.house, page]),
    );
    assert.deepEqual(houses, [
      [
        ['1', 1],
        ['2', 4],
      ],
      [['2', 1]],
    ]);
  });

  test('without separators too', () => {
    const bare = planBatch(town(2, 3), options());
    const [volume] = bare.volumes;
    assert.ok(volume);
    assert.deepEqual(
      planHouses(bare, volume).map(({ page }) => page),
      [1, 3],
    );
  });
});
