// The page as JSON: its keys, their order, and forms dissolved.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pageModel } from '../../../src/draw/page-model.ts';
import type { Item } from '../../../src/typeset/page.ts';
import { code, drop, rect, samplePage, staticForm, text } from './sample.ts';

const context = { layout: 'sample@1', language: 'kk-ru', rung: 0, warnings: [] };

function modelOf(items: readonly Item[]): { items: Record<string, unknown>[] } {
  return JSON.parse(pageModel({ width: 100, height: 100, items }, context));
}

describe('pageModel', () => {
  it('starts with what was decided before', () => {
    const warning = { code: 'READING_DECREASED', message: 'The meter went back', pointer: '/m/0' };
    const json = pageModel(samplePage, { ...context, warnings: [warning] });
    const { items, warnings, ...head } = JSON.parse(json);
    assert.deepEqual(Object.entries(head), [
      ['schema', 'tolem.page/1'],
      ['layout', 'sample@1'],
      ['language', 'kk-ru'],
      ['rung', 0],
      ['unit', 'pt'],
      ['width', 595.276],
      ['height', 841.89],
    ]);
    assert.deepEqual(warnings, [warning]);
    assert.equal(items.length, samplePage.items.length - 2 + 2 * staticForm.items.length);
  });

  it('has one line for each item', () => {
    const json = pageModel({ width: 1, height: 1, items: samplePage.items.slice(0, 5) }, context);
    assert.equal(json.split('\n').filter((line) => line.startsWith('{"kind"')).length, 5);
  });

  it('is the same text every time', () => {
    assert.equal(pageModel(samplePage, context), pageModel(samplePage, context));
  });

  it('rounds to three decimals', () => {
    const [item] = modelOf([rect([1 / 3, 2 / 3, -0.0001, 10.00049])]).items;
    assert.deepEqual([item?.x, item?.y, item?.width, item?.height], [0.333, 0.667, 0, 10]);
  });

  it('gives keys in a fixed order', () => {
    const run = text(1, 2, 'Қ', { spoken: 'қа', lang: 'kk-KZ' });
    const [item = {}] = modelOf([run]).items;
    assert.deepEqual(Object.keys(item), [
      ...['kind', 'role', 'source', 'x', 'y', 'width', 'face', 'size', 'gray', 'text'],
      ...['lang', 'spoken'],
    ]);
  });

  it('gives a code by its payload and size, not by its modules', () => {
    const [item = {}] = modelOf([code(1, 2, 58)]).items;
    assert.equal(item.payload, 'P');
    assert.deepEqual([item.columns, item.rows, item.rects], [29, 29, undefined]);
  });

  it('names an image', () => {
    const made = { source: 's', role: 'figure', alt: 'су' } as const;
    const image: Item = { ...made, kind: 'image', x: 0, y: 0, width: 9, height: 9, image: drop };
    assert.equal(modelOf([image]).items[0]?.image, 'water');
  });

  it('dissolves forms within forms at their places on the page', () => {
    const made = { source: 's', role: 'decoration', kind: 'form' } as const;
    const inner = { id: 'inner', width: 9, height: 9, items: [text(1, 2, 'a')] };
    const outer = {
      ...{ id: 'outer', width: 50, height: 50 },
      items: [text(0, 0, 'b'), { ...made, x: 10, y: 20, form: inner }],
    };
    const { items } = modelOf([{ ...made, x: 100, y: 200, form: outer }]);
    const found = items.map((item) => [item.text, item.x, item.y, item.form]);
    assert.deepEqual(found, [
      ['b', 100, 200, 'outer'],
      ['a', 111, 222, 'inner'],
    ]);
  });
});
