// The first option that fits is set; the last one is set even if it does not.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from '../../../src/typeset/block.ts';
import { createContext } from '../../../src/typeset/layout-block.ts';
import { aColumns, aText, measure, placed } from '../../support/block.ts';

const choose: Block = {
  kind: 'choose',
  source: 'o',
  options: [
    aText('Алматы қаласы', { wrap: 'none' }),
    aText('Алматы қ.', { wrap: 'none' }),
    aText('Алматы', { wrap: 'none' }),
  ],
};

function check(width: number, expected: string, overflows: readonly string[] = []): void {
  const result = placed(choose, width);
  assert.deepEqual(result.shown, [`${expected} 0 7.8`]);
  assert.deepEqual(result.overflows, overflows);
}

test('the wanted option is set where it fits, else the next', () => {
  check(13, 'Алматы қаласы');
  check(12, 'Алматы қ.');
  check(8, 'Алматы');
});

test('the last option is set with its overflow', () => {
  check(5, 'Алматы', ['t 6 > 5']);
});

test('where the height is limited, an option has to fit in it as well', () => {
  const lines = (...texts: string[]): Block => aText(texts);
  const options = [lines('бір', 'екі', 'үш'), lines('бір', 'екі'), lines('бір')];
  const height = (maxHeight: number) => placed({ ...choose, options, maxHeight }, 5).height;
  assert.deepEqual([40, 30, 29, 20, 19, 5].map(height), [30, 30, 20, 20, 10, 10]);
});

test('overflows of other blocks are no reason to pass an option over', () => {
  const page = aColumns('2 20', [aText('бір'), choose]);
  assert.deepEqual(placed(page, 40).shown, ['бір 0 7.8', 'Алматы қаласы 2 7.8']);
});

test('its extent is that of the most modest option', () => {
  assert.equal(createContext(measure).extent(choose), 6);
});

test('no options take no room', () => {
  assert.deepEqual(placed({ ...choose, options: [] }, 5).height, 0);
});
