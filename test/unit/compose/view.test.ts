// The bill as templates see it: every field there, what follows from the data worked out once.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BillInput } from '../../../src/bill/schema.ts';
import { viewBill } from '../../../src/compose/view.ts';
import { aBill, aCharge, aHouseMeter, aMeter, aParsedBill } from '../../support/a-bill.ts';

function viewOf(overrides: Partial<BillInput> = {}, centre?: Parameters<typeof viewBill>[1]) {
  return viewBill(aParsedBill(overrides), centre).view;
}

const name = { kk: 'Су', ru: 'Вода' };
const suppliers = [
  { id: 'water', name },
  { id: 'osi', name },
];

test('what a bill lacks is null, never absent', () => {
  const { account, number, paymentsCountedTo, lastPayment, payment, centre } = viewOf();
  assert.deepEqual(
    { number, paymentsCountedTo, lastPayment, payment, centre },
    {
      number: null,
      paymentsCountedTo: null,
      lastPayment: null,
      payment: { method: null, purpose: null },
      centre: null,
    },
  );
  assert.deepEqual([account.residents, account.area, account.contract], [4, null, null]);
  holdsNoUndefined(viewOf({ meters: [aMeter({ current: undefined, place: undefined })] }), 'view');
});

function holdsNoUndefined(value: unknown, place: string): void {
  assert.notEqual(value, undefined, place);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    // Languages of a phrase fall back, so helpers look for them themselves.
    if (key !== 'ru' && key !== 'en') holdsNoUndefined(one, `${place}.${key}`);
  }
}

test('every view has the same fields, so that templates may name them', () => {
  const fieldsOf = (value: object) => Object.keys(value).toSorted();
  const bare = viewOf();
  const rich = viewOf({ number: '7', notices: [{ kind: 'info', text: name, priority: 3 }] });
  assert.deepEqual(fieldsOf(bare), fieldsOf(rich));
  const [plain] = bare.obligatory;
  const [full] = viewOf({
    charges: [aCharge({ period: '2026-09', recalculationReason: name })],
  }).obligatory;
  assert.ok(plain !== undefined && full !== undefined);
  assert.deepEqual(fieldsOf(plain), fieldsOf(full));
});

test('parties are numbered from 1, the settlement centre first', () => {
  const keysOf = (view: ReturnType<typeof viewOf>) => view.parties.map(({ key, id }) => [key, id]);
  assert.deepEqual(keysOf(viewOf()), [
    [1, 'water'],
    [2, 'osi'],
  ]);
  const centre = { name, phones: [] };
  const expected = [
    [1, null],
    [2, 'water'],
    [3, 'osi'],
  ];
  assert.deepEqual(keysOf(viewOf({ settlementCentre: { name } })), expected);
  assert.deepEqual(keysOf(viewOf({}, centre)), expected);
  assert.equal(viewOf().severalSuppliers, true);
});

test('the bill’s own settlement centre goes before that of the layout', () => {
  const centre = { name: { kk: 'Басқа' }, phones: [] };
  assert.equal(viewOf({ settlementCentre: { name } }, centre).centre?.name.kk, 'Су');
  assert.equal(viewOf({}, centre).centre?.name.kk, 'Басқа');
});

test('charges are parted in obligatory and optional ones, each run opens its supplier', () => {
  const charges = [
    aCharge({ service: { kk: 'a' } }),
    aCharge({ service: { kk: 'b' }, optional: true }),
    aCharge({ service: { kk: 'c' } }),
    aCharge({ service: { kk: 'd' }, supplier: 'osi' }),
    aCharge({ service: { kk: 'e' } }),
    aCharge({ service: { kk: 'f' }, optional: true }),
  ];
  const { obligatory, optional } = viewOf({ charges });
  const shown = (list: typeof obligatory) =>
    list.map(({ service, opensSupplier, opens, follows, supplier }) => {
      return [service.kk, supplier?.id, opensSupplier, opens?.id, follows];
    });
  assert.deepEqual(shown(obligatory), [
    ['a', 'water', true, 'water', true],
    ['c', 'water', false, undefined, true],
    ['d', 'osi', true, 'osi', true],
    ['e', 'water', true, 'water', true],
  ]);
  assert.deepEqual(shown(optional), [
    ['b', 'water', true, 'water', true],
    ['f', 'water', false, undefined, true],
  ]);
});

