// Which values say the same, and that those are one object.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { samePhrase, saysSame } from '../../../src/compose/same.ts';

test('phrases of words that came before in every language are one', () => {
  samePhrase({ kk: 'Жылу', ru: 'Отопление' });
  const phrase = samePhrase({ kk: 'Жылу', ru: 'Отопление' });
  assert.equal(samePhrase({ kk: 'Жылу', ru: 'Отопление' }), phrase);
  for (const other of [{ kk: 'Жылу' }, { kk: 'Жылу', ru: 'Тепло' }, { kk: 'Жылу', en: 'Heat' }]) {
    assert.deepEqual(samePhrase(other), other);
  }
});

test('values say the same if every part does', () => {
  const value = { a: [1, { b: 'x' }], c: null };
  const same = [{ ...value }, { c: null, a: [1, { b: 'x' }] }, { ...value, d: undefined }];
  for (const one of same) assert.ok(saysSame(value, one) && saysSame(one, value));
  const others = [
    { a: [1, { b: 'x' }] },
    { ...value, c: 0 },
    { ...value, d: 1 },
    { ...value, a: [1] },
    { ...value, a: [1, { b: 'x' }, 2] },
    { ...value, a: { 0: 1, 1: { b: 'x' } } },
    null,
    'value',
  ];
  for (const one of others) assert.ok(!saysSame(value, one) && !saysSame(one, value));
});
