// How language versions join, which size fits, where lines stand. A letter is one point wide.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextBlock } from '../../../src/typeset/leaf-block.ts';
import { leastWidth } from '../../../src/typeset/measured.ts';
import { textExtent } from '../../../src/typeset/text.ts';
import { aSpan, aText, measure, placed } from '../../support/block.ts';

function check(block: TextBlock, width: number, expected: readonly string[]): void {
  const { shown, overflows } = placed(block, width);
  assert.deepEqual(shown, expected);
  assert.deepEqual(overflows, []);
}

test('stacked parts stand under each other, each broken on its own', () => {
  check(aText(['аа', 'бб']), 20, ['аа 0 7.8', 'бб 0 17.8']);
  check(aText(['аа вв', 'бб']), 4, ['аа 0 7.8', 'вв 0 17.8', 'бб 0 27.8']);
  check(aText('аа'), 20, ['аа 0 7.8']);
  check(aText([]), 20, []);
});

test('inline parts stand on one line with the separator between them, and break as one', () => {
  check(aText(['аа', 'бб'], { join: 'inline' }), 20, ['аа 0 7.8', ' ·  2 7.8', 'бб 5 7.8']);
  check(aText(['аа', 'бб'], { join: 'inline' }), 6, ['аа 0 7.8', ' · 2 7.8', 'бб 0 17.8']);
  check(aText(['аа'], { join: 'inline' }), 20, ['аа 0 7.8']);
});

test('auto parts are inline where one line holds them, else stacked', () => {
  const block = aText(['аа', 'бб'], { join: 'auto' });
  check(block, 7, ['аа 0 7.8', ' ·  2 7.8', 'бб 5 7.8']);
  check(block, 6.9, ['аа 0 7.8', 'бб 0 17.8']);
});

test('auto parts stand as their width says, whatever width the block was asked for before', () => {
  const shared = () => aText(['а\u00ADа', 'б\u00ADб'], { join: 'auto', shared: true });
  const widths = [7, 6.9, 8, 2];
  for (const first of widths) {
    const block = shared();
    placed(block, first);
    for (const width of widths) {
      assert.deepEqual(placed(block, width).shown, placed(shared(), width).shown, `${width}`);
    }
  }
});

test('the first size that needs no second line is taken, the leading stays', () => {
  const block = aText('бір екі үш', { sizes: [3, 2, 1] });
  check(block, 30, ['бір екі үш 0 7.8']);
  for (const [width, size] of [
    [30, 3],
    [29, 2],
    [20, 2],
    [19, 1],
    [10, 1],
  ] as const) {
    const [item] = placed(block, width).items;
    assert.equal(item?.kind === 'text' && item.size, size, `at ${width}`);
  }
});

test('all spans and the separator take the size that the whole line has room for', () => {
  const block = aText(['аа', 'бб'], { join: 'inline', sizes: [2, 1] });
  for (const [width, expected] of [
    [14, [2, 2, 2]],
    [13, [1, 1, 1]],
  ] as const) {
    const { items } = placed(block, width);
    assert.deepEqual(
      items.flatMap((item) => (item.kind === 'text' ? item.size : [])),
      expected,
    );
  }
});

test('a text too wide at its smallest size breaks if it may, else it overflows', () => {
  check(aText('бір екі', { sizes: [2, 1] }), 5, ['бір 0 7.8', 'екі 0 17.8']);
  const whole = placed(aText('бір екі', { sizes: [2, 1], wrap: 'none' }), 5);
  assert.deepEqual(whole.overflows, ['t 7 > 5']);
});

test('wrap says where a line may end', () => {
  check(aText('бір екі'), 5, ['бір 0 7.8', 'екі 0 17.8']);
  assert.deepEqual(placed(aText('бір екі', { wrap: 'none' }), 5).overflows, ['t 7 > 5']);
  assert.deepEqual(placed(aText('калорифер а'), 5).overflows, ['t 9 > 5']);
  check(aText('калорифер а', { wrap: 'anywhere' }), 5, ['калор 0 7.8', 'ифер 0 17.8', 'а 0 27.8']);
});

test('an overflow by rounding is none', () => {
  check(aText('бір'), 3 - 1e-6, ['бір 0 7.8']);
});

test('balanced lines are about equally long, at the same number of lines', () => {
  const text = 'аа бб вв гг дд';
  check(aText(text), 11, ['аа бб вв гг 0 7.8', 'дд 0 17.8']);
  check(aText(text, { balance: true }), 11, ['аа бб вв 0 7.8', 'гг дд 0 17.8']);
  check(aText('аа бб', { balance: true }), 11, ['аа бб 0 7.8']);
});

test('lines stand left, right or in the middle of the width', () => {
  check(aText(['аааа', 'бб']), 10, ['аааа 0 7.8', 'бб 0 17.8']);
  check(aText(['аааа', 'бб'], { align: 'right' }), 10, ['аааа 6 7.8', 'бб 8 17.8']);
  check(aText(['аааа', 'бб'], { align: 'center' }), 10, ['аааа 3 7.8', 'бб 4 17.8']);
});

test('the first baseline is 0.78 of the leading below the top', () => {
  const { height, baseline, shown, width } = placed(aText(['а', 'бб'], { leading: 5 }), 20);
  assert.deepEqual(
    { width, height, baseline, shown },
    {
      width: 2,
      height: 10,
      baseline: 3.9,
      shown: ['а 0 3.9', 'бб 0 8.9'],
    },
  );
});

test('an item says what it is, in which language and from where', () => {
  const span = aSpan('54,05', { face: 'bold', gray: 0.5, lang: 'kk-KZ', spoken: 'елу төрт' });
  const placing = { role: 'figure', source: 'bill.hbs:7', leading: 5 / 0.78 } as const;
  const block = aText([], { parts: [[span]], ...placing });
  assert.deepEqual(placed(block, 20).items, [
    {
      kind: 'text',
      x: 0,
      y: 5,
      width: 5,
      face: 'bold',
      size: 1,
      gray: 0.5,
      text: '54,05',
      lang: 'kk-KZ',
      spoken: 'елу төрт',
      role: 'figure',
      source: 'bill.hbs:7',
    },
  ]);
});

test('the extent tells the width on one line and that of the widest piece', () => {
  const cases: readonly (readonly [TextBlock, number, number, number])[] = [
    [aText(['аа бббб', 'в']), 0, 7, 4],
    [aText(['аа бббб', 'в'], { wrap: 'none' }), 0, 7, 7],
    [aText(['аа', 'бббб'], { join: 'inline' }), 0, 9, 4],
    [aText(['аа', 'бббб'], { join: 'auto' }), 8, 4, 4],
    [aText(['аа', 'бббб'], { join: 'auto' }), 9, 9, 4],
  ];
  for (const [block, inlineUpTo, natural, least] of cases) {
    assert.equal(textExtent(block, measure, inlineUpTo), natural);
    assert.equal(leastWidth(block, measure), least);
  }
});
