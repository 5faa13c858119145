// Payment codes: the published vectors, the texts built, and what is refused.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc16 } from '../../../src/bill/crc.ts';
import { linearPayload } from '../../../src/bill/linear-payload.ts';
import { paymentPayload } from '../../../src/bill/payment-code.ts';
import type { BillInput } from '../../../src/bill/schema.ts';
import { aBill, aCharge, aParsedBill, today } from '../../support/a-bill.ts';
import { parseBill } from '../../support/parse-bill.ts';

type Code = NonNullable<BillInput['paymentCodes']>[number];

/** Text and its CRC-16/CCITT-FALSE: the check value of the algorithm, then published payloads. */
const checksums: readonly [string, string][] = [
  ['123456789', '29B1'],
  [
    '00020101021252044131153137210116372101160123456789ABCDE6010Phnom Penh5913Merchant Shop' +
      '5802KH540510.005303840622501081234567802090124444446304',
    'A0BA',
  ],
  [
    '000201010211057704736a2f41a3-c54c-fce8-32d2-0324e1c32e22*3440e5bf-81ca-4c5f-a1b2-' +
      'cf989f09a03952045024530384054031005802US5913Test Merchant6008New York6208030412346304',
    '6F6D',
  ],
];

for (const [text, expected] of checksums) {
  test(`the checksum of ${text.slice(0, 20)}… is ${expected}`, () => {
    assert.strictEqual(crc16(text), expected);
  });
}

const emv: Extract<Code, { kind: 'emv-mpm' }> = {
  kind: 'emv-mpm',
  schemes: [{ id: '26', scheme: 'kz.example.bill', fields: [{ id: '01', value: '200540000120' }] }],
  merchantName: 'EXAMPLE ERC',
  merchantCity: 'ALMATY',
  additional: { billNumber: '2004000123', customerLabel: '000123456' },
};

const russian: Extract<Code, { kind: 'st00012' }> = {
  kind: 'st00012',
  values: {
    PayeeINN: '6200098765',
    CorrespAcc: '30101810400000000225',
    BIC: '044525225',
    BankName: 'ОАО "БАНК"',
    PersonalAcc: '40702810138250123017',
    Name: 'ООО «Три кита»',
    Sum: '1672588',
  },
};

const kaspi: Code = {
  kind: 'url-template',
  template: 'https://kaspi.example/pay/{alias}?{param}={account}',
  values: { alias: 'Үлгі/1', param: '5742', account: '000123457' },
};

/** Code, then the text it encodes; the bill's total is 16725.88. */
const texts: readonly [string, Code, string][] = [
  [
    'the synthetic Kazakh example',
    { ...emv, amount: '16725.88' },
    '00020101021226350015kz.example.bill0112200540000120520449005303398540816725.88' +
      '5802KZ5911EXAMPLE ERC6006ALMATY62270110200400012306090001234566304F6DC',
  ],
  [
    'emv objects in the order of their ids, lengths in characters',
    {
      ...emv,
      initiation: 'dynamic',
      schemes: [
        { id: '51', scheme: 'b' },
        {
          id: '26',
          scheme: 'a',
          fields: [
            { id: '02', value: 'y' },
            { id: '01', value: 'x' },
          ],
        },
      ],
      cards: [{ id: '02', value: '4000' }],
      additional: {},
      postalCode: '050000',
      language: { language: 'kk', merchantName: 'Үлгі БЕО', merchantCity: 'Алматы' },
      unreserved: [{ id: '80', scheme: 'c', fields: [{ id: '05', value: 'x' }] }],
    },
    '00020101021202044000' +
      '26150001a0101x0201y51050001b520449005303398' +
      '5802KZ5911EXAMPLE ERC6006ALMATY610605000064280002kk0108Үлгі БЕО0206Алматы' +
      '80100001c0501x6304',
  ],
  [
    'the five obligatory values first, in the order of the standard',
    russian,
    'ST00012|Name=ООО «Три кита»|PersonalAcc=40702810138250123017|BankName=ОАО "БАНК"|' +
      'BIC=044525225|CorrespAcc=30101810400000000225|Sum=1672588|PayeeINN=6200098765',
  ],
  [
    'values percent-encoded',
    kaspi,
    'https://kaspi.example/pay/%D2%AE%D0%BB%D0%B3%D1%96%2F1?5742=000123457',
  ],
  [
    'opaque, verbatim',
    { kind: 'opaque', text: 'https://qr.example/а\t{x}\n' },
    'https://qr.example/а\t{x}\n',
  ],
  ['plain', { kind: 'plain', text: '000123457' }, '000123457'],
];

for (const [name, code, expected] of texts) {
  test(name, () => {
    const bill = aParsedBill({ charges: [bigCharge()], paymentCodes: [code] });
    const [parsed] = bill.paymentCodes;
    assert(parsed !== undefined);
    const payload = paymentPayload(parsed, bill);
    assert(payload.ok, JSON.stringify(payload));
    // A text that ends in the id and length of the checksum stands for any checksum.
    const text = expected.endsWith('6304') ? expected + crc16(expected) : expected;
    assert.deepStrictEqual(payload.value, { text, readable: '000123457' });
  });
}

test('the account beside a code is the one that the code names', () => {
  const template = 'https://pay.example/{account}';
  const code: Code = { kind: 'url-template', template, values: { account: '123457' } };
  const bill = aParsedBill({ paymentCodes: [code] });
  const [parsed] = bill.paymentCodes;
  assert(parsed !== undefined);
  const payload = paymentPayload(parsed, bill);
  assert(payload.ok);
  assert.strictEqual(payload.value.readable, '123457');
});

