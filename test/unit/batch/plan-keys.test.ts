// Keys outside of the heap are ordered as strings are.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Keys } from '../../../src/batch/plan-keys.ts';

test('as strings of the letters that accounts and addresses have', () => {
  const letters = fc.constantFrom(...'019AZaz./-ӘЖәжҰұҺ№');
  const texts = fc.array(fc.string({ unit: letters, maxLength: 6 }), { minLength: 1 });
  fc.assert(
    fc.property(texts, (all) => {
      const keys = new Keys();
      for (const text of all) keys.push(text);
      const order = [...all.keys()].sort((a, b) => keys.compare(a, b) || a - b);
      const expected = [...all.keys()].sort((a, b) => {
        const [left = '', right = ''] = [all[a], all[b]];
        return left < right ? -1 : left > right ? 1 : a - b;
      });
      assert.deepEqual(order, expected);
    }),
  );
});

test('any number of them', () => {
  const keys = new Keys();
  const count = 20_000;
  for (let index = 0; index < count; index += 1) keys.push(`account ${count - index + 10_000}`);
  assert.ok(keys.compare(0, count - 1) > 0);
  assert.equal(Math.sign(keys.compare(5, 4)), -1);
  assert.equal(keys.compare(7, 7), 0);
});
