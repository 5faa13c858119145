// The natural order of streets and houses.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { naturalKey, partKey } from '../../../src/batch/plan-natural.ts';

describe('houses stand as a postman walks', () => {
  rising('1', '2', '9', '10', '12', '12/1', '12А', '12Б', '12к2', '12к10', '101', '101А', '1000');
  rising('', '1', 'А', 'Б1', 'Б2', 'Б10');
  rising('12-1', '12-2', '12-10');
  equal('12А', '12а', '12 А', '12A', '12a');
  equal('12к2', '12 К 2', '12K2', '012к02');
  equal('0', '00');

  function rising(...houses: readonly string[]): void {
    test(houses.join(' < '), () => check(houses, partKey));
  }
  function equal(...houses: readonly string[]): void {
    test(houses.join(' = '), () => {
      assert.deepEqual(new Set(houses.map(partKey)).size, 1, houses.map(partKey).join(' | '));
    });
  }
});

describe('streets stand by letters and numbers', () => {
  rising('2-я Үлгі', '10-я Үлгі', 'Абай', 'Язев', 'Үлгі', 'Әуезов');
  rising('Мкр 2', 'мкр 3', 'Мкр  12');
  test('capitals and small letters are one, Kazakh ones too', () => {
    assert.equal(naturalKey('ӘҒҚҢӨҰҮҺІЁЙЎЃ'), naturalKey('әғқңөұүһіёйўѓ'));
    assert.equal(naturalKey('ABZÀÞĄŽŃ'), naturalKey('abzàþąžń'));
    assert.notEqual(naturalKey('Абай'), naturalKey('Abai'), 'streets keep their script');
  });

  function rising(...streets: readonly string[]): void {
    // Ү and Ә stand after Я: by code points, not by an alphabet.
    test(streets.join(' < '), () => check(streets, naturalKey));
  }
});

test('folding is what Unicode says of every letter it knows', () => {
  for (let code = 0x41; code <= 0x52f; code += 1) {
    const letter = String.fromCharCode(code);
    if (!/^[\p{Script=Latin}\p{Script=Cyrillic}]$/u.test(letter)) continue;
    if (code > 0x17f && code < 0x400) continue;
    const small = letter.toLowerCase();
    // İ becomes two letters, Ÿ leaves the tables; neither stands in an address of the country.
    if (small.length > 1 || letter === 'Ÿ') continue;
    assert.equal(naturalKey(letter), small, `U+${code.toString(16)}`);
  }
});

function check(texts: readonly string[], key: (text: string) => string): void {
  for (const [i, text] of texts.entries()) {
    for (const later of texts.slice(i + 1)) assert.ok(key(text) < key(later), `${text} < ${later}`);
  }
}
