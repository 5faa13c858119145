// Hygiene of texts: what is mended, refused, pointed out, and where.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { commonLetters } from '../../../src/bill/common-letters.ts';
import { clean } from '../../../src/bill/hygiene.ts';
import { maxDepth, maxValues } from '../../../src/bill/limit.ts';
import { areCommon, cleanText, isCleanText, kindsIn } from '../../../src/bill/text.ts';

/** Input, then the text that comes out, or the code points refused and warnings given. */
const cases: readonly [string, { text?: string; refused?: number; warns?: string }][] = [
  ['Қазақстан, № 17, 1 234,50 ₸ — «ок»', {}],
  ['м³ · кВт·сағ, 25‑іне, 10 000 ₸', {}],
  ['a\tb', { text: 'a b' }],
  // й and ё may come decomposed, as macOS writes them.
  ['Алматы\u0439 и\u0306 е\u0308', { text: 'Алматы\u0439 й ё' }],
  ['Å', { text: 'Å' }],
  ['line\nbreak', { refused: 0x0a }],
  ['a\u0000b', { refused: 0x00 }],
  ['a\u007f', { refused: 0x7f }],
  ['a\u0085', { refused: 0x85 }],
  ['a\u200bb', { refused: 0x200b }],
  ['a\u2028', { refused: 0x2028 }],
  ['\u202eabc', { refused: 0x202e }],
  ['a\u2060b', { refused: 0x2060 }],
  ['жылу\u00adмен', {}],
  ['\ufeffabc', { refused: 0xfeff }],
  ['\ud800', { refused: 0xd800 }],
  ['тәртiбi', { warns: 'LATIN_IN_CYRILLIC_WORD' }],
  ['Гауhар', { warns: 'LATIN_IN_CYRILLIC_WORD' }],
  ['Есептелдi', { warns: 'LATIN_IN_CYRILLIC_WORD' }],
  ['Cуық су', { warns: 'LATIN_IN_CYRILLIC_WORD' }],
  ['Kaspi-ге, QRкод, Wi-Fi', {}],
  ['?ызмет', { warns: 'LETTERS_LOST' }],
  ['к?рсеткіш', { warns: 'LETTERS_LOST' }],
  ['Неге? Себебі', {}],
  ['ok?', {}],
  ['😀', {}],
];

for (const [input, expected] of cases) {
  test(`${JSON.stringify(input)} gives ${JSON.stringify(expected)}`, () => {
    const { value, findings } = clean({ kk: input });
    const [fault] = findings.faults;
    const { refused } = expected;
    if (refused === undefined) {
      assert.deepStrictEqual(value, { kk: expected.text ?? input });
      assert.strictEqual(fault, undefined);
    } else {
      const codePoint = `U+${refused.toString(16).toUpperCase().padStart(4, '0')}`;
      assert.deepStrictEqual(fault?.details, { codePoint });
      assert.strictEqual(fault?.pointer, '/kk');
    }
    assert.deepStrictEqual(
      findings.warnings.map(({ code }) => code),
      expected.warns === undefined ? [] : [expected.warns],
    );
  });
}

test('the quick test never passes a text that the slow one would change or refuse', () => {
  const letters = fc.constantFrom(
    ...'aihсё\u00ad?\u0306\u0308 \t\n\u0000\u00a0\u2011\u212b\ud800Қ😀1',
  );
  const anyText = fc.oneof(
    fc.array(letters, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(anyText, fc.boolean(), (text, isFree) => {
      if (!isCleanText(text, isFree)) return;
      const unchanged = { text, mixesAlphabets: false, lostLetters: false };
      assert.deepStrictEqual(cleanText(text, isFree), unchanged);
    }),
    { numRuns: 2000 },
  );
});

test('a text is of common letters if each of its letters is one', () => {
  const common = fc.constantFrom(...commonLetters);
  const letters = fc.oneof({ weight: 20, arbitrary: common }, fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const isCommon = text.split('').every((letter) => commonLetters.includes(letter));
      assert.strictEqual(areCommon(kindsIn(text)), isCommon);
    }),
    { numRuns: 1000 },
  );
});

test('a soft hyphen stands in texts that people write, not in numbers', () => {
  const { findings } = clean({ name: { kk: 'жылу\u00adмен' }, serial: '20417733\u00ad' });
  const places = findings.faults.map(({ pointer, details }) => [pointer, details]);
  assert.deepStrictEqual(places, [['/serial', { codePoint: 'U+00AD' }]]);
});

test('a long text of letters beyond the first plane is looked at as well', () => {
  const { findings } = clean({ text: `${'😀'.repeat(900)}\u202e` });
  assert.strictEqual(findings.faults.length, 1);
});

test('a long number is for a second look in texts that people write freely only', () => {
  assert(!isCleanText('ЖСН 900101300126', true));
  assert(isCleanText('900101300126', false));
});

test('pointers name the place, with the escapes of RFC 6901', () => {
  const { findings } = clean({ a: [{ b: 'ok' }, { 'c/d~e': 'x\u0001' }], z: '\u0002' });
  const pointers = findings.faults.map(({ pointer }) => pointer);
  assert.deepStrictEqual(pointers, ['/a/1/c~1d~0e', '/z']);
});

test('the input is not written to; parts that need no mending are kept', () => {
  const input = { a: { kk: 'x\ty' }, b: ['p\tq', 'r'], c: { kk: 'z' } };
  const before = structuredClone(input);
  const { value } = clean(input);
  assert.deepStrictEqual(input, before);
  assert.deepStrictEqual(value, { a: { kk: 'x y' }, b: ['p q', 'r'], c: { kk: 'z' } });
  const untouched = { kk: 'Су' };
  assert.strictEqual(clean(untouched).value, untouched);
});

test('the payload of an opaque code is not looked into', () => {
  const code = { kind: 'opaque', text: 'a\tb\nс?ж тәртiбi' };
  const { value, findings } = clean({ paymentCodes: [code] });
  assert.deepStrictEqual(value, { paymentCodes: [code] });
  assert.deepStrictEqual([...findings.faults, ...findings.warnings], []);
});

test('fields are counted, names of lists are not', () => {
  assert.strictEqual(clean({ a: [{ b: 1 }, { b: 2, c: [] }], d: null }).fieldCount, 5);
});

test('what is too deep or too large is refused at once', () => {
  let deep: unknown = 'x';
  for (let i = 0; i <= maxDepth; i += 1) deep = [deep];
  const large = Array.from({ length: maxValues }, () => ({}));
  for (const input of [deep, large]) {
    const { isBounded, findings } = clean(input);
    assert(!isBounded);
    assert.deepStrictEqual(
      findings.faults.map(({ code }) => code),
      ['BILL_INVALID'],
    );
  }
});
