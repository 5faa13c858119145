// A page as lines of text: one an item, in millimetres, with what would not be seen made visible.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describePage } from '../../../src/typeset/describe.ts';
import type { Item } from '../../../src/typeset/page.ts';
import { mmToPt } from '../../../src/typeset/unit.ts';
import { aSymbol } from '../../support/block.ts';

function check(item: Item, ...expected: readonly string[]): void {
  const page = { width: mmToPt(210), height: mmToPt(297), items: [item] };
  assert.equal(describePage(page), ['page 210.00 × 297.00', ...expected, ''].join('\n'));
}

const origin = { source: 'bill.hbs:4', role: 'cell' } as const;
const from = '← cell bill.hbs:4';
const at = { x: mmToPt(8), y: mmToPt(20.5) };
const size = { width: mmToPt(30), height: mmToPt(12) };

const text: Item = {
  kind: 'text',
  ...origin,
  ...at,
  width: 9,
  face: 'RobotoCondensed-Bold',
  size: 7.5,
  gray: 0,
  text: '54\u00a0048,85\u00a0₸',
};

test('text has its weight, size and words, with spaces that do not break shown', () => {
  check(text, `text 8.00 20.50 Bold 7.5 "54␣048,85␣₸" ${from}`);
});

test('rectangles have their size, fill and stroke', () => {
  check(
    { kind: 'rect', ...origin, ...at, ...size, fill: 0.93 },
    `rect 8.00 20.50 30.00 × 12.00 fill 0.93 ${from}`,
  );
  check(
    { kind: 'rect', ...origin, ...at, ...size, stroke: { width: 0.35, gray: 0 } },
    `rect 8.00 20.50 30.00 × 12.00 stroke 0.35 ${from}`,
  );
});

test('lines have both ends, paths their corner', () => {
  const [x1, y1, x2, y2] = [at.x, at.y, at.x + size.width, at.y];
  const dash = { width: 1, gray: 0, dash: [1], roundCaps: true };
  check(
    { kind: 'line', ...origin, x1, y1, x2, y2, ...dash },
    `line 8.00 20.50 to 38.00 20.50 ${from}`,
  );
  const shape = { segments: [] };
  check({ kind: 'path', ...origin, ...at, scale: 1, shape }, `path 8.00 20.50 ${from}`);
});

test('images have their name, codes their symbology and payload', () => {
  const image = { name: 'water', width: 48, height: 48, shapes: [] };
  check(
    { kind: 'image', ...origin, ...at, ...size, image, alt: 'Су' },
    `image 8.00 20.50 30.00 × 12.00 water ${from}`,
  );
  check(
    { kind: 'code', ...origin, ...at, ...size, symbol: aSymbol(21), payload: 'a\u00a0b', alt: '' },
    `code 8.00 20.50 30.00 × 12.00 qr 21×21 "a␣b" ${from}`,
  );
});

test('the items of a form stand where the form does', () => {
  const form = { id: 'f', width: 1, height: 1, items: [{ ...text, x: mmToPt(1), y: mmToPt(1) }] };
  check({ kind: 'form', ...origin, ...at, form }, `text 9.00 21.50 Bold 7.5 "54␣048,85␣₸" ${from}`);
});
