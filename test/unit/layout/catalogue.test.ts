// Which layout a bill gets: ids, pinned revisions, validity by period, the nearest ids.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Catalogue, createCatalogue, findLayout } from '../../../src/layout/catalogue.ts';
import type { LayoutPackage } from '../../../src/layout/package.ts';
import { aLayout } from '../../support/a-layout.ts';

const plain = aLayout();

/** Only what the catalogue looks at differs. */
function revisionOf(id: string, revision: number, from: string, to?: string): LayoutPackage {
  const valid = to === undefined ? { from } : { from, to };
  return { ...plain, reference: `${id}@${revision}`, file: { ...plain.file, id, revision, valid } };
}

function catalogueOf(...layouts: readonly LayoutPackage[]): Catalogue {
  const catalogue = createCatalogue(layouts);
  assert.ok(catalogue.ok);
  return catalogue.value;
}

const catalogue = catalogueOf(
  revisionOf('city', 2, '2024-01', '2025-12'),
  revisionOf('water', 1, '2020-01'),
  revisionOf('city', 1, '2020-04', '2023-12'),
  revisionOf('city', 10, '2025-06'),
);

function check(wanted: string, period: string | undefined, expected: string): void {
  const found = findLayout(catalogue, wanted, period);
  assert.equal(found.ok && found.value.reference, expected, `${wanted} in ${period}`);
}

function refused(wanted: string, period?: string) {
  const found = findLayout(catalogue, wanted, period);
  assert.ok(!found.ok);
  const [fault] = found.faults;
  assert.equal(found.faults.length, 1);
  assert.deepEqual([fault?.code, fault?.pointer], ['LAYOUT_UNKNOWN', '/layout']);
  return { nearest: fault?.details?.nearest, message: fault?.message ?? '' };
}

test('layouts are in the order of ids, then of revisions as numbers', () => {
  assert.deepEqual(
    catalogue.layouts.map(({ reference }) => reference),
    ['city@1', 'city@2', 'city@10', 'water@1'],
  );
});

test('the period finds the revision that was valid then, both ends included', () => {
  check('city', '2020-04', 'city@1');
  check('city', '2023-12', 'city@1');
  check('city', '2024-01', 'city@2');
  check('water', '2030-01', 'water@1');
});

test('of several valid revisions the highest is taken', () => {
  check('city', '2025-06', 'city@10');
  check('city', undefined, 'city@10');
});

test('a pinned revision is taken whatever the period', () => {
  check('city@1', '2026-10', 'city@1');
  check('city@10', '2020-04', 'city@10');
});

test('an unknown id is told the nearest ones', () => {
  assert.deepEqual(refused('ctiy').nearest, ['city', 'water']);
  assert.deepEqual(refused('watr').nearest, ['water', 'city']);
  assert.deepEqual(refused('').nearest, ['city', 'water']);
});

test('at most three are named', () => {
  const many = catalogueOf(...['aa', 'ab', 'ac', 'zz'].map((id) => revisionOf(id, 1, '2020-01')));
  const found = findLayout(many, 'ad');
  assert.deepEqual(!found.ok && found.faults[0]?.details?.nearest, ['aa', 'ab', 'ac']);
});

test('an unknown revision and a period before the first are told what there is', () => {
  const all = ['city@1', 'city@2', 'city@10'];
  assert.deepEqual(refused('city@3').nearest, all);
  assert.deepEqual(refused('city@01').nearest, all);
  assert.deepEqual(refused('city', '2019-12').nearest, all);
  assert.match(refused('city', '2019-12').message, /2019-12/);
});

test('what was asked for is not repeated in the message', () => {
  assert.ok(!refused('../../etc/passwd').message.includes('passwd'));
});

test('two folders with the same revision are a fault', () => {
  const outcome = createCatalogue([plain, plain]);
  assert.deepEqual(!outcome.ok && outcome.faults.map(({ code, source }) => [code, source]), [
    ['LAYOUT_BROKEN', 'plain@1'],
  ]);
});
