// Every way a thread can end a task, as the fault the caller sees.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Bug } from '../../../src/bug.ts';
import { failure } from '../../../src/fault.ts';
import { guard } from '../../../src/worker/guard.ts';
import { outcomeOf, outcomeOfLoss } from '../../../src/worker/outcome.ts';
import type { RenderOutcome } from '../../../src/worker/protocol.ts';

const rendered: RenderOutcome = {
  ok: true,
  value: {
    bytes: new Uint8Array(1),
    mediaType: 'application/pdf',
    account: '1',
    period: '2026-10',
    layout: 'almaty-city@1',
  },
  warnings: [],
};
const failed = failure([{ code: 'BILL_INVALID', message: 'The bill has no period.' }]);

describe('outcomeOf', () => {
  test('passes outcomes as they are', () => {
    for (const outcome of [rendered, failed]) {
      assert.equal(outcomeOf(outcome, unexpected), outcome);
    }
  });

  test('turns anything else into a bug', () => {
    const strange = [
      undefined,
      null,
      1,
      'ok',
      [],
      {},
      { ok: true },
      { ok: true, value: {}, warnings: [] },
      { ok: true, value: { bytes: 'x' }, warnings: [] },
      { ok: 'true', value: rendered.ok && rendered.value, warnings: [] },
      { ok: true, value: rendered.ok && rendered.value },
      { ok: false, faults: [], warnings: [] },
      { ok: false, warnings: [] },
    ];
    for (const answer of strange) {
      const bugs: Bug[] = [];
      check(
        outcomeOf(answer, (bug) => bugs.push(bug)),
        'INTERNAL',
      );
      assert.equal(bugs.length, 1);
    }
  });
});

test('outcomeOfLoss knows the texts of piscina and of Node', () => {
  const memory = Object.assign(new Error('any'), { code: 'ERR_WORKER_OUT_OF_MEMORY' });
  check(outcomeOfLoss(memory, undefined, unexpected), 'WORKER_LOST', { reason: 'memory' });
  const exit = new Error('worker exited with code: 3');
  check(outcomeOfLoss(exit, undefined, unexpected), 'WORKER_LOST', { reason: 'exit' });
  const ended = new Error('Terminating worker thread');
  check(outcomeOfLoss(ended, undefined, unexpected), 'WORKER_LOST', { reason: 'exit' });
  const timeout = { limitMs: 250, stage: 'running' };
  check(outcomeOfLoss(new Error('aborted'), 250, unexpected), 'RENDER_TIMEOUT', timeout);
  const bugs: Bug[] = [];
  const report = (bug: Bug) => bugs.push(bug);
  check(outcomeOfLoss(new Error('anything else'), undefined, report), 'INTERNAL');
  check(outcomeOfLoss('not an error', undefined, report), 'INTERNAL');
  assert.equal(bugs.length, 2);
});

describe('guard', () => {
  test('passes outcomes', async () => {
    assert.equal(await guard(async () => rendered, unexpected), rendered);
  });

  test('turns an error, thrown or rejected, into a fault with a number to quote', async () => {
    const bugs: Bug[] = [];
    const secret = '000123457';
    const outcome = await guard(
      () => {
        throw new Error(secret);
      },
      (bug) => bugs.push(bug),
    );
    check(outcome, 'INTERNAL', { correlationId: bugs[0]?.correlationId });
    await guard(
      () => Promise.reject(new Error(secret)),
      (bug) => bugs.push(bug),
    );
    assert.equal(bugs.length, 2);
    assert.notEqual(bugs[0]?.correlationId, bugs[1]?.correlationId);
    assert.ok(!JSON.stringify([outcome, bugs]).includes(secret));
  });
});

function check(outcome: RenderOutcome, code: string, details?: object): void {
  assert.ok(!outcome.ok);
  assert.equal(outcome.faults[0]?.code, code);
  if (details !== undefined) assert.deepEqual(outcome.faults[0]?.details, details);
}

function unexpected(): never {
  assert.fail('nothing to report');
}
