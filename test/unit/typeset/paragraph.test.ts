// Spans broken into lines: runs across breaks, soft hyphens, words wider than the line.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Line } from '../../../src/typeset/line.ts';
import { type Breaking, breakLines, widestPiece } from '../../../src/typeset/paragraph.ts';
import type { Span } from '../../../src/typeset/span.ts';
import { aSpan, measure } from '../../support/block.ts';

const shy = '\u00ad';

/** Runs of one line are parted by `|`. */
function check(texts: readonly string[], width: number, lines: readonly string[]): void {
  assert.deepEqual(broken(texts, width), lines);
}

function broken(
  texts: readonly string[],
  width: number,
  breaking: Breaking = {},
): readonly string[] {
  const spans = texts.map((text) => aSpan(text));
  const { lines } = breakLines(spans, width, measure, breaking);
  return lines.map(({ segments }) => segments.map(({ text }) => text).join('|'));
}

test('a span goes on after the break, the space at the break goes', () => {
  check(['бір екі ', 'үш төрт'], 20, ['бір екі |үш төрт']);
  check(['бір екі ', 'үш төрт'], 12, ['бір екі |үш', 'төрт']);
  check(['бір екі ', 'үш төрт'], 8, ['бір екі', 'үш төрт']);
  check(['бір', ' ', 'екі'], 4, ['бір', 'екі']);
  check(['а', 'бв', 'г д'], 4, ['а|бв|г', 'д']);
});

test('segments stand one after another and add up to the line', () => {
  const spans = [aSpan('аа '), aSpan('бб', { size: 2, face: 'bold' }), aSpan(' вв')];
  const [line] = breakLines(spans, 20, measure).lines;
  assert.deepEqual(
    line?.segments.map(({ x, width }) => [x, width]),
    [
      [0, 3],
      [3, 4],
      [7, 3],
    ],
  );
  assert.equal(line?.width, 10);
});

test('a soft hyphen shows only where a line ends in it', () => {
  check([`Пере${shy}расчёт`], 5, ['Пере-', 'расчёт']);
  check([`Пере${shy}расчёт`], 10, ['Перерасчёт']);
  check([`а${shy}`, 'бв'], 2, ['а-', 'бв']);
  check([`а${shy}`, 'бв'], 3, ['а|бв']);
});

test('a word wider than the line stays whole, unless it may break anywhere', () => {
  const anywhere = { anywhere: true };
  check(['а калорифер б'], 5, ['а', 'калорифер', 'б']);
  assert.deepEqual(broken(['а калорифер б'], 6, anywhere), ['а', 'калори', 'фер б']);
  assert.deepEqual(broken(['қала'], 0.5, anywhere), ['қ', 'а', 'л', 'а']);
  assert.deepEqual(broken(['call@power.example'], 12, anywhere), ['call@power.', 'example']);
  assert.deepEqual(broken(['esep.example/bill'], 9, anywhere), ['esep.', 'example/', 'bill']);
});

test('balanced lines are the narrowest of their number', () => {
  const text = 'Накопления на капитальный ремонт';
  assert.deepEqual(broken([text], 25), ['Накопления на капитальный', 'ремонт']);
  assert.deepEqual(broken([text], 25, { balance: true }), ['Накопления на', 'капитальный ремонт']);
  assert.deepEqual(broken(['а калорифер'], 5, { balance: true }), ['а', 'калорифер']);
});

test('a line feed ends the line, a last one adds none', () => {
  check(['а\nб'], 9, ['а', 'б']);
  check(['а\nб\n'], 9, ['а', 'б']);
});

test('the widest piece is the widest stretch that no break divides', () => {
  for (const [text, widest] of [
    ['бір екеу үш', 4],
    ['1 234,50 ₸ ғана', 10],
    [`Пере${shy}расчёт`, 6],
    ['', 0],
  ] as const) {
    assert.equal(widestPiece([aSpan(text)], measure), widest, text);
  }
});

const word = fc.constantFrom('бір', 'екі', 'күтіп-ұстау', '25-іне', '1 234', '№ 17', 'a');

test('breaking loses nothing, whatever the spans and the width', () => {
  const spans: fc.Arbitrary<readonly Span[]> = fc
    .array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map((words) => aSpan(`${words.join(' ')} `)));
  fc.assert(
    fc.property(spans, fc.integer({ min: 1, max: 40 }), (given, width) => {
      const { lines } = breakLines(given, width, measure);
      const texts = lines.flatMap(({ segments }) => segments.map(({ text }) => text));
      const all = given.map(({ text }) => text).join('');
      assert.equal(texts.join('').replaceAll(' ', ''), all.replaceAll(' ', ''));
      const widest = Math.max(width, widestPiece(given, measure));
      for (const line of lines) assert.ok(line.width <= widest, JSON.stringify(line));
    }),
  );
});

test('lines are the same over the range of widths that they tell', () => {
  const pieces = fc.array(fc.oneof(word, fc.constantFrom('Пере\u00adрасчёт', 'а\nб')), {
    minLength: 1,
    maxLength: 8,
  });
  const tenths = fc.integer({ min: 5, max: 400 });
  fc.assert(
    fc.property(pieces, tenths, tenths, (words, first, second) => {
      const spans = [aSpan(words.join(' '))];
      const { lines, from, below } = breakLines(spans, first / 10, measure);
      assert.ok(from <= first / 10 && first / 10 < below);
      const other = breakLines(spans, second / 10, measure);
      const isInside = second / 10 >= from && second / 10 < below;
      if (isInside) assert.deepEqual(shownOf(lines), shownOf(other.lines));
    }),
    { numRuns: 2000 },
  );
});

function shownOf(lines: readonly Line[]): readonly string[] {
  return lines.map(({ segments }) => segments.map(({ text }) => text).join(''));
}
