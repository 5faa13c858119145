// The text of a mark, its bars, and what is refused.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { markOptionsSchema, type SheetFacts } from '../../../src/impose/mark.ts';
import { markPayload, readMarkPayload } from '../../../src/impose/mark-payload.ts';
import { markSheet } from '../../../src/impose/mark-sheet.ts';
import { omrBars } from '../../../src/impose/omr-mark.ts';
import type { Measure } from '../../../src/typeset/measure.ts';
import { mmToPt } from '../../../src/typeset/unit.ts';
import { rect } from '../draw/sample.ts';
import { blank, facts, type } from './facts.ts';

function payloadOf(more: Partial<SheetFacts> = {}): string {
  const payload = markPayload({ ...facts, ...more });
  assert.ok(payload.ok);
  return payload.value;
}

describe('payload', () => {
  test('batch|volume|sequence|n/m|check', () => {
    assert.equal(payloadOf(), 'K7M2Q9|0012|00012345|1/1|03');
    assert.match(payloadOf({ reprint: true }), /^K7M2Q9\|0012\|00012345\|1\/1R\|\d\d$/);
  });

  test('it reads back', () => {
    const count = fc.integer({ min: 1, max: 9 });
    const any = fc.record(
      {
        batch: fc.stringMatching(/^[A-Z0-9-]{1,12}$/),
        volume: fc.integer({ min: 1, max: 9999 }),
        sequence: fc.integer({ min: 1, max: 99_999_999 }),
        copy: count,
        copies: count,
        reprint: fc.boolean(),
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(any, (given) => assert.deepEqual(readMarkPayload(payloadOf(given)), given)),
    );
  });

  test('one wrong sign, or two swapped, is noticed', () => {
    const payload = payloadOf();
    for (let at = 0; at < payload.length; at += 1) {
      for (const sign of '0123456789ABCKMQ|/R') {
        if (sign === payload[at]) continue;
        const wrong = payload.slice(0, at) + sign + payload.slice(at + 1);
        assert.equal(readMarkPayload(wrong), undefined, wrong);
      }
      const [here = '', next = ''] = payload.slice(at, at + 2);
      const swapped = payload.slice(0, at) + next + here + payload.slice(at + 2);
      if (next !== '' && here !== next) assert.equal(readMarkPayload(swapped), undefined, swapped);
    }
  });

  test('a name that does not go into a mark is refused', () => {
    for (const batch of ['', 'a', 'Қ', 'ABCDEFGHIJKLM', 'A|B']) {
      const payload = markPayload({ ...facts, batch });
      assert.equal(payload.ok ? '' : payload.faults[0]?.code, 'CODE_REFUSED');
    }
  });
});

describe('bars', () => {
  test('start, last of the envelope, sequence, reprint, parity, stop', () => {
    assert.equal(drawn({ sequence: 5 }), '110101001');
    assert.equal(drawn({ sequence: 5, copy: 1, copies: 2 }), '100101011');
    assert.equal(drawn({ sequence: 16 + 4, reprint: true }), '110100101');
  });

  test('a missing, doubled or swapped sheet breaks the count', () => {
    const sheets = Array.from({ length: 40 }, (_, index) => drawn({ sequence: index + 1 }));
    assert.ok(follows(sheets));
    assert.ok(!follows(sheets.toSpliced(20, 1)), 'missing');
    assert.ok(!follows(sheets.toSpliced(20, 0, sheets[20] ?? '')), 'doubled');
    assert.ok(!follows(sheets.toSpliced(20, 2, sheets[21] ?? '', sheets[20] ?? '')), 'swapped');
  });

  /** An inserter: parity of each sheet, and four bits that count on. */
  function follows(sheets: readonly string[]): boolean {
    return sheets.every((sheet, index) => {
      const isEven = [...sheet].filter((bar) => bar === '1').length % 2 === 1;
      const count = Number.parseInt(sheet.slice(2, 6), 2);
      const before = Number.parseInt((sheets[index - 1] ?? '').slice(2, 6), 2);
      return isEven && (index === 0 || count === (before + 1) % 16);
    });
  }

  function drawn(more: Partial<SheetFacts>): string {
    return omrBars({ ...facts, ...more })
      .map((bar) => (bar ? '1' : '0'))
      .join('');
  }
});

describe('a sheet', () => {
  const page = blank(210, 297);
  const options = markOptionsSchema.parse({ mark: 'datamatrix' });

  test('is the bill with items added behind its own', () => {
    const own = rect([100, 100, 10, 10]);
    const marked = markSheet({ ...page, items: [own] }, facts, options, type);
    assert.ok(marked.ok);
    assert.deepEqual(
      marked.value.items.map(({ kind, source }) => [kind, source]),
      [
        ['rect', own.source],
        ['code', 'impose'],
        ['text', 'impose'],
      ],
    );
  });

  test('differs in a reprint by nothing but the marks', () => {
    const [first, again] = [false, true].map((reprint) =>
      markSheet(page, { ...facts, reprint }, options, type),
    );
    assert.ok(first?.ok && again?.ok);
    const [code, number] = again.value.items;
    assert.equal(number?.kind === 'text' && number.text, 'K7M2Q9 12/12345 1/1 R');
    assert.match(code?.kind === 'code' ? code.payload : '', /1\/1R/);
    assert.equal(first.value.items.length, again.value.items.length);
  });

  test('says in figures alone that it is a proof', () => {
    const [sheet, proof] = [false, true].map((one) =>
      markSheet(page, { ...facts, proof: one }, options, type),
    );
    assert.ok(sheet?.ok && proof?.ok);
    const [code, number] = proof.value.items;
    assert.equal(number?.kind === 'text' && number.text, 'K7M2Q9 12/12345 1/1 P');
    assert.deepEqual(code, sheet.value.items[0]);
  });

  test('is left alone if nothing is asked for', () => {
    const nothing = markOptionsSchema.parse({ numbers: 'false' });
    assert.deepEqual(markSheet(page, facts, nothing, type), {
      ok: true,
      value: page,
      warnings: [],
    });
  });

  test('is refused where the page uses the place, corner by corner', () => {
    const size = mmToPt(4);
    const far = mmToPt(297) - size;
    const there = {
      'top-left': [mmToPt(12), mmToPt(4)],
      'top-right': [mmToPt(190), mmToPt(4)],
      'bottom-left': [mmToPt(12), far - mmToPt(2)],
      'bottom-right': [mmToPt(190), far - mmToPt(2)],
    } as const;
    for (const [corner, [x, y]] of Object.entries(there)) {
      const taken = { ...page, items: [rect([x, y, size, size])] };
      for (const choice of Object.keys(there)) {
        const given = markOptionsSchema.parse({ mark: 'datamatrix', corner: choice });
        const marked = markSheet(taken, facts, given, type);
        assert.equal(marked.ok, choice !== corner, `${choice} beside ${corner}`);
        if (!marked.ok) assert.equal(marked.faults[0]?.code, 'DOES_NOT_FIT');
      }
    }
  });

  test('finds what is in forms, lines and paths too', () => {
    const at = { x: mmToPt(12), y: mmToPt(5) };
    const made = { source: 'sample.hbs:1', role: 'decoration' } as const;
    const inner = rect([0, 0, 3, 3]);
    const form = { id: 'f', width: 3, height: 3, items: [inner] };
    const dash = { width: 1, gray: 0, dash: [1, 1], roundCaps: false };
    const shape = {
      segments: [
        ['M', 0, 0],
        ['L', 3, 3],
      ],
      fill: 0,
    } as const;
    for (const item of [
      { ...made, kind: 'form', ...at, form },
      { ...made, kind: 'line', x1: 0, y1: at.y, x2: 100, y2: at.y, ...dash },
      { ...made, kind: 'path', ...at, scale: 1, shape },
    ] as const) {
      assert.ok(!markSheet({ ...page, items: [item] }, facts, options, type).ok, item.kind);
    }
  });

  test('says which letter no font has', () => {
    const batch = 'K7';
    const { measure } = type;
    const poor: Measure = {
      width: (face, size, text) => measure.width(face, size, text),
      figure: (figure) => measure.figure(figure),
      missing: () => 0x4b,
    };
    const narrow = { ...type, measure: poor };
    const marked = markSheet(page, { ...facts, batch }, markOptionsSchema.parse({}), narrow);
    assert.equal(marked.ok ? '' : marked.faults[0]?.code, 'GLYPH_MISSING');
  });
});
