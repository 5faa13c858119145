// What a bill must satisfy for its layout: every fault at once, each with its place in the bill.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonLetters, hasOnlyCommonLetters } from '../../../src/bill/common-letters.ts';
import type { BillInput } from '../../../src/bill/schema.ts';
import type { Fault, FaultCode } from '../../../src/fault.ts';
import { aBill, aCharge } from '../../support/a-bill.ts';
import { parsed, rendered, resources } from '../../support/render.ts';

async function faultsOf(overrides: object): Promise<readonly Fault[]> {
  const outcome = await rendered({ ...aBill(), ...overrides }, 'check');
  return outcome.ok ? [] : outcome.faults;
}

type Expected = readonly [code: FaultCode, pointer: string];

/** Every fault by its code and place. */
async function check(overrides: object, ...expected: readonly Expected[]): Promise<void> {
  const faults = await faultsOf(overrides);
  assert.deepEqual(
    faults.map(({ code, pointer }) => [code, pointer]),
    expected,
    JSON.stringify(faults),
  );
}

const account = aBill().account;
const [water, osi] = aBill().suppliers;

test('a right bill has no faults', async () => {
  for (const language of ['kk-ru', 'kk', 'ru']) await check({ language });
});

test('a language that the layout does not offer', async () => {
  await check({ language: 'en' }, ['LANGUAGE_NOT_OFFERED', '/language']);
  const [fault] = await faultsOf({ language: 'en' });
  assert.match(fault?.message ?? '', /kk-ru, kk, ru/);
});

test('an account number of another shape', async () => {
  for (const number of ['12345678', '1234567890', 'A00123457']) {
    await check({ account: { ...account, number } }, ['BILL_INVALID', '/account/number']);
  }
});

test('a logo that is none of the layout’s images', async () => {
  await check({ suppliers: [{ ...water, logo: 'sun' }, osi] }, [
    'IMAGE_UNKNOWN',
    '/suppliers/0/logo',
  ]);
  const settlementCentre = { name: { kk: 'Орталық' }, logo: 'sun' };
  await check({ settlementCentre }, ['IMAGE_UNKNOWN', '/settlementCentre/logo']);
  const [fault] = await faultsOf({ settlementCentre });
  assert.match(fault?.message ?? '', /water/);
});

test('a path as a logo or a layout never reaches the disk', async () => {
  for (const logo of ['../water', '../../../etc/passwd', '/etc/passwd', 'water.svg', 'a/b']) {
    await check({ suppliers: [{ ...water, logo }, osi] }, ['BILL_INVALID', '/suppliers/0/logo']);
  }
  await check({ layout: '../almaty-city' }, ['BILL_INVALID', '/layout']);
});

test('an unknown layout, with the nearest', async () => {
  await check({ layout: 'almaty-ciyt' }, ['LAYOUT_UNKNOWN', '/layout']);
  await check({ layout: 'almaty-city@99' }, ['LAYOUT_UNKNOWN', '/layout']);
  await check({ period: '2019-01' }, ['LAYOUT_UNKNOWN', '/layout']);
  const [fault] = await faultsOf({ layout: 'almaty-ciyt' });
  assert.ok([fault?.details?.nearest].flat().includes('almaty-city'));
});

test('a letter that no font has is named by code point and field', async () => {
  for (const [letter, codePoint] of [
    ['🏠', 'U+1F3E0'],
    ['水', 'U+6C34'],
    ['ب', 'U+0628'],
  ] as const) {
    await check({ account: { ...account, payer: `Үлгі ${letter}` } }, [
      'GLYPH_MISSING',
      '/account/payer',
    ]);
    const [fault] = await faultsOf({ account: { ...account, payer: `Үлгі ${letter}` } });
    assert.equal(fault?.details?.codePoint, codePoint);
    assert.ok(fault?.message.includes(codePoint));
  }
});

test('letters are looked for in every text, and each text is told once', async () => {
  const service = { kk: 'Су 🏠', ru: 'Вода 水 🏠' };
  const notices: BillInput['notices'] = [
    { kind: 'info', text: { kk: 'а', ru: '🏠' }, priority: 5 },
  ];
  await check(
    { charges: [aCharge({ service })], notices, totalDue: '719.13', optionalDue: '0.00' },
    ['GLYPH_MISSING', '/charges/0/service/kk'],
    ['GLYPH_MISSING', '/charges/0/service/ru'],
    ['GLYPH_MISSING', '/notices/0/text/ru'],
  );
});

test('every layout has the common letters, and a bill of them is known by all its texts', () => {
  const { catalogue, measure } = resources;
  for (const { faces } of catalogue.layouts) {
    const missing = (face: string) => measure.missing(face, commonLetters.join(''));
    for (const face of faces.values()) assert.equal(missing(face), undefined);
  }
  const { address } = account;
  const isCommon = (overrides: object) =>
    hasOnlyCommonLetters(parsed({ ...aBill(), ...overrides }));
  assert.ok(isCommon({}));
  for (const letter of ['水', '\u00ad', 'Ñ']) {
    assert.ok(!isCommon({ account: { ...account, payer: `Үлгі ${letter}` } }));
    assert.ok(!isCommon({ account: { ...account, address: { ...address, ru: `ул. ${letter}` } } }));
    assert.ok(!isCommon({ paymentCodes: [{ kind: 'opaque', text: `A${letter}` }] }));
  }
  // Nobody has looked through a copy.
  assert.ok(!hasOnlyCommonLetters({ ...parsed(aBill()) }));
});

test('letters of rarer packs are no fault', async () => {
  await check({ account: { ...account, payer: 'Łódź Ñandú Ѳома Ӝ' } });
});

test('the payload of a code is not printed, so its letters are its own affair', async () => {
  await check({ paymentCodes: [{ kind: 'opaque', text: 'A\u001d水🏠' }] });
  const caption = { kk: 'Төлеу 🏠' };
  await check({ paymentCodes: [{ kind: 'opaque', text: 'A水', caption }] }, [
    'GLYPH_MISSING',
    '/paymentCodes/0/caption/kk',
  ]);
});

test('everything is told at once', async () => {
  await check(
    {
      language: 'en',
      account: { ...account, number: '1', payer: '🏠' },
      suppliers: [{ ...water, logo: 'sun' }, osi],
    },
    ['LANGUAGE_NOT_OFFERED', '/language'],
    ['BILL_INVALID', '/account/number'],
    ['IMAGE_UNKNOWN', '/suppliers/0/logo'],
    ['GLYPH_MISSING', '/account/payer'],
  );
});

test('what cannot be read as a bill is not checked against a layout', async () => {
  await check({ language: 'en', payBy: '2026-13-45' }, ['BILL_INVALID', '/payBy']);
});
