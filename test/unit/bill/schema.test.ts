// The contract as a schema: what it takes, what it says when it does not, and its JSON Schema.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { type BillInput, billSchema } from '../../../src/bill/schema.ts';
import { aBill, aCharge, aMeter, aParsedBill, today } from '../../support/a-bill.ts';
import { parseBill } from '../../support/parse-bill.ts';

test('defaults are filled in and money becomes whole tiyn', () => {
  const bill = aParsedBill();
  const [charge] = bill.charges;
  assert.strictEqual(bill.language, 'kk-ru');
  assert.strictEqual(bill.duplicate, false);
  assert.deepStrictEqual([bill.houseMeters, bill.paymentCodes, bill.notices], [[], [], []]);
  assert.deepStrictEqual(charge?.lines, []);
  assert.strictEqual(charge?.charged, 71913);
  assert.deepStrictEqual(
    [charge?.recalculation, charge?.penalty, charge?.benefit, charge?.paid, charge?.optional],
    [0, 0, 0, 0, false],
  );
  assert.strictEqual(bill.meters[0]?.previous.value, '676.19');
  assert.strictEqual(bill.meters[0]?.replaced, false);
});

test('the print date is the given one, else today', () => {
  assert.strictEqual(aParsedBill().printedOn, '2026-11-06');
  const outcome = parseBill(aBill({ printedOn: undefined }), { today: '2026-11-09' });
  assert(outcome.ok);
  assert.strictEqual(outcome.value.printedOn, '2026-11-09');
});

test('JSON numbers are taken for exact amounts and decimals', () => {
  const bill = aBill({
    charges: [aCharge({ charged: 719.13, due: 719.13, openingBalance: 0, quantity: 7.82 })],
    totalDue: 719.13,
  });
  const outcome = parseBill(bill, { today });
  assert(outcome.ok, JSON.stringify(outcome));
  assert.strictEqual(outcome.value.charges[0]?.quantity, '7.82');
});

const { account, suppliers } = aBill();

/** A field given wrongly, where the fault points, and a part of what it says. */
const refusals: readonly [Record<string, unknown>, string, RegExp][] = [
  [{ layout: '../etc/passwd' }, '/layout', /id of a layout/],
  [{ layout: 'almaty-city@0' }, '/layout', /id of a layout/],
  [{ language: 'kz' }, '/language', /one of kk-ru, kk, ru, en/],
  [{ period: undefined }, '/period', /missing/],
  [{ period: '2026-13' }, '/period', /YYYY-MM/],
  [{ period: null }, '/period', /null; leave it out/],
  [{ issuedOn: '2026-02-30' }, '/issuedOn', /YYYY-MM-DD/],
  [{ duplicate: 'yes' }, '/duplicate', /true or false/],
  [{ totalDue: undefined }, '/totalDue', /missing/],
  [{ totalDue: null }, '/totalDue', /null/],
  [{ totalDue: '719,13' }, '/totalDue', /amount in tenge/],
  [{ totalDue: 719.131 }, '/totalDue', /amount in tenge/],
  [{ totalDue: true }, '/totalDue', /amount in tenge/],
  [{ totalDue: '-1.00' }, '/totalDue', /not be negative/],
  [{ account: 'x' }, '/account', /an object/],
  [{ account: { ...account, number: '00012Ж' } }, '/account/number', /Latin letters/],
  [{ account: { ...account, payer: '  ' } }, '/account/payer', /blank/],
  [{ account: { ...account, payer: 'ә'.repeat(161) } }, '/account/payer', /at most 160 char/],
  [{ account: { ...account, residents: 1.5 } }, '/account/residents', /a whole number/],
  [{ account: { ...account, residents: -1 } }, '/account/residents', /at least 0/],
  [{ account: { ...account, area: '-1' } }, '/account/area', /not be negative/],
  [{ account: { ...account, address: { ru: 'г. Алматы' } } }, '/account/address/kk', /missing/],
  [{ account: { ...account, adress: 1 } }, '/account/adress', /did you mean address\?/],
  [{ зачем: 1 }, '/зачем', /no such field here; the fields are layout, /],
  [{ tottalDue: 1 }, '/tottalDue', /did you mean totalDue\?/],
  [{ [`x${'y'.repeat(99)}`]: 1 }, '', /very long unknown name/],
  [{ suppliers: [] }, '/suppliers', /at least 1 entries/],
  [{ suppliers: [{ ...suppliers[0], logo: '../x' }, suppliers[1]] }, '/suppliers/0/logo', /image/],
  [
    { suppliers: [{ ...suppliers[0], bin: '123456789012' }, suppliers[1]] },
    '/suppliers/0/bin',
    /BIN/,
  ],
  [{ meters: [aMeter({ digits: 0 })] }, '/meters/0/digits', /at least 1/],
  [{ meters: [aMeter({ ratio: '0.00' })] }, '/meters/0/ratio', /greater than 0/],
  [{ meters: Array(61).fill(aMeter()) }, '/meters', /at most 60 entries/],
  [{ paymentCodes: [{ kind: 'cash' }] }, '/paymentCodes/0/kind', /url-template, opaque, emv-mpm/],
  [{ paymentCodes: [{}] }, '/paymentCodes/0/kind', /url-template, opaque, emv-mpm/],
  [{ paymentCodes: [{ kind: 'opaque', text: '\ud800' }] }, '/paymentCodes/0/text', /surrogate/],
];

