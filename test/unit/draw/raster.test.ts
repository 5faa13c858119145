// Pixels of drawn pages: sizes, places, tones.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decode } from 'fast-png';
import { drawPdf } from '../../../src/draw/pdf.ts';
import { rasterise, rasteriseRgba } from '../../../src/draw/raster.ts';
import type { Item } from '../../../src/typeset/page.ts';
import { drop, fonts, metadata, rect, samplePage } from './sample.ts';

function draw(items: readonly Item[]): Uint8Array {
  return drawPdf({ width: 100, height: 50, items }, fonts, metadata);
}

async function grayAt(pdf: Uint8Array, [x, y]: readonly [number, number]): Promise<number> {
  const { width, data } = await rasteriseRgba(pdf, 72);
  return data[4 * (y * width + x)] ?? -1;
}

describe('rasteriseRgba', () => {
  it('has the size of the page at the resolution', async () => {
    const { width, height, data } = await rasteriseRgba(draw([]), 144);
    assert.deepEqual([width, height, data.length], [200, 100, 200 * 100 * 4]);
  });

  it('shows a box where the page has it, in its tone', async () => {
    const pdf = draw([rect([10, 5, 20, 10]), rect([50, 5, 20, 10], { fill: 0.5 })]);
    assert.equal(await grayAt(pdf, [11, 6]), 0);
    assert.equal(await grayAt(pdf, [29, 14]), 0);
    assert.equal(await grayAt(pdf, [31, 6]), 255);
    assert.equal(await grayAt(pdf, [11, 16]), 255);
    assert.ok(Math.abs((await grayAt(pdf, [60, 10])) - 128) <= 1);
  });

  it('keeps a stroke inside its box', async () => {
    const pdf = draw([rect([10, 10, 30, 30], { stroke: { width: 4, gray: 0 } })]);
    assert.equal(await grayAt(pdf, [9, 20]), 255);
    assert.equal(await grayAt(pdf, [10, 20]), 0);
    assert.equal(await grayAt(pdf, [13, 20]), 0);
    assert.equal(await grayAt(pdf, [14, 20]), 255);
  });

  it('shows an image the right way up', async () => {
    const made = { source: 's', role: 'figure', alt: 'су' } as const;
    const image: Item = { ...made, kind: 'image', x: 0, y: 0, width: 48, height: 48, image: drop };
    const pdf = draw([image]);
    // The drop is narrow above and round below.
    assert.equal(await grayAt(pdf, [12, 8]), 255);
    assert.ok((await grayAt(pdf, [12, 34])) < 200);
  });

  it('gives the same pixels after other pages', async () => {
    const pdf = drawPdf(samplePage, fonts, metadata);
    const first = await rasteriseRgba(pdf, 72);
    await rasteriseRgba(draw([]), 72);
    assert.deepEqual(await rasteriseRgba(pdf, 72), first);
  });
});

describe('rasterise', () => {
  it('gives a PNG of one channel, because pages are gray', async () => {
    const { width, height, channels, data } = decode(
      await rasterise(draw([rect([0, 0, 9, 9])]), 72),
    );
    assert.deepEqual([width, height, channels], [100, 50, 1]);
    assert.deepEqual([data[0], data[99]], [0, 255]);
  });

  it('serves several at once', async () => {
    const pdf = draw([rect([0, 0, 9, 9])]);
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => rasterise(pdf, 72)));
    for (const other of others) assert.deepEqual(other, first);
  });
});
