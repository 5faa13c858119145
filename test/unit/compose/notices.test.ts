// Which standing notices a bill gets, what they say, and where they stand among the bill's own.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BillInput } from '../../../src/bill/schema.ts';
import { type NoticeView, noticesView } from '../../../src/compose/view-notices.ts';
import { partiesView } from '../../../src/compose/view-parties.ts';
import { wordings } from '../../../src/compose/wordings.ts';
import type { Fault } from '../../../src/fault.ts';
import { compileNotices } from '../../../src/layout/notice.ts';
import { standingNotice } from '../../../src/layout/schema-notice.ts';
import { aBill, aCharge, aHouseMeter, aMeter, aParsedBill } from '../../support/a-bill.ts';
import { aLayoutFile } from '../../support/a-layout-file.ts';

type NoticeInput = Readonly<Record<string, unknown>>;

const text = { kk: 'Мәтін', ru: 'Текст' };
const plain = { id: 'plain', kind: 'info', priority: 5, text } as const;

/** The notices of a bill in order of print. */
function shown(notices: readonly NoticeInput[], changes: Partial<BillInput> = {}) {
  const bill = aParsedBill(changes);
  const files = notices.map((notice) => standingNotice.parse({ ...plain, ...notice }));
  const compiled = compileNotices(aLayoutFile({ notices: files }), wordings, 'town/layout.json');
  assert.deepEqual(compiled.faults, [] satisfies Fault[]);
  const { byId: suppliers, parties } = partiesView(bill, undefined);
  const contact = parties[0] ?? null;
  return noticesView(bill, { suppliers, contact, standing: compiled.notices });
}

/** Whether a bill with `changes` has a notice under this condition. */
function check(when: object, changes: Partial<BillInput>, expected: boolean): void {
  const isOff = expected ? '' : 'not ';
  test(`${JSON.stringify(when)} is ${isOff}met by ${Object.keys(changes).join(', ')}`, () => {
    assert.equal(shown([{ when }], changes).length === 1, expected);
  });
}

describe('a condition', () => {
  const debt = { charges: [aCharge({ openingBalance: '10.00', paid: '9.99' })] };
  const settled = { charges: [aCharge({ openingBalance: '10.00', paid: '10.00' })] };
  const atWill = { charges: [aCharge(), aCharge({ openingBalance: '10.00', optional: true })] };
  const overpaid = {
    charges: [aCharge(), aCharge({ openingBalance: '-900.00', period: '2026-09' })],
  };
  check({}, {}, true);
  check({ hasDebt: true }, debt, true);
  check({ hasDebt: true }, settled, false);
  check({ hasDebt: true }, atWill, false);
  check({ hasDebt: true }, overpaid, false);
  check({ hasDebt: false }, settled, true);
  check({ hasDebt: false }, debt, false);
  check({ hasOverpayment: true }, overpaid, true);
  check({ hasOverpayment: true }, debt, false);
  check({ hasPenalty: true }, { charges: [aCharge({ penalty: '0.01' })] }, true);
  check({ hasPenalty: true }, settled, false);
  const reason = { kk: 'Үзіліс', ru: 'Перерыв' };
  const mended = aCharge({ recalculation: '-1.00', recalculationReason: reason });
  check({ hasRecalculation: true }, { charges: [mended] }, true);
  check({ hasRecalculation: true }, settled, false);
  const unmetered = { meters: [], charges: [aCharge({ meters: [], basis: 'norm' })] };
  check({ hasMeters: true }, {}, true);
  check({ hasMeters: true }, unmetered, false);
  check({ hasMeters: false }, unmetered, true);
  check({ hasHouseMeter: true }, { houseMeters: [aHouseMeter()] }, true);
  check({ hasHouseMeter: true }, {}, false);
  const paymentCodes = [{ kind: 'plain' as const, text: '000123457' }];
  check({ hasPaymentCode: true }, { paymentCodes }, true);
  check({ hasPaymentCode: true }, {}, false);
  check({ isDuplicate: true }, { duplicate: true }, true);
  check({ isDuplicate: false }, { duplicate: true }, false);
});

describe('a condition on a charge', () => {
  check({ charge: { basis: ['norm', 'meter'] } }, {}, true);
  check({ charge: { basis: ['norm'] } }, {}, false);
  check({ charge: { supplier: ['osi'] } }, {}, true);
  check({ charge: { supplier: ['gas'] } }, {}, false);
  check({ charge: { unit: ['m3'] } }, {}, true);
  check({ charge: { unit: ['Gcal'] } }, {}, false);
  check({ charge: { optional: true } }, {}, true);
  check({ charge: { optional: true } }, { charges: [aCharge()] }, false);
  // One charge has to match all of it: the optional one has no unit.
  check({ charge: { optional: true, unit: ['m3'] } }, {}, false);
  check(
    { charge: { optional: false, unit: ['m3'], basis: ['meter'], supplier: ['water'] } },
    {},
    true,
  );
});

