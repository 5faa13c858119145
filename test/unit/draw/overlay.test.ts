// Two pictures over each other: colours say which had the ink, and the count is exact.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decode, encode } from 'fast-png';
import { overlay, widthOf } from '../../../src/draw/overlay.ts';

function png(width: number, grays: readonly number[], channels: 1 | 4 = 1): Uint8Array {
  const data = Uint8Array.from(
    channels === 1 ? grays : grays.flatMap((gray) => [gray, gray, gray, 255]),
  );
  return encode({ width, height: grays.length / width, data, channels });
}

describe('overlay', () => {
  test('is red for what went, cyan for what came, black and white for what stayed', () => {
    const { different, picture } = overlay(png(4, [0, 255, 0, 255]), png(4, [255, 0, 0, 255], 4));
    assert.equal(different, 2);
    const { data, channels } = decode(picture);
    assert.equal(channels, 3);
    const [red, cyan] = [
      [255, 0, 0],
      [0, 255, 255],
    ];
    assert.deepEqual([...data], [...red, ...cyan, 0, 0, 0, 255, 255, 255]);
  });

  test('of pictures of different size has both, and no count', () => {
    const { different, picture } = overlay(png(2, [0, 0]), png(1, [0, 0]));
    assert.equal(different, undefined);
    const { width, height, data } = decode(picture);
    assert.deepEqual([width, height], [2, 2]);
    assert.deepEqual([...data.subarray(0, 6)], [0, 0, 0, 255, 0, 0]);
  });

  test('knows how wide a picture is', () => assert.equal(widthOf(png(4, [0, 0, 0, 0])), 4));
});
