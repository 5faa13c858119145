// What is remembered: how much, for how long, and what is left alone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Memo } from '../../../src/layout/memo.ts';

/** Asks for a key as users do: what is not there is made. What comes twice is kept. */
function ask(memo: Memo<string, object>, key: string): object {
  const known = memo.get(key);
  if (known !== undefined) return known;
  const made = { key };
  memo.set(key, made);
  return made;
}

test('what comes back is the same object', () => {
  const memo = new Memo<string, object>();
  ask(memo, 'a');
  assert.equal(ask(memo, 'a'), ask(memo, 'a'));
  assert.notEqual(ask(memo, 'a'), ask(memo, 'b'));
});

test('what comes once is not kept, and does not push out what comes back', () => {
  const memo = new Memo<string, object>(4);
  ask(memo, 'a');
  const kept = ask(memo, 'a');
  for (let index = 0; index < 40; index += 1) {
    ask(memo, `once ${index}`);
    assert.equal(memo.peek(`once ${index}`), undefined);
  }
  assert.equal(memo.peek('a'), kept);
});

test('what is made for one key is not kept for another', () => {
  const memo = new Memo<string, object>();
  ask(memo, 'a');
  memo.get('a');
  memo.get('b');
  memo.set('b', {});
  assert.equal(memo.peek('b'), undefined);
});

test('what is asked for stays, however much passes by', () => {
  const memo = new Memo<string, object>(4);
  ask(memo, 'a');
  const first = ask(memo, 'a');
  for (let index = 0; index < 60; index += 1) {
    ask(memo, `passing ${index}`);
    assert.equal(ask(memo, 'a'), first);
  }
});

test('no more is kept than it may hold', () => {
  const memo = new Memo<string, object>(4);
  const made = Array.from({ length: 20 }, (_, index) => {
    ask(memo, String(index));
    return ask(memo, String(index));
  });
  const kept = made.filter((one, index) => memo.peek(String(index)) === one);
  assert.ok(kept.length > 0 && kept.length <= 8, `${kept.length} are kept`);
});

test('where nothing comes back it gives up, and tries again later', () => {
  const memo = new Memo<string, object>();
  for (let index = 0; index < 256; index += 1) ask(memo, `once ${index}`);
  assert.equal(memo.keeps, false);
  assert.notEqual(ask(memo, 'a'), ask(memo, 'a'));
  for (let index = 0; index < 4096; index += 1) ask(memo, 'a');
  ask(memo, 'a');
  assert.equal(ask(memo, 'a'), ask(memo, 'a'));
});

test('what takes the place of another is given from then on', () => {
  const memo = new Memo<string, object>();
  ask(memo, 'a');
  const first = ask(memo, 'a');
  assert.equal(memo.get('a'), first);
  const second = {};
  memo.set('a', second);
  assert.equal(memo.get('a'), second);
});
