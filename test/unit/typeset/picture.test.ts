// Images and codes at their printed size; a code that is too wide is never made narrower.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeBlock, ImageBlock } from '../../../src/typeset/leaf-block.ts';
import { aSymbol, placed } from '../../support/block.ts';

const image: ImageBlock = {
  kind: 'image',
  source: 'i',
  image: { name: 'water', width: 48, height: 24, shapes: [] },
  height: 6,
  alt: 'Үлгі Су',
  align: 'left',
};

const code: CodeBlock = {
  kind: 'code',
  source: 'q',
  symbol: aSymbol(21),
  payload: 'https://pay.example/1',
  alt: 'Төлеу',
  module: 2,
  align: 'left',
};

test('the width of an image follows from its height', () => {
  assert.deepEqual(placed(image, 40).shown, ['water 0 0 12×6']);
  assert.deepEqual(placed({ ...image, align: 'right' }, 40).shown, ['water 28 0 12×6']);
  assert.deepEqual(placed({ ...image, align: 'center' }, 40).shown, ['water 14 0 12×6']);
});

test('a matrix code is as large as its modules say', () => {
  const { shown, width, height } = placed(code, 50);
  assert.deepEqual({ shown, width, height }, { shown: ['code 0 0 42×42'], width: 42, height: 42 });
  assert.deepEqual(placed({ ...code, align: 'right' }, 50).shown, ['code 8 0 42×42']);
});

test('a linear code is as high as its bars are told to be', () => {
  const linear = { ...code, symbol: aSymbol(30, 1), module: 0.5, barHeight: 9 };
  assert.deepEqual(placed(linear, 50).shown, ['code 0 0 15×9']);
});

test('a code wider than its place is an overflow, not a smaller code', () => {
  const { shown, overflows } = placed(code, 41);
  assert.deepEqual(shown, ['code 0 0 42×42']);
  assert.deepEqual(overflows, ['q 42 > 41']);
});

test('an image wider than its place is an overflow', () => {
  assert.deepEqual(placed(image, 11).overflows, ['i 12 > 11']);
});

test('both say what they are in words, and a code keeps its payload', () => {
  const [picture, symbol] = [placed(image, 40).items[0], placed(code, 50).items[0]];
  assert.equal(picture?.kind === 'image' && picture.alt, 'Үлгі Су');
  assert.ok(symbol?.kind === 'code');
  assert.deepEqual([symbol.alt, symbol.payload, symbol.role], ['Төлеу', code.payload, 'figure']);
});
