// Places, addresses and identifiers of invented towns: distinct, valid, evidently invented.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasCheckDigit, isIban } from '../../../src/bill/identifier.ts';
import type { BillInput } from '../../../src/bill/schema.ts';
import { Chance } from '../../../src/generate/chance.ts';
import { quantityOf, quantityText } from '../../../src/generate/quantity.ts';
import { placeOf } from '../../../src/generate/town.ts';
import { generated, ids } from '../../support/generated.ts';

function bills(count: number, layouts: readonly string[]): readonly BillInput[] {
  const lines = generated({ layouts });
  return Array.from({ length: count }, (_, index) => JSON.parse(lines.at(index).text));
}

test('every flat comes once', () => {
  const places = new Set<string>();
  const count = 100_000;
  for (let index = 0; index < count; index += 1) {
    const { house, flat, flats } = placeOf(index);
    assert.ok(flat < flats);
    places.add(`${house} ${flat}`);
  }
  assert.equal(places.size, count);
});

test('addresses and accounts are distinct', () => {
  const [id = ''] = ids;
  const made = bills(4000, [id]);
  const addresses = made.map(({ delivery }) => {
    const { street, house, flat = '' } = delivery ?? assert.fail('there is no delivery');
    return `${street}, ${house}, ${flat}`;
  });
  assert.equal(new Set(addresses).size, made.length);
  assert.equal(new Set(made.map(({ account }) => account.number)).size, made.length);
  const houses = new Set(made.map(({ delivery }) => delivery?.house ?? ''));
  for (const form of [/^\d+$/, /^\d+А$/, /^\d+к2$/, /^\d+\/1$/]) {
    assert.ok(
      [...houses].some((house) => form.test(house)),
      String(form),
    );
  }
});

test('suppliers of houses have right check digits on numbers that nobody has', () => {
  let ofHouses = 0;
  for (const { suppliers } of bills(200, ids)) {
    for (const { bin, iban } of suppliers) {
      if (bin !== undefined) assert.ok(hasCheckDigit(bin));
      if (iban === undefined) continue;
      assert.ok(isIban(iban));
      assert.match(iban, /^KZ\d\d999/);
      if (/^000040/.test(bin ?? '')) ofHouses += 1;
    }
  }
  assert.ok(ofHouses > 20);
});

test('chance is even, and another place has another', () => {
  const chance = new Chance(3, 5);
  const counts = [0, 0, 0, 0];
  for (let draw = 0; draw < 40_000; draw += 1) {
    const side = chance.below(4);
    counts[side] = (counts[side] ?? 0) + 1;
  }
  for (const count of counts) assert.ok(count > 9500 && count < 10_500, counts.join(' '));
  assert.notEqual(new Chance(3, 5).draw(), new Chance(3, 6).draw());
  assert.notEqual(new Chance(3, 5).draw(), new Chance(4, 5).draw());
  assert.ok(new Chance(1).happens(1) && !new Chance(1).happens(0));
});

test('quantities keep their decimals', () => {
  for (const text of ['0', '12', '0.05', '14.820', '-3.680']) {
    assert.equal(quantityText(quantityOf(text)), text);
  }
});
