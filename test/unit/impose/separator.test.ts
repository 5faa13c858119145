// Separator sheets: what stands on them, and how large.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SeparatorFacts, separatorPage } from '../../../src/impose/separator.ts';
import type { TextItem } from '../../../src/typeset/page.ts';
import { mmToPt } from '../../../src/typeset/unit.ts';
import { house, labels, type } from './facts.ts';

function textsOf(facts: SeparatorFacts): readonly TextItem[] {
  const page = separatorPage(facts, labels, type);
  assert.ok(page.ok, JSON.stringify(page));
  return page.value.items.flatMap((item) => (item.kind === 'text' ? [item] : []));
}

/** Without the labels, which have a language. */
function figuresOf(facts: SeparatorFacts): readonly string[] {
  return textsOf(facts).flatMap(({ lang, text }) => (lang === undefined ? [text] : []));
}

test('a house: street, number, counts, total and the numbers of its sheets', () => {
  assert.deepEqual(figuresOf(house), [
    'Үлгі көшесі',
    '12к2',
    '050000',
    '120',
    '121',
    '1\u00a0234\u00a0567,89\u00a0₸',
    '1201 – 1321',
    '12',
    'K7M2Q9',
  ]);
});

test('a route, and bills without delivery', () => {
  const address = { postcode: '050000', route: 'Р-17' };
  assert.deepEqual(figuresOf({ ...house, kind: 'route', address }).slice(0, 2), ['Р-17', '050000']);
  const { address: _, ...without } = house;
  const texts = textsOf(without).map(({ text }) => text);
  assert.ok(texts.includes(labels.undelivered.kk) && texts.includes(labels.undelivered.ru));
});

test('it says where a group goes on', () => {
  const texts = textsOf({ ...house, continued: true }).map(({ text }) => text);
  assert.ok(texts.includes(labels.continued.kk) && texts.includes(labels.continued.ru));
  assert.ok(!textsOf(house).some(({ text }) => text === labels.continued.kk));
});

test('the number of a house is read from afar', () => {
  const number = textsOf(house).find(({ text }) => text === '12к2');
  assert.ok((number?.size ?? 0) >= 150, `${number?.size} pt`);
});

test('long names get smaller, keep every word and run over nothing', () => {
  const street = '«Үлгілі жаңа қалашық» шағын ауданы, Бірінші Үлгі көшесі, екінші жағы';
  for (const number of ['1', '12к2', '14/2 корпус 3', '1234567890', 'строение 4 литера Б']) {
    const address = { postcode: '050000', route: 'Р-17', street, house: number };
    const texts = textsOf({ ...house, continued: true, address });
    const [first = '', ...rest] = street.split(' ');
    const written = texts.map(({ text }) => text).join(' ');
    for (const word of [first, ...rest, ...number.split(' ')]) assert.ok(written.includes(word));
    texts.forEach((one, index) => {
      assert.ok(one.x + one.width <= mmToPt(196), `${one.text} runs into the black edge`);
      assert.ok(one.y < mmToPt(297 - 8), `${one.text} runs off the sheet`);
      for (const other of texts.slice(index + 1)) {
        const isApart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + 0.22 * one.size <= other.y - 0.75 * other.size ||
          other.y + 0.22 * other.size <= one.y - 0.75 * one.size;
        assert.ok(isApart, `${one.text} touches ${other.text}`);
      }
    });
  }
});

test('a long route or postcode gets smaller, and too long a one is a fault', () => {
  const address = { postcode: '050000', street: 'Үлгі', house: '1' };
  const route = 'Алмалы-3, поштасы Үлгіжанов А. Б.';
  const texts = textsOf({ ...house, address: { ...address, route } });
  const set = texts.find(({ text }) => text === route);
  assert.ok(set !== undefined && set.x + set.width < mmToPt(196) && set.size < 26);
  for (const wrong of [{ route: 'Ш'.repeat(60) }, { postcode: '0'.repeat(60) }]) {
    const page = separatorPage({ ...house, address: { ...address, ...wrong } }, labels, type);
    assert.equal(page.ok ? '' : page.faults[0]?.code, 'DOES_NOT_FIT');
  }
});

test('what is too long for a sheet is a fault', () => {
  const address = { postcode: '050000', street: 'Ү'.repeat(160), house: '1' };
  const page = separatorPage({ ...house, address }, labels, type);
  assert.equal(page.ok ? '' : page.faults[0]?.code, 'DOES_NOT_FIT');
});

test('a letter that no font has is a fault', () => {
  const address = { postcode: '050000', street: '\u6c34', house: '1' };
  const page = separatorPage({ ...house, address }, labels, type);
  assert.equal(page.ok ? '' : page.faults[0]?.code, 'GLYPH_MISSING');
});