test('an overpaid charge is marked, and so is the bill', () => {
  const charges = [aCharge({ openingBalance: '-719.14' })];
  const view = viewOf({ charges });
  assert.deepEqual([view.hasOverpayment, view.obligatory[0]?.overpaid], [true, true]);
  assert.deepEqual([viewOf().hasOverpayment, viewOf().obligatory[0]?.overpaid], [false, false]);
});

test('another period is told only where it is another', () => {
  const periodsOf = (period?: string) => {
    const [charge] = viewOf({ charges: [aCharge({ period })] }).obligatory;
    return [charge?.period, charge?.otherPeriod];
  };
  assert.deepEqual(periodsOf('2026-09'), ['2026-09', '2026-09']);
  assert.deepEqual(periodsOf('2026-10'), ['2026-10', null]);
  assert.deepEqual(periodsOf(), [null, null]);
});

test('a charge has the readings of its meters, in its order', () => {
  const meters = [
    aMeter({ id: 'C1' }),
    aMeter({ id: 'C2', previous: { value: '10', on: '2026-09-25' }, current: undefined }),
  ];
  const [charge] = viewOf({ meters, charges: [aCharge({ meters: ['C2', 'C1'] })] }).obligatory;
  assert.deepEqual(charge?.previous, ['10', '676.19']);
  assert.deepEqual(charge?.current, [null, '684.01']);
  assert.deepEqual(
    charge?.readings.map(({ previous, current }) => [previous.value, current?.value]),
    [
      ['10', undefined],
      ['676.19', '684.01'],
    ],
  );
});

test('the total of the optional charges follows where the bill gives none', () => {
  assert.equal(viewOf().optionalDue, 45_000);
  const { optionalDue: _, ...bill } = aBill();
  const charges = [
    aCharge({ optional: true, openingBalance: '-9999.00' }),
    aCharge({ optional: true, service: { kk: 'b' }, charged: '450.00' }),
  ];
  assert.equal(viewOf({ ...bill, charges, totalDue: '0.00' }).optionalDue, 45_000);
});

test('the last reading of a meter is the current one, else the previous', () => {
  const [meter] = viewOf().meters;
  assert.equal(meter?.lastReading.value, '684.01');
  const [unread] = viewOf({ meters: [aMeter({ current: undefined })] }).meters;
  assert.equal(unread?.lastReading.value, '676.19');
});

function historyOf(meter: string, months: Readonly<Record<string, string>>) {
  const entries = Object.entries(months).map(([period, quantity]) => ({ period, quantity }));
  return { meter, unit: 'm3' as const, months: entries };
}

test('histories stand on one axis of months, with gaps as zeros', () => {
  const { meters, months, hasHistory } = viewOf({
    meters: [aMeter({ id: 'C1' }), aMeter({ id: 'C2' }), aMeter({ id: 'C3' })],
    consumptionHistory: [
      historyOf('C1', { '2026-08': '5', '2026-10': '7.82' }),
      historyOf('C2', { '2025-10': '1.5', '2026-09': '2', '2026-10': '3' }),
    ],
  });
  assert.deepEqual(
    months.map(({ label, kind }) => `${label} ${kind}`),
    ['10 current', '8 plain', '9 plain', '10 current'],
  );
  const [first, second, third] = meters.map(({ history }) => history);
  assert.deepEqual(
    first?.bars.map(({ value }) => value),
    [0, 5, 0, 7.82],
  );
  assert.deepEqual(
    second?.bars.map(({ value, kind }) => `${value} ${kind}`),
    ['1.5 compared', '0 plain', '2 plain', '3 current'],
  );
  assert.deepEqual([first?.compared, second?.compared?.quantity], [null, '1.5']);
  assert.deepEqual([third, hasHistory], [null, true]);
});

