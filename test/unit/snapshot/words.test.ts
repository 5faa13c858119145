// Lengths and pieces in words.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PageItem } from '../../../src/draw/page-schema.ts';
import { piecesOf } from '../../../src/snapshot/piece.ts';
import { mm, movement, nameOf, quoted } from '../../../src/snapshot/words.ts';
import { mmToPt } from '../../../src/typeset/unit.ts';
import { rule, text } from './support.ts';

describe('lengths', () => {
  const cases = [
    [1.2, '1.2 mm'],
    [-12.04, '12.0 mm'],
    [0.5, '0.5 mm'],
    [0.25, '0.25 mm'],
    [0.04, '0.04 mm'],
    [0.004, '0.004 mm'],
  ] as const;
  for (const [length, words] of cases) {
    test(words, () => assert.equal(mm(mmToPt(length)), words));
  }
  test('directions', () => {
    const [far, near] = [mmToPt(3), mmToPt(-0.5)];
    assert.equal(movement(far, near), '3.0 mm right and 0.5 mm up');
    assert.equal(movement(near, far), '0.5 mm left and 3.0 mm down');
  });
});

describe('names', () => {
  const place = { source: '_parts/a.hbs:3' };
  const cases: readonly (readonly [PageItem, string])[] = [
    [text('5,00', 1, 1, { field: ['/charges/6/due'] }), 'charges row 7 due'],
    [text('12 мая', 1, 1, { field: ['/payBy'] }), 'payBy'],
    [text('К оплате', 1, 1, { label: 'column.due' }), 'label "column.due"'],
    [text('5 — 6', 1, 1, { field: ['/lastPayment/on', '/a'] }), 'lastPayment on and a'],
    [text('5, 6, 7', 1, 1, { field: ['/b', '/a', '/c'] }), 'b and others'],
    [text('К оплате', 1, 1, { role: 'header-cell' }), 'heading «К оплате»'],
    [text('К оплате', 1, 1, { role: 'label' }), 'label «К оплате»'],
    [{ ...rule(1, 1, 50), ...place }, 'rule of _parts/a.hbs:3'],
    [{ ...rule(1, 1, 50), height: 50, ...place } as PageItem, 'ground of _parts/a.hbs:3'],
  ];
  for (const [item, name] of cases) {
    test(name, () => {
      const [piece] = piecesOf({ items: [item] });
      assert.ok(piece);
      assert.equal(nameOf(piece), name);
    });
  }
  test('texts are quoted on one line, and no longer than they are known by', () => {
    assert.equal(quoted('1\u00A0234,00\n₸ '), '«1 234,00 ₸»');
    assert.equal(quoted('a'.repeat(81)), `«${'a'.repeat(80)}…»`);
  });
});