const field = { id: '01', value: 'x'.repeat(90) };
const url = (template: string, values: Record<string, string> = {}): Code => ({
  kind: 'url-template',
  template,
  values,
});

/** Code, then code and pointer of each fault, in the bill's first payment code. */
const refusals: readonly [string, Code, readonly string[]][] = [
  ['no value', url('https://a.example/{x}?{y}={x}', { y: '1' }), ['CODE_REFUSED /template']],
  [
    'two values',
    url('https://a.example/{x}{y}'),
    ['CODE_REFUSED /template', 'CODE_REFUSED /template'],
  ],
  ['inherited name', url('https://a.example/{toString}'), ['CODE_REFUSED /template']],
  ['inherited name as a sum', url('https://a.example/?sum={toString}'), ['CODE_REFUSED /template']],
  ['lone brace', url('https://a.example/{x', { x: '1' }), ['CODE_REFUSED /template']],
  ['http', url('http://a.example/'), ['BILL_INVALID /template']],
  ['host by value', url('https://{x}.example/', { x: 'a' }), ['BILL_INVALID /template']],
  ['user in host', url('https://a.example@b.example/'), ['BILL_INVALID /template']],
  ['space', url('https://a.example/ x'), ['BILL_INVALID /template']],
  ['no name', url('https://a.example/', { '1': 'x' }), ['BILL_INVALID /values/1']],
  [
    'amount as value',
    url('https://a.example/{sum}', { sum: '1.00' }),
    ['BILL_CONTRADICTORY /values/sum'],
  ],
  [
    'amount by another name',
    url('https://a.example/?a=1&Amount={x}', { x: '1' }),
    ['BILL_CONTRADICTORY /template'],
  ],
  [
    'amount in the template',
    url('https://a.example/?total=16725'),
    ['BILL_CONTRADICTORY /template'],
  ],
  ['other amount', { ...emv, amount: '16725.87' }, ['BILL_CONTRADICTORY /amount']],
  [
    'zero amount',
    { ...emv, amount: '0.00' },
    ['CODE_REFUSED /amount', 'BILL_CONTRADICTORY /amount'],
  ],
  ['nobody to pay', { ...emv, schemes: [] }, ['CODE_REFUSED ']],
  [
    'object twice',
    {
      ...emv,
      schemes: [
        { id: '26', scheme: 'a' },
        { id: '26', scheme: 'b' },
      ],
    },
    ['CODE_REFUSED '],
  ],
  [
    'sub-field twice',
    {
      ...emv,
      schemes: [
        {
          id: '26',
          scheme: 'a',
          fields: [
            { ...field, value: 'x' },
            { ...field, value: 'y' },
          ],
        },
      ],
    },
    ['CODE_REFUSED /schemes/0'],
  ],
  [
    'object too long',
    { ...emv, schemes: [{ id: '26', scheme: 'abc', fields: [field] }] },
    ['CODE_REFUSED '],
  ],
  ['Cyrillic merchant', { ...emv, merchantCity: 'Алматы' }, ['BILL_INVALID /merchantCity']],
  [
    'id out of range',
    { ...emv, schemes: [{ id: '25', scheme: 'a' }] },
    ['BILL_INVALID /schemes/0/id'],
  ],
  [
    'other sum',
    { ...russian, values: { ...russian.values, Sum: '1672587' } },
    ['BILL_CONTRADICTORY /values/Sum'],
  ],
  [
    'Kazakh account',
    { ...russian, values: { ...russian.values, PersonalAcc: 'KZ86125KZT5004100100' } },
    ['BILL_INVALID /values/PersonalAcc'],
  ],
  [
    'separator',
    { ...russian, values: { ...russian.values, Name: 'a|b' } },
    ['BILL_INVALID /values/Name'],
  ],
];

for (const [name, code, expected] of refusals) {
  test(`refused: ${name}`, () => {
    const bill = aBill({ charges: [bigCharge()], paymentCodes: [code] });
    const outcome = parseBill(bill, { today });
    assert(!outcome.ok);
    const found = outcome.faults.map(
      (fault) => `${fault.code} ${fault.pointer?.replace('/paymentCodes/0', '')}`,
    );
    assert.deepStrictEqual(found, expected);
  });
}

/** Template of a linear barcode, then its text or the code of the fault. */
const linear: readonly [string, string, string][] = [
  ['{account}', '000123457', 'ok'],
  ['{account}{period}', '000123457202610', 'ok'],
  ['({number})/{total}', '(261000004711)/1672588', 'ok'],
  ['12345', '12345', 'ok'],
  ['{accounts}', '', 'LAYOUT_FAILED'],
  ['{account', '', 'LAYOUT_FAILED'],
  ['{}', '', 'LAYOUT_FAILED'],
];

for (const [template, text, code] of linear) {
  test(`linear ${template} is ${text || code}`, () => {
    const bill = aParsedBill({ charges: [bigCharge()], number: '261000004711' });
    const outcome = linearPayload(template, bill);
    if (outcome.ok) assert.deepStrictEqual([outcome.value, 'ok'], [text, code]);
    else
      assert.deepStrictEqual(
        outcome.faults.map((fault) => fault.code),
        [code],
      );
  });
}

test('a linear code that needs a number the bill lacks points at it', () => {
  const outcome = linearPayload('{number}', aParsedBill());
  assert(!outcome.ok);
  assert.deepStrictEqual(
    outcome.faults.map(({ pointer }) => pointer),
    ['/number'],
  );
});

function bigCharge() {
  return aCharge({ charged: '16725.88', quantity: undefined });
}