for (const [fields, pointer, message] of refusals) {
  test(`${pointer}: ${message.source}`, () => {
    const outcome = parseBill({ ...aBill(), ...fields }, { today });
    assert(!outcome.ok);
    const [fault, ...others] = outcome.faults;
    assert.strictEqual(fault?.code, 'BILL_INVALID');
    assert.strictEqual(fault.pointer, pointer);
    assert.match(fault.message, message);
    assert.deepStrictEqual(others, []);
  });
}

test('messages repeat nothing that the caller typed', () => {
  const secret = 'Құпия-900101300126';
  const wrong = everywhere(aBill(), secret);
  const outcome = parseBill(wrong, { today });
  assert(!outcome.ok);
  assert(outcome.faults.length > 20);
  for (const { message } of outcome.faults) assert(!message.includes('Құпия'), message);
});

test('a control character is one fault, though the pattern of its field is broken too', () => {
  const outcome = parseBill(aBill({ account: { ...account, number: '00\u0000012' } }), { today });
  assert(!outcome.ok);
  assert.deepStrictEqual(outcome.faults, [
    {
      code: 'BILL_INVALID',
      message: 'The text holds U+0000, which prints nothing: take it out.',
      pointer: '/account/number',
      details: { codePoint: 'U+0000' },
    },
  ]);
});

test('all unknown fields of an object are named, each by its own fault', () => {
  const outcome = parseBill({ ...aBill(), charge: [], meter: [], x: 1 }, { today });
  assert(!outcome.ok);
  const named = outcome.faults.map(({ pointer, message }) => [pointer, message.slice(0, 45)]);
  assert.deepStrictEqual(named, [
    ['/charge', 'There is no such field; did you mean charges?'],
    ['/meter', 'There is no such field; did you mean meters?'],
    ['/x', 'There is no such field here; the fields are l'],
  ]);
});

test('at most a hundred faults are listed, then their number', () => {
  const extra = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`x${i}`, i]));
  const bill = { ...aBill(), ...extra, account: { ...account, ...extra } };
  const outcome = parseBill(bill, { today });
  assert(!outcome.ok);
  assert.strictEqual(outcome.faults.length, 101);
  assert.match(outcome.faults.at(-1)?.message ?? '', /60 more faults/);
});

test('the JSON Schema of the input can be derived, with ids, patterns and descriptions', () => {
  const schema = z.toJSONSchema(billSchema, { io: 'input' });
  const definitions = schema.$defs ?? {};
  for (const id of ['Bill', 'Account', 'Supplier', 'Charge', 'Meter', 'HouseMeter', 'Notice']) {
    assert(definitions[id]?.description, id);
    assert.strictEqual(definitions[id].additionalProperties, false, id);
  }
  const { required, properties } = definitions.Charge ?? {};
  const obligatory = ['supplier', 'service', 'basis', 'openingBalance', 'charged', 'due'];
  assert.deepStrictEqual(required, obligatory);
  assert.match(JSON.stringify(properties?.due), /"anyOf":\[{"type":"string","pattern":"\^-\?/);
  assert.match(JSON.stringify(definitions.Bill?.properties?.payBy), /"format":"date"/);
});

/** The bill with every leaf replaced by a text that is right nowhere but in free texts. */
function everywhere(value: unknown, leaf: string): unknown {
  if (Array.isArray(value)) return value.map((item) => everywhere(item, leaf));
  if (typeof value !== 'object' || value === null) return leaf;
  const entries = Object.entries(value satisfies object);
  return Object.fromEntries(entries.map(([key, field]) => [key, everywhere(field, leaf)]));
}

test('types: what aBill makes is what callers may send', () => {
  const input: BillInput = aBill();
  assert(billSchema.safeParse(input).success);
});
