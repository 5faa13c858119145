// The proof run: what is shown, and what it is too short for.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planBatch } from '../../../src/batch/plan.ts';
import type { PlanEntry, RiskFacts } from '../../../src/batch/plan-entry.ts';
import { numbered, options, plain } from './plan-entry.ts';

function bill(risk: Partial<RiskFacts>, more: Partial<PlanEntry> = {}): PlanEntry {
  return plain({ ...more, risk: { lines: 5, longestName: 20, lowestDue: 0, ...risk } });
}

const risky = numbered([
  bill({}),
  bill({ lines: 24, rung: 'floor' }),
  bill({ longestName: 140 }),
  bill({}, { amount: 9_000_000 }),
  bill({ lowestDue: -500 }),
  bill({}, { amount: 0 }),
  bill({ rung: 'normal' }),
  bill({}, { layout: 'village@2' }),
  bill({}),
]);

function proof(size: number) {
  return planBatch(risky, options({ sort: 'as-sent', proof: size }));
}

test('every risk is shown once there is room', () => {
  const { proof: run, warnings } = proof(8);
  assert.deepEqual(
    run.picks.map(({ line, risks }) => [line, risks.map(({ kind }) => kind).join(' ')]),
    [
      [2, 'most-lines rung'],
      [3, 'longest-name'],
      [4, 'largest-sum'],
      [5, 'overpayment'],
      [6, 'zero-sum'],
      [7, 'rung'],
      [8, 'most-lines longest-name largest-sum'],
      [9, ''],
    ],
  );
  assert.deepEqual(warnings, []);
});

test('a short run shows each layout first, and says what it leaves out', () => {
  const { proof: run, warnings } = proof(2);
  assert.deepEqual(
    run.picks.map(({ line }) => line),
    [2, 8],
  );
  assert.deepEqual(
    run.leftOut.map(({ kind }) => kind),
    ['rung', 'longest-name', 'largest-sum', 'overpayment', 'zero-sum'],
  );
  assert.equal(warnings[0]?.code, 'PROOF_INCOMPLETE');
  assert.equal(warnings[0]?.details?.leftOut, 5);
});

test('a run as long as the batch shows all of it', () => {
  assert.deepEqual(
    proof(100).proof.picks.map(({ line }) => line),
    [1, 2, 3, 4, 5, 6, 7, 8, 9],
  );
});

test('none is asked for, none is chosen', () => {
  assert.deepEqual(proof(0).proof, { picks: [], leftOut: [], warnings: [] });
});