test('at most thirteen months are shown, the latest', () => {
  const months = Object.fromEntries(
    ['2024', '2025', '2026'].flatMap((year) =>
      ['06', '07', '08', '09', '10'].map((month) => [`${year}-${month}`, '1'] as const),
    ),
  );
  const [early, late] = [
    Object.fromEntries(Object.entries(months).slice(0, 7)),
    Object.fromEntries(Object.entries(months).slice(7)),
  ];
  const view = viewOf({
    meters: [aMeter({ id: 'C1' }), aMeter({ id: 'C2' })],
    consumptionHistory: [historyOf('C1', early), historyOf('C2', late)],
  });
  assert.equal(view.months.length, 13);
  assert.equal(view.meters[0]?.history?.bars.length, 13);
});

test('a bill without histories has none, and no axis', () => {
  const { months, hasHistory, meters } = viewOf();
  assert.deepEqual([months, hasHistory, meters[0]?.history], [[], false, null]);
});

test('notices stand by priority, then as sent; deadlines and debts may never be dropped', () => {
  const notice = (kind: 'info' | 'debt' | 'deadline' | 'tariff', priority: number) => ({
    kind,
    priority,
    text: name,
    supplier: priority === 5 ? 'osi' : undefined,
  });
  const { notices } = viewOf({
    notices: [notice('info', 9), notice('debt', 8), notice('tariff', 5), notice('deadline', 8)],
  });
  assert.deepEqual(
    notices.map(({ kind, dropPriority, urgent, pointer, supplier }) => {
      return [kind, dropPriority, urgent, pointer, supplier?.id];
    }),
    [
      ['tariff', 5, false, '/notices/2', 'osi'],
      ['debt', 0, true, '/notices/1', undefined],
      ['deadline', 0, true, '/notices/3', undefined],
      ['info', 9, false, '/notices/0', undefined],
    ],
  );
});

test('reading windows come with their channels on one line', () => {
  const channels = [
    { kind: 'phone' as const, value: '109', hours: '9:00–18:00' },
    { kind: 'site' as const, value: 'su.example' },
  ];
  const readingWindow = { fromDay: 20, toDay: 25, channels };
  const [window, ...others] = viewOf({
    suppliers: [{ id: 'water', name, readingWindow }, ...suppliers.slice(1)],
  }).windows;
  assert.deepEqual(others, []);
  assert.deepEqual(
    [window?.fromDay, window?.toDay, window?.contacts, window?.channels[1]?.hours],
    [20, 25, '109 (9:00–18:00), su.example', null],
  );
});

test('payment codes have their payload, their account and their place in the bill', () => {
  const code = { kind: 'plain' as const, text: 'A-17', caption: name };
  const template = 'https://pay.example/?account={account}';
  const url = { kind: 'url-template' as const, template, values: { account: '000123457' } };
  // A bill that was read quickly has every language of a phrase, those that are not there as well.
  const caption = { ...name, en: undefined };
  assert.deepEqual(viewOf({ paymentCodes: [code, url] }).codes, [
    { payload: 'A-17', readable: '000123457', caption, pointer: '/paymentCodes/0' },
    {
      payload: 'https://pay.example/?account=000123457',
      readable: '000123457',
      caption: null,
      pointer: '/paymentCodes/1',
    },
  ]);
});

test('a house meter says whether there is a difference to share', () => {
  const sharedOf = (difference: string, volume: string) =>
    viewOf({ houseMeters: [aHouseMeter({ difference, volume })] }).houseMeters[0]?.shared;
  assert.equal(sharedOf('3.680', '38.000'), true);
});
