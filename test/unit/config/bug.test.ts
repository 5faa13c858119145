// What may be logged about an unexpected error: never its message.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeBug } from '../../../src/bug.ts';

const secret = 'Үлгі Тұтынушы 000123457';

test('the message stays out, the place stays in', () => {
  for (const error of [
    new SyntaxError(`Unexpected token in ${secret}`),
    new Error(`first line\n    at ${secret}\nlast line`),
    Object.assign(new Error(secret), { code: 'ERR_SOMETHING' }),
  ]) {
    const bug = describeBug(error, 'id');
    assert.ok(!JSON.stringify(bug).includes('000123457'));
    assert.ok(bug.frames.some((frame) => frame.includes('bug.test.ts')));
    assert.equal(bug.name, error.name);
    assert.equal(bug.correlationId, 'id');
  }
});

test('the code of the error is kept', () => {
  const error = Object.assign(new Error(secret), { code: 'ERR_SOMETHING' });
  assert.equal(describeBug(error, 'id').code, 'ERR_SOMETHING');
});

test('what is not an error is named by its type only', () => {
  assert.deepEqual(describeBug(secret, 'id'), { correlationId: 'id', name: 'string', frames: [] });
});
