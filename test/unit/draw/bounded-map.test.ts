// A map with an end: what stays and what goes.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { BoundedMap } from '../../../src/draw/bounded-map.ts';

it('makes a value once and forgets what was asked for longest ago', () => {
  const made: string[] = [];
  const map = new BoundedMap<string, string>(2);
  const get = (key: string) =>
    map.get(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  assert.deepEqual(['a', 'b', 'a', 'c', 'a', 'b'].map(get), ['A', 'B', 'A', 'C', 'A', 'B']);
  assert.deepEqual(made, ['a', 'b', 'c', 'b']);
});
