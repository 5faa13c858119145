// Which forms are written where they stand, and what of them is compressed beforehand.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inlineAll, inlineSome } from '../../../src/draw/inlined.ts';
import type { Form, RectItem } from '../../../src/typeset/page.ts';
import { resources } from '../../support/render.ts';

const { fonts } = resources;

/** Long enough to be worth compressing by itself. */
const items = Array.from({ length: 30 }, (_, index): RectItem => {
  const place = { x: 2 * index, y: index, width: 1, height: 3 };
  return { kind: 'rect', source: 'test', role: 'text', ...place, fill: 0 };
});
const form: Form = { id: 'inlined-test', width: 60, height: 33, items };

test('a form of a document of one page is compressed beforehand', () => {
  assert.ok(inlineAll(fonts)(form)?.packedPart);
});

test('a form of one page among many is left to the search', () => {
  const inlined = inlineSome(fonts, () => true)(form);
  assert.ok(inlined);
  assert.equal(inlined.packedPart, undefined);
  assert.deepEqual(inlined.framed, inlineAll(fonts)(form)?.framed);
});

test('is asked about each form once', () => {
  const asked: string[] = [];
  const inlining = inlineSome(fonts, ({ id }) => {
    asked.push(id);
    return false;
  });
  assert.equal(inlining(form), undefined);
  assert.equal(inlining({ ...form }), undefined);
  assert.deepEqual(asked, [form.id]);
});