describe('a condition on the account, the payment, the time', () => {
  check({ premises: ['flat', 'house'] }, {}, true);
  check({ premises: ['non-residential'] }, {}, false);
  check({ paymentMethod: ['none'] }, {}, true);
  check({ paymentMethod: ['debit'] }, {}, false);
  check({ paymentMethod: ['requisites', 'debit'] }, { payment: { method: 'debit' } }, true);
  check({ paymentMethod: ['none'] }, { payment: { method: 'debit' } }, false);
  check({ periodFrom: '2026-10' }, {}, true);
  check({ periodFrom: '2026-11' }, {}, false);
  check({ periodTo: '2026-10' }, {}, true);
  check({ periodTo: '2026-09' }, {}, false);
  check({ months: [10, 11, 12, 1, 2, 3, 4] }, {}, true);
  check({ months: [5, 6, 7, 8, 9] }, {}, false);
});

describe('a condition on verification counts months from the period', () => {
  const due = (verifyBy: string) => ({ meters: [aMeter({ verifyBy })] });
  check({ verificationWithinMonths: 0 }, due('2026-10'), true);
  check({ verificationWithinMonths: 0 }, due('2026-11'), false);
  check({ verificationWithinMonths: 0 }, due('2026-01'), true);
  check({ verificationWithinMonths: 2 }, due('2026-12'), true);
  check({ verificationWithinMonths: 2 }, due('2027-01'), false);
  check({ verificationWithinMonths: 3 }, due('2027-01'), true);
  check({ verificationWithinMonths: 15 }, due('2028-01'), true);
  check({ verificationWithinMonths: 14 }, due('2028-01'), false);
  check({ verificationWithinMonths: 24 }, { meters: [aMeter({ verifyBy: undefined })] }, false);
});

test("a notice gives way to the bill's own of the same kind", () => {
  const when = { unlessBillHas: ['debt', 'deadline'] };
  const own = (kind: 'debt' | 'info') => ({ notices: [{ kind, text, priority: 1 }] });
  const pointers = (views: readonly NoticeView[]) => views.map(({ pointer }) => pointer);
  assert.deepEqual(pointers(shown([{ when }], own('debt'))), ['/notices/0']);
  assert.equal(shown([{ when }], own('info')).length, 2);
});

test('validity is counted by the day the bill was formed, both ends included', () => {
  // The bill was formed on 2026-11-05 and printed a day later.
  const cases: readonly (readonly [object, boolean])[] = [
    [{}, true],
    [{ from: '2026-11-05' }, true],
    [{ from: '2026-11-06' }, false],
    [{ to: '2026-11-05' }, true],
    [{ to: '2026-11-04' }, false],
    [{ from: '2026-01-01', to: '2026-12-31' }, true],
  ];
  for (const [valid, expected] of cases) {
    assert.equal(shown([{ valid }]).length === 1, expected, JSON.stringify(valid));
  }
});

test('a text is filled in every language, from the bill and from whom to ask', () => {
  const filled = {
    when: { verificationWithinMonths: 1 },
    text: {
      kk: '{{date payBy}}: {{meterSerials}} — {{phone}}',
      ru: '{{moneyWithSign totalDue}} до {{date payBy}}',
    },
  };
  const bill = aBill();
  const suppliers = bill.suppliers.map((one) => ({ ...one, phones: ['+7 727 000 02 02'] }));
  const meters = [
    aMeter({ verifyBy: '2026-11' }),
    aMeter({ id: 'C2', serial: '77', verifyBy: '2026-05' }),
    aMeter({ id: 'C3', serial: '99', verifyBy: '2030-05' }),
  ];
  const [view] = shown([filled], { suppliers, meters });
  assert.equal(view?.text.kk, '25.11.2026: СГВ-15 № 20417733, 77 — +7 727 000 02 02');
  assert.equal(view?.text.ru?.replaceAll('\u00a0', ' '), '719,13 ₸ до 25.11.2026');
  assert.equal(view?.text.en, undefined);
});

test('a notice that mentions what the bill lacks is left out', () => {
  const notice = { text: { kk: '{{date paymentsCountedTo}}', ru: 'Текст' } };
  assert.equal(shown([notice]).length, 0);
  assert.equal(shown([notice], { paymentsCountedTo: '2026-11-04' }).length, 1);
});

test("order is by priority, then the bill's own first; urgent kinds never drop", () => {
  const standing = [
    { id: 'last', priority: 9 },
    { id: 'same', priority: 3 },
    { id: 'first', priority: 1 },
    { id: 'owed', priority: 4, kind: 'debt' },
    { id: 'until', priority: 8, kind: 'deadline' },
  ];
  const notices = [
    { kind: 'info', text, priority: 3 },
    { kind: 'legal', text, priority: 2, supplier: 'water' },
  ] as const;
  assert.deepEqual(
    shown(standing, { notices: [...notices] }).map(
      ({ pointer, dropPriority, urgent }) => `${pointer} ${dropPriority} ${urgent}`,
    ),
    [
      'town@3#/notices/first 1 false',
      '/notices/1 2 false',
      '/notices/0 3 false',
      'town@3#/notices/same 3 false',
      'town@3#/notices/owed 0 true',
      'town@3#/notices/until 0 true',
      'town@3#/notices/last 9 false',
    ],
  );
});
