// Bars from zero to the largest value, with months and values where a style for them is given.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Bar, ChartBlock } from '../../../src/typeset/leaf-block.ts';
import { aSpan, placed } from '../../support/block.ts';

function aChart(bars: readonly Bar[], overrides: Partial<ChartBlock> = {}): ChartBlock {
  return {
    kind: 'chart',
    source: 'ch',
    bars,
    pitch: 5,
    barWidth: 3,
    height: 20,
    fills: { plain: 0.7, current: 0, compared: 1 },
    outline: { width: 0.5, gray: 0 },
    alt: '',
    ...overrides,
  };
}

const text = { plain: aSpan(''), strong: aSpan('', { face: 'bold' }), leading: 10 };

function check(chart: ChartBlock, expected: readonly string[]): void {
  assert.deepEqual(placed(chart, 100).shown, expected);
}

test('the largest value is as high as the chart, the others in proportion', () => {
  check(aChart([bar(5), bar(10), bar(2.5)]), ['rect 0 10 3×10', 'rect 5 0 3×20', 'rect 10 15 3×5']);
});

test('a zero draws no bar, and zeros alone draw none at all', () => {
  check(aChart([bar(0), bar(10)]), ['rect 5 0 3×20']);
  check(aChart([bar(0), bar(0)]), []);
  check(aChart([]), []);
});

test('the baseline runs under all bars', () => {
  const baseline = { width: 1, gray: 0 };
  check(aChart([bar(0), bar(10)], { baseline }), ['rect 5 0 3×20', 'rect 0 19.5 8×1']);
});

test('this month is filled, the same month a year ago outlined', () => {
  const chart = aChart([bar(1, 'compared'), bar(1, 'plain'), bar(1, 'current')]);
  const { items } = placed(chart, 100);
  assert.deepEqual(
    items.map((item) => item.kind === 'rect' && [item.fill, item.stroke?.width]),
    [
      [1, 0.5],
      [0.7, undefined],
      [0, undefined],
    ],
  );
});

test('values stand above their bars and labels below, in the middle of the bar', () => {
  const chart = aChart(
    [
      { ...bar(5), valueText: '5' },
      { ...bar(10), label: '123' },
    ],
    { text },
  );
  const { shown, height, width } = placed(chart, 100);
  assert.deepEqual(shown, ['rect 0 20 3×10', '5 1 17.8', 'rect 5 10 3×20', '123 5 40']);
  assert.deepEqual({ height, width }, { height: 40, width: 8 });
});

test('texts of marked months are strong; without a style there are none', () => {
  const bars = [
    { ...bar(1), label: '9' },
    { ...bar(1, 'current'), label: '10' },
  ];
  const faces = placed(aChart(bars, { text }), 100).items.flatMap((item) =>
    item.kind === 'text' ? item.face : [],
  );
  assert.deepEqual(faces, ['regular', 'bold']);
  check(aChart(bars), ['rect 0 0 3×20', 'rect 5 0 3×20']);
});

test('a line of labels alone needs no height for bars', () => {
  const labels = aChart([{ ...bar(0), label: '1' }], { text, height: 0 });
  const { shown, height } = placed(labels, 100);
  assert.deepEqual(shown, ['1 1 10']);
  assert.equal(height, 10);
});

function bar(value: number, kind: Bar['kind'] = 'plain'): Bar {
  return { value, kind };
}
