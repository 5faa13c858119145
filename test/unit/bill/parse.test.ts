// Reading JSON text: positions of what breaks it, names given twice, and the typical sample.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseBillJson } from '../../../src/bill/parse.ts';
import { findSyntaxProblem, hasOnlyUniqueNames } from '../../../src/bill/syntax.ts';
import { aBill, today } from '../../support/a-bill.ts';

const typical = '../../../samples/almaty-city/typical.json';
const json = JSON.stringify(aBill());

test('JSON text is read like the value', () => {
  const outcome = parseBillJson(json, { today });
  assert(outcome.ok, JSON.stringify(outcome));
  assert.deepStrictEqual(outcome.warnings, []);
});

test('the typical sample is read without a warning', () => {
  const sample = readFileSync(new URL(typical, import.meta.url), 'utf8');
  const outcome = parseBillJson(sample, { today });
  assert(outcome.ok, JSON.stringify(outcome));
  assert.deepStrictEqual(outcome.warnings, []);
});

test('a long name of a field is not repeated for everything found under it', () => {
  const name = 'k'.repeat(5000);
  const bad = { ...aBill(), account: { [name]: Array.from({ length: 300 }, () => '\u0001') } };
  const outcome = parseBillJson(JSON.stringify(bad), { today });
  assert(!outcome.ok);
  const found = [...outcome.faults, ...outcome.warnings];
  assert(found.some(({ pointer }) => pointer === '/account'));
  assert(!JSON.stringify(found).includes(name));
});

test('a byte order mark in front is no error', () => {
  assert(parseBillJson(`\ufeff${json}`, { today }).ok);
});

/** JSON text, what is wrong with it, and where. */
const broken: readonly [string, 'error' | 'repeated-name', number, number][] = [
  ['', 'error', 1, 1],
  ['{', 'error', 1, 2],
  ['{"a":1', 'error', 1, 7],
  ['{"a":1,}', 'error', 1, 8],
  ['[1,]', 'error', 1, 4],
  ['[1 2]', 'error', 1, 4],
  ['{"a" 1}', 'error', 1, 6],
  ["{'a':1}", 'error', 1, 2],
  ['{a:1}', 'error', 1, 2],
  ['{"a":01}', 'error', 1, 7],
  ['{"a":+1}', 'error', 1, 6],
  ['{"a":NaN}', 'error', 1, 6],
  ['{"a":tru}', 'error', 1, 6],
  ['{"a":1}}', 'error', 1, 8],
  ['{"a":[1}', 'error', 1, 8],
  ['{"a":"b', 'error', 1, 8],
  ['{"a":"\\x"}', 'error', 1, 7],
  ['{"a":"\t"}', 'error', 1, 7],
  ['{\n  "a": 1\n  "b": 2\n}', 'error', 3, 3],
  ['{\r\n"a":\r\n]', 'error', 3, 1],
  ['{"a":1,"a":2}', 'repeated-name', 1, 8],
  ['{"a":[{"b":1},{"b":1,\n"\\u0062":2}]}', 'repeated-name', 2, 1],
  ['{"__proto__":1, "__proto__" : 2}', 'repeated-name', 1, 17],
];

for (const [text, kind, line, column] of broken) {
  test(`${JSON.stringify(text)}: ${kind} at ${line}:${column}`, () => {
    assert.deepStrictEqual(findSyntaxProblem(text), { kind, line, column });
    const outcome = parseBillJson(text, { today });
    assert(!outcome.ok);
    const [fault, ...others] = outcome.faults;
    assert.strictEqual(fault?.code, 'REQUEST_MALFORMED');
    assert.deepStrictEqual(fault.details, { line, column });
    assert.match(fault.message, new RegExp(`line ${line}, column ${column}`));
    assert.deepStrictEqual(others, []);
  });
}

test('equal names in different objects, and colons in texts, are no repetition', () => {
  const text = String.raw`{"a":{"b":1},"c":[{"b":1},{"b":"\":\": \\"}]}`;
  assert.strictEqual(findSyntaxProblem(text), undefined);
  assert(hasOnlyUniqueNames('{"a" : {"b":"9:00"}}', 2));
  assert(!hasOnlyUniqueNames('{"a":1,"a":2}', 1));
});

test('a colon after a quote inside a text is looked into, not refused', () => {
  const account = { ...aBill().account, payer: 'Үлгі «"": Тұтынушы»' };
  assert(parseBillJson(JSON.stringify(aBill({ account })), { today }).ok);
});

test('the prototype cannot be set', () => {
  const outcome = parseBillJson(json.replace('{', '{"__proto__":{"layout":"x"},'), { today });
  assert(!outcome.ok);
  assert.deepStrictEqual(
    outcome.faults.map(({ pointer }) => pointer),
    ['/__proto__'],
  );
});

test('a name given twice is found wherever it stands, in text with spaces and without', () => {
  const sample: unknown = JSON.parse(readFileSync(new URL(typical, import.meta.url), 'utf8'));
  for (const text of [JSON.stringify(sample), JSON.stringify(sample, null, 1)]) {
    assert(parseBillJson(text, { today }).ok);
    const places = [...text.matchAll(/\{\s*("\w+":)/g)];
    assert(places.length > 100);
    for (const { index, 1: name } of places) {
      const repeated = `${text.slice(0, index + 1)}${name}0,${text.slice(index + 1)}`;
      const outcome = parseBillJson(repeated, { today });
      assert(!outcome.ok);
      assert.deepStrictEqual(
        outcome.faults.map(({ code }) => code),
        ['REQUEST_MALFORMED'],
      );
    }
  }
});

test('the scan agrees with JSON.parse on whole, cut and garbled JSON', () => {
  const garbled = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom(...'{}[]":,\\1e.-t \n'))
    .map(([text, at, inserted]) => {
      const place = at % (text.length + 1);
      return at % 2 === 0
        ? text.slice(0, place)
        : text.slice(0, place) + inserted + text.slice(place);
    });
  fc.assert(
    fc.property(fc.oneof(fc.json(), garbled), (text) => {
      const kind = findSyntaxProblem(text)?.kind;
      if (kind !== 'repeated-name') assert.strictEqual(kind === undefined, isJson(text), text);
    }),
    { numRuns: 2000 },
  );
});

test('any JSON value is answered, never thrown at', () => {
  fc.assert(fc.property(fc.json(), (text) => !parseBillJson(text, { today }).ok));
});

test('a bill with any one field replaced by any value is answered', () => {
  const keys = fc.constantFrom(...Object.keys(aBill()));
  fc.assert(
    fc.property(keys, fc.jsonValue(), (key, value) => {
      const outcome = parseBillJson(JSON.stringify({ ...aBill(), [key]: value }), { today });
      assert(outcome.ok || outcome.faults.length > 0);
    }),
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
