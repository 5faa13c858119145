// A form comes again if it was met before, within a memory that has an end.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Repeats } from '../../../src/draw/repeats.ts';

test('the first time is new, the next ones are not', () => {
  const repeats = new Repeats();
  assert.deepEqual(
    ['a', 'b', 'a', 'a', 'b'].map((id) => repeats.meets(id)),
    [false, false, true, true, true],
  );
});

test('what is met again and again is never forgotten, what is not is', () => {
  const repeats = new Repeats();
  repeats.meets('often');
  repeats.meets('once');
  for (let index = 0; index < 40_000; index += 1) {
    repeats.meets(`${index}`);
    if (index % 1000 === 0) assert.equal(repeats.meets('often'), true);
  }
  assert.equal(repeats.meets('once'), false);
});
