// Accounts that come more than once: found, counted, the first ones named by their lines.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { planBatch } from '../../../src/batch/plan.ts';
import { numbered, options, plain } from './plan-entry.ts';

function warningsOf(accounts: readonly string[]) {
  const entries = numbered(accounts.map((account) => plain({ account })));
  return planBatch(entries, options({ sort: 'as-sent' })).warnings;
}

test('all lines of an account, the accounts as they came', () => {
  const [warning, ...others] = warningsOf(['7', '8', '007', '8', '9', '7', '8']);
  assert.deepEqual(others, []);
  assert.equal(warning?.code, 'ACCOUNT_REPEATED');
  assert.deepEqual(warning.details, { accounts: 2, lines: ['1 and 6', '2 and 4 and 7'] });
  assert.match(warning.message, /^2 accounts .* lines 1 and 6; 2 and 4 and 7\. All are printed\.$/);
});

test('the same number in the books of another layout is another account', () => {
  const entries = ['town@1', 'town@2', 'village@1'].map((layout) =>
    plain({ account: '7', layout }),
  );
  const [warning] = planBatch(numbered(entries), options({ sort: 'as-sent' })).warnings;
  assert.deepEqual(warning?.details, { accounts: 1, lines: ['1 and 2'] });
});

test('ten are named, all are counted', () => {
  const accounts = Array.from({ length: 400 }, (_, index) => `A-${index % 200}`);
  const [warning] = warningsOf(accounts);
  assert.equal(warning?.details?.accounts, 200);
  const lines = Array.from({ length: 10 }, (_, index) => `${index + 1} and ${index + 201}`);
  assert.deepEqual(warning.details.lines, lines);
});

test('accounts that differ little are not the same', () => {
  const numbers = Array.from({ length: 100_000 }, (_, index) => String(index).padStart(9, '0'));
  assert.deepEqual(warningsOf(numbers), []);
});

test('as many as there are', () => {
  const accounts = fc.array(fc.constantFrom('1', '2', '3', '01', 'А', 'A', '1 '), { maxLength: 9 });
  fc.assert(
    fc.property(accounts, (given) => {
      const counts = [...Map.groupBy(given, (account) => account).values()];
      const repeated = counts.filter(({ length }) => length > 1).length;
      assert.equal(warningsOf(given)[0]?.details?.accounts ?? 0, repeated);
    }),
  );
});
