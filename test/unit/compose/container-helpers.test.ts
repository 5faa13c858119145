// Helpers that hold other blocks: what they make of their parameters and children.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mmToPt } from '../../../src/typeset/unit.ts';
import { aMeter } from '../../support/a-bill.ts';
import { blockOf, blocksOf, composedWith, isKind, wideLayout } from '../../support/compose.ts';

function sheetOf(template: string) {
  const outcome = composedWith(wideLayout({ template }));
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
}

test('a page is the sheet of the layout, its regions in order', () => {
  const { width, margin, clearance, regions } = sheetOf(`{{#page}}
{{#region "a"}}{{gap 1}}{{/region}}
{{#region "b" gap=2 anchor="bottom"}}{{/region}}{{/page}}`);
  assert.deepEqual([width, margin.left, clearance], [mmToPt(210), mmToPt(10), mmToPt(1)]);
  assert.deepEqual(
    regions.map(({ children, ...region }) => ({ ...region, children: children.length })),
    [
      { source: 'plain/bill.hbs:2', name: 'a', gap: 0, anchor: 'flow', children: 1 },
      { source: 'plain/bill.hbs:3', name: 'b', gap: mmToPt(2), anchor: 'bottom', children: 0 },
    ],
  );
});

test('lengths are millimetres, as numbers or in quotes, or measures, also negative', () => {
  for (const [given, points] of [
    ['2.5', mmToPt(2.5)],
    ['"2.5"', mmToPt(2.5)],
    ['-2', mmToPt(-2)],
    ['"rowPad"', mmToPt(1)],
    ['"-rowPad"', mmToPt(-1)],
  ] as const) {
    const stack = blockOf('stack', `{{#stack gap=${given}}}{{gap 1}}{{/stack}}`);
    assert.equal(stack.gap, points, given);
  }
});

test('a stack with a priority may be dropped, one without may not', () => {
  const dropOf = (parameters: string) =>
    blockOf('stack', `{{#stack ${parameters}}}{{gap 1}}{{/stack}}`).drop;
  assert.deepEqual(dropOf('priority=3 pointer="/notices/0"'), {
    priority: 3,
    pointer: '/notices/0',
  });
  assert.equal(dropOf('priority=0'), undefined);
  assert.equal(dropOf('priority=number'), undefined);
  assert.deepEqual(blocksOf('{{#stack}}{{text number style="text"}}{{/stack}}'), []);
});

test('columns have the tracks they name, else equal ones', () => {
  const tracksOf = (parameters: string) =>
    blockOf('columns', `{{#columns ${parameters}}}{{gap 1}}{{gap 2}}{{/columns}}`).tracks;
  assert.deepEqual(tracksOf('widths="62 auto"'), [
    { kind: 'fixed', width: mmToPt(62) },
    { kind: 'content' },
  ]);
  const share = { kind: 'share', weight: 1 };
  assert.deepEqual(tracksOf(''), [share, share]);
  assert.deepEqual(tracksOf('widths="1fr 2.5fr"'), [share, { kind: 'share', weight: 2.5 }]);
});

test('a frame puts its children at their places', () => {
  const { places, height } = blockOf(
    'frame',
    `{{#frame height=24}}
      {{gap 1}}
      {{text "a" style="text" x=3 y="50%" middle=true width=20}}
      {{text "b" style="text" x="100%-14" y="50%+rowPad"}}
      {{text "c" style="text" x="-rowPad" y="12.5%"}}
    {{/frame}}`,
  );
  assert.equal(height, mmToPt(24));
  assert.deepEqual(
    places.map(({ block: _, ...place }) => place),
    [
      { x: at(0), y: at(0), width: undefined, middle: false },
      { x: at(3), y: at(0, 0.5), middle: true, width: mmToPt(20) },
      { x: at(-14, 1), y: at(1, 0.5), width: undefined, middle: false },
      { x: at(-1), y: at(0, 0.125), width: undefined, middle: false },
    ],
  );
});

function at(mm: number, share = 0) {
  return { points: mmToPt(mm), share };
}

test('a box has only the fill and stroke it is given', () => {
  const plain = blockOf('box', '{{#box padX=1}}{{gap 1}}{{/box}}');
  assert.deepEqual([plain.fill, plain.stroke, plain.height], [undefined, undefined, undefined]);
  const full = blockOf(
    'box',
    '{{#box fill="pale" stroke="hairline" height=5 hug=true align="right"}}{{/box}}',
  );
  assert.deepEqual(
    [full.fill, full.stroke, full.height, full.hug, full.align],
    [0.9, { width: 0.25, gray: 0 }, mmToPt(5), true, 'right'],
  );
});

test('the children of choose are its options', () => {
  const { options } = blockOf('choose', '{{#choose}}{{gap 1}}{{gap 2}}{{/choose}}');
  const heights = [0, 1, 2].map((index) => {
    const option = options.at(index);
    return isKind(option, 'gap') ? option.height : undefined;
  });
  assert.deepEqual(heights, [mmToPt(1), mmToPt(2), undefined]);
  const limited = blockOf('choose', '{{#choose maxHeight=6}}{{gap 1}}{{/choose}}');
  assert.equal(limited.maxHeight, mmToPt(6));
});

test('every block knows its template line, partials theirs', () => {
  const partials = { part: '\n{{gap 1}}' };
  const lines = '{{gap 1}}\n{{#stack}}\n{{> part}}{{gap 2}}{{/stack}}';
  const [gap, stack] = blocksOf(lines, {}, { partials });
  assert.deepEqual(
    [gap?.source, stack?.source, stack?.kind === 'stack' && stack.children.map((c) => c.source)],
    ['plain/bill.hbs:2', 'plain/bill.hbs:3', ['_parts/part.hbs:2', 'plain/bill.hbs:4']],
  );
});

test('each stack of a loop is dropped by itself', () => {
  const template =
    '{{#each meters}}{{#stack priority=5}}{{text serial style="text"}}{{/stack}}{{/each}}';
  const meters = [aMeter(), aMeter({ id: 'C2', serial: '7' })];
  const drops = blocksOf(template, { meters }).map((block) => isKind(block, 'stack') && block.drop);
  assert.equal(drops.length, 2);
  assert.deepEqual(drops[0], drops[1]);
  assert.notEqual(drops[0], drops[1]);
});
