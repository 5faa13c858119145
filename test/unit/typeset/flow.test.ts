// Regions on a sheet 120 × 220 with margins of 10: down from the top, or on the bottom margin.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sheet } from '../../../src/typeset/block.ts';
import { flowSheet } from '../../../src/typeset/flow.ts';
import { createContext } from '../../../src/typeset/layout-block.ts';
import { aRegion, aRoom, aSheet, aStack, inWords, measure } from '../../support/block.ts';

function check(sheet: Sheet, expected: readonly string[]): void {
  const page = flowSheet(sheet, createContext(measure)).draw();
  assert.deepEqual(page.items.map(inWords), expected);
}

function heightsOf(sheet: Sheet) {
  const { needed, available } = flowSheet(sheet, createContext(measure));
  return { needed, available };
}

const strip = aRegion([aRoom(5, 20, 'strip')], { name: 'strip', gap: 9 });
const notices = aRegion([aRoom(5, 30, 'notices')], { name: 'notices', gap: 4 });
const empty = aRegion([aStack([])], { name: 'meters', gap: 7 });
const last = aRegion([aRoom(5, 6, 'last')], { name: 'last-line', anchor: 'bottom' });

test('flowing regions stand under each other, with the gap in front of all but the first', () => {
  check(aSheet([strip, notices]), ['strip 10 10 5×20', 'notices 10 34 5×30']);
  assert.deepEqual(heightsOf(aSheet([strip, notices])), { needed: 54, available: 200 });
});

test('an empty region takes no gap either', () => {
  check(aSheet([strip, empty, notices]), ['strip 10 10 5×20', 'notices 10 34 5×30']);
  check(aSheet([empty, strip]), ['strip 10 10 5×20']);
});

test('children of a region stand under each other', () => {
  check(aSheet([aRegion([aRoom(5, 3, 'a'), aRoom(5, 4, 'b')])]), ['a 10 10 5×3', 'b 10 13 5×4']);
});

test('anchored regions stand on the bottom margin, in their order', () => {
  const foot = aRegion([aRoom(5, 2, 'foot')], { anchor: 'bottom' });
  check(aSheet([strip, last, foot]), ['strip 10 10 5×20', 'last 10 202 5×6', 'foot 10 208 5×2']);
});

test('flowing regions have the height above the anchored ones and the clearance', () => {
  const sheet = aSheet([strip, last], { clearance: 3 });
  assert.deepEqual(heightsOf(sheet), { needed: 20, available: 191 });
  assert.deepEqual(heightsOf(aSheet([strip], { clearance: 3 })), { needed: 20, available: 200 });
});

test('the page has the size of the sheet and its regions the width between the margins', () => {
  const rule = {
    kind: 'rule',
    source: 'l',
    stroke: { width: 1, gray: 0 },
    vertical: false,
    length: 0,
    dash: [],
  } as const;
  const sheet = aSheet([aRegion([rule, aRoom(1, 1)])]);
  const { width, height } = flowSheet(sheet, createContext(measure)).draw();
  assert.deepEqual([width, height], [120, 220]);
  check(sheet, ['rect 10 9.5 100×1', 'room 10 10 1×1']);
});

test('every region is known with its height', () => {
  const { regions } = flowSheet(aSheet([strip, empty, last]), createContext(measure));
  assert.deepEqual(
    regions().map(({ name, height }) => `${name} ${height}`),
    ['strip 20', 'last-line 6'],
  );
});
