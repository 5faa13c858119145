// No printed amount of the row or the totals can be changed by one tiyn without being refused.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { moneyText, parseMoney } from '../../../src/bill/money.ts';
import type { BillInput } from '../../../src/bill/schema.ts';
import { aBill, aCharge, aHouseMeter, today } from '../../support/a-bill.ts';
import { parseBill } from '../../support/parse-bill.ts';

const rowFields = [
  'openingBalance',
  'charged',
  'recalculation',
  'penalty',
  'paid',
  'benefit',
  'due',
] as const;

const anyAmount = fc.integer({ min: -99_999_99, max: 99_999_99 }).map(moneyText);

const anyCharge = fc
  .record({
    openingBalance: anyAmount,
    charged: anyAmount,
    recalculation: anyAmount,
    penalty: anyAmount,
    paid: anyAmount,
    benefit: anyAmount,
    optional: fc.boolean(),
  })
  .map(aCharge);

const anyBill = fc
  .array(anyCharge, { minLength: 1, maxLength: 6 })
  .map((charges) => withCodes(aBill({ charges })));

/** Each kind of code that carries the total, and a house meter whose charge stands in the table. */
function withCodes(bill: BillInput): BillInput {
  const total = String(bill.totalDue);
  const tiyn = parseMoney(total) ?? 0;
  const template = 'https://pay.example/?account=000123457&amount={amount}';
  return {
    ...bill,
    paymentCodes: [
      { kind: 'url-template', template, values: { amount: total } },
      ...(tiyn === 0 ? [] : [emvCode(total), russianCode(tiyn)]),
    ],
  };
}

type Code = NonNullable<BillInput['paymentCodes']>[number];

function emvCode(amount: string): Code {
  const schemes = [{ id: '26', scheme: 'kz.example.bill' }];
  return { kind: 'emv-mpm', schemes, merchantName: 'ERC', merchantCity: 'ALMATY', amount };
}

function russianCode(tiyn: number): Code {
  const values = {
    Name: 'ООО «Три кита»',
    PersonalAcc: '40702810138250123017',
    BankName: 'ОАО "БАНК"',
    BIC: '044525225',
    CorrespAcc: '30101810400000000225',
    Sum: String(tiyn),
  };
  return { kind: 'st00012', values };
}

test('a bill whose sums are right is taken', () => {
  fc.assert(
    fc.property(anyBill, (bill) => {
      const outcome = parseBill(bill, { today });
      assert(outcome.ok, JSON.stringify(outcome));
    }),
  );
});

test('one tiyn more or less in any amount is refused as a contradiction', () => {
  const anyStep = fc.constantFrom(-1, 1);
  fc.assert(
    fc.property(anyBill, anyStep, fc.nat(), (bill, step, choice) => {
      const changes = changesOf(bill, step);
      const changed = changes[choice % changes.length];
      assert(changed !== undefined);
      const outcome = parseBill(changed, { today });
      assert(!outcome.ok);
      const codes = outcome.faults.map(({ code }) => code);
      // A total of 0.00 can also become a negative one, which the schema refuses.
      assert(codes.includes('BILL_CONTRADICTORY') || codes.includes('BILL_INVALID'));
    }),
    { numRuns: 500 },
  );
});

test('so is one tiyn in the charge of a house meter that the table shows', () => {
  const lines = [{ kind: 'house-share' as const, label: { kk: 'ҮОЕА' }, charged: '70.99' }];
  for (const charged of ['70.98', '71.00']) {
    const houseMeters = [aHouseMeter({ charged })];
    const outcome = parseBill(aBill({ charges: [aCharge({ lines })], houseMeters }), { today });
    assert(!outcome.ok);
  }
});

/** The bill with each of its amounts changed in turn, everything else as it was. */
function changesOf(bill: BillInput, step: number): BillInput[] {
  const changes: BillInput[] = [];
  const stepped = (amount: unknown) => moneyText((parseMoney(String(amount)) ?? 0) + step);
  bill.charges.forEach((charge, i) => {
    for (const field of rowFields) {
      const changed = { ...charge, [field]: stepped(charge[field] ?? 0) };
      changes.push({ ...bill, charges: bill.charges.with(i, changed) });
    }
  });
  changes.push({ ...bill, totalDue: stepped(bill.totalDue) });
  changes.push({ ...bill, optionalDue: stepped(bill.optionalDue) });
  const codes = bill.paymentCodes ?? [];
  codes.forEach((code, i) => {
    const changed = steppedCode(code, stepped, step);
    changes.push({ ...bill, paymentCodes: codes.with(i, changed) });
  });
  return changes;
}

function steppedCode(code: Code, stepped: (amount: unknown) => string, step: number): Code {
  switch (code.kind) {
    case 'url-template':
      return { ...code, values: { amount: stepped(code.values.amount) } };
    case 'emv-mpm':
      return { ...code, amount: stepped(code.amount) };
    case 'st00012':
      return { ...code, values: { ...code.values, Sum: String(Number(code.values.Sum) + step) } };
    default:
      return code;
  }
}
