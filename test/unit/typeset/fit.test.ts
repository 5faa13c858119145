// Climbing the ladder: rungs in order, warnings, drops, faults. A sheet has 200 points of height.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fault, type Outcome, success, type Warning } from '../../../src/fault.ts';
import type { Block } from '../../../src/typeset/block.ts';
import { fitSheet, type Ladder, type Rung } from '../../../src/typeset/fit.ts';
import { ptToMm } from '../../../src/typeset/unit.ts';
import { aRegion, aRoom, aSheet, aStack, aText, measure } from '../../support/block.ts';
import { aColumn, aRow, aTable, flex } from '../../support/table.ts';

interface Step extends Partial<Rung> {
  readonly id: string;
  readonly blocks: readonly Block[];
}

function ladderOf(steps: readonly Step[]): Ladder {
  return {
    rungs: steps.map(({ blocks: _, ...rung }) => {
      const plain = {
        silent: false,
        changes: `rows are ${rung.id}`,
        drops: false,
        isLuxury: false,
      };
      return { ...plain, ...rung };
    }),
    composeAt: (index) => success(aSheet([aRegion(steps[index]?.blocks ?? [])])),
  };
}

/** The rung taken and the warnings as `CODE what`. */
function check(steps: readonly Step[], rung: string, warnings: readonly string[]): void {
  const outcome = fitSheet(ladderOf(steps), measure);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  assert.deepEqual([outcome.value.rung, outcome.warnings.map(told)], [rung, warnings]);
}

function faultsOf(steps: readonly Step[]): readonly Fault[] {
  const outcome = fitSheet(ladderOf(steps), measure);
  assert.ok(!outcome.ok);
  return outcome.faults;
}

function told({ code, pointer, details }: Warning): string {
  return `${code} ${pointer ?? details?.rung ?? details?.sizePt}`;
}

const room = (height: number): Block => aRoom(10, height);
const wide = aText('a'.repeat(101));

test('the first rung that fits is taken, each that is not silent with one warning', () => {
  const steps = [
    { id: 'normal', silent: true, blocks: [room(300)] },
    { id: 'tight', blocks: [room(250)] },
    { id: 'small', blocks: [room(200)] },
    { id: 'floor', blocks: [room(100)] },
  ];
  check(steps, 'small', ['FITTED tight', 'FITTED small']);
  check(steps.slice(2), 'small', ['FITTED small']);
  check([{ id: 'normal', silent: true, blocks: [room(200)] }], 'normal', []);
});

test('the warning says what the rung changes', () => {
  const outcome = fitSheet(ladderOf([{ id: 'tight', blocks: [] }]), measure);
  assert.match(outcome.warnings[0]?.message ?? '', /rows are tight.*"tight"/);
});

test('a text that is too wide climbs too', () => {
  const steps = [
    { id: 'normal', silent: true, blocks: [wide] },
    { id: 'small', blocks: [aText('a')] },
  ];
  check(steps, 'small', ['FITTED small']);
});

test('a luxury is taken without a word where the bill fits on it, else the others are climbed', () => {
  const stepsWith = (normal: number, luxury: number) => [
    { id: 'roomy', silent: true, isLuxury: true, blocks: [room(luxury)] },
    { id: 'normal', silent: true, blocks: [room(normal)] },
    { id: 'tight', blocks: [room(100)] },
  ];
  check(stepsWith(150, 200), 'roomy', []);
  check(stepsWith(150, 201), 'normal', []);
  check(stepsWith(201, 202), 'tight', ['FITTED tight']);
});

test('a luxury that needs smaller type is none', () => {
  const columns = [aColumn('name', { width: flex(60, 60), always: true }), aColumn('sum')];
  const table = aTable(columns, [aRow({ sum: 'a'.repeat(50) })], { shrink: [0.5] });
  check(
    [
      { id: 'roomy', silent: true, isLuxury: true, blocks: [table] },
      { id: 'normal', silent: true, blocks: [room(10)] },
    ],
    'normal',
    [],
  );
});

test('smaller type of a table is a warning of the rung that is taken, no other', () => {
  const columns = [aColumn('name', { width: flex(60, 60), always: true }), aColumn('sum')];
  const table = aTable(columns, [aRow({ sum: 'a'.repeat(50) })], { shrink: [0.75, 0.5] });
  check([{ id: 'normal', silent: true, blocks: [table] }], 'normal', ['TABLE_TYPE_REDUCED 0.75']);
  const steps = [
    { id: 'normal', silent: true, blocks: [table, room(300)] },
    { id: 'tight', blocks: [room(10)] },
  ];
  check(steps, 'tight', ['FITTED tight']);
});

const notices = [3, 9, 5].map((priority) =>
  aStack([room(50)], { drop: { priority, pointer: `/notices/${priority}` } }),
);

test('a rung that drops leaves out the least important until the rest fits', () => {
  const blocks = [room(90), ...notices];
  check([{ id: 'notices', drops: true, blocks }], 'notices', [
    'FITTED notices',
    'NOTICE_DROPPED /notices/9',
  ]);
  check([{ id: 'notices', drops: true, blocks: [room(150), ...notices] }], 'notices', [
    'FITTED notices',
    'NOTICE_DROPPED /notices/9',
    'NOTICE_DROPPED /notices/5',
  ]);
  check([{ id: 'notices', drops: true, blocks: notices }], 'notices', ['FITTED notices']);
});

test('other rungs drop nothing', () => {
  const [fault] = faultsOf([{ id: 'floor', blocks: [room(90), ...notices] }]);
  assert.equal(fault?.code, 'DOES_NOT_FIT');
});

test('nothing is dropped for want of width', () => {
  const outcome = fitSheet(
    ladderOf([{ id: 'notices', drops: true, blocks: [wide, ...notices] }]),
    measure,
  );
  assert.ok(!outcome.ok);
  assert.deepEqual(outcome.warnings.map(told), ['FITTED notices']);
});

test('what a rung dropped is no news if another rung is taken', () => {
  const steps = [
    { id: 'notices', drops: true, blocks: [room(250), ...notices] },
    { id: 'floor', blocks: [room(40), ...notices] },
  ];
  check(steps, 'floor', ['FITTED notices', 'FITTED floor']);
});

test('past the last rung a fault says what needs how many millimetres', () => {
  const [fault, ...others] = faultsOf([
    { id: 'normal', silent: true, blocks: [room(400)] },
    { id: 'floor', blocks: [room(300)] },
  ]);
  assert.deepEqual(others, []);
  assert.equal(fault?.code, 'DOES_NOT_FIT');
  assert.equal(fault.source, 'r');
  const { neededMm, availableMm, block, blockMm, rungsTried } = fault.details ?? {};
  assert.deepEqual(
    { neededMm, availableMm, block, blockMm, rungsTried },
    {
      neededMm: mm(300),
      availableMm: mm(200),
      block: 'body',
      blockMm: mm(300),
      rungsTried: ['normal', 'floor'],
    },
  );
  assert.ok(fault.message.includes(`${mm(300)} mm`) && fault.message.includes(`${mm(200)} mm`));
});

test('everything too wide on the last rung is a fault with its place', () => {
  const blocks = [wide, aText('b'.repeat(110), { source: 'bill.hbs:9' })];
  const faults = faultsOf([{ id: 'floor', blocks }]);
  assert.deepEqual(
    faults.map(({ code, source, details }) => [code, source, details?.neededMm]),
    [
      ['DOES_NOT_FIT', 't', mm(101)],
      ['DOES_NOT_FIT', 'bill.hbs:9', mm(110)],
    ],
  );
});

test('too high and too wide are both told', () => {
  const sources = faultsOf([{ id: 'floor', blocks: [wide, room(300)] }]).map(
    ({ source }) => source,
  );
  assert.deepEqual(sources, ['r', 't']);
});

test('regions on the bottom margin that leave nothing are a fault too', () => {
  const foot = aRegion([room(300)], { name: 'last-line', anchor: 'bottom' });
  const rungs = ladderOf([{ id: 'floor', blocks: [] }]).rungs;
  const outcome = fitSheet({ rungs, composeAt: () => success(aSheet([foot])) }, measure);
  assert.equal(!outcome.ok && outcome.faults[0]?.details?.block, 'last-line');
});

test('a fault of composing ends the climb', () => {
  const fault: Fault = { code: 'LAYOUT_FAILED', message: 'bill.hbs:1: no.' };
  const { rungs } = ladderOf([
    { id: 'normal', blocks: [] },
    { id: 'floor', blocks: [] },
  ]);
  const composeAt = () => ({ ok: false, faults: [fault], warnings: [] }) as const;
  const outcome = fitSheet({ rungs, composeAt }, measure);
  assert.deepEqual(!outcome.ok && outcome.faults, [fault]);
});

test('what shows only while a rung is set is a fault of that rung', () => {
  const fault: Fault = { code: 'LAYOUT_FAILED', message: 'bill.hbs:1: no.' };
  const broken: Outcome<never> = { ok: false, faults: [fault], warnings: [] };
  const faultsWith = (isLuxury: boolean) => {
    const ladder = ladderOf([
      { id: 'first', silent: true, isLuxury, blocks: [room(10)] },
      { id: 'second', silent: true, blocks: [room(10)] },
    ]);
    let count = 0;
    const setting = <T>(set: () => Outcome<T>): Outcome<T> => (++count === 1 ? broken : set());
    const outcome = fitSheet({ ...ladder, setting }, measure);
    return outcome.ok ? outcome.value.rung : outcome.faults;
  };
  // A luxury is passed over, whatever is wrong with it.
  assert.equal(faultsWith(true), 'second');
  assert.deepEqual(faultsWith(false), [fault]);
});

/** Which rungs are composed by a bill that stood on one before, and what comes out. */
function checkStood(steps: readonly Step[], stood: string, tried: readonly string[]): void {
  const ladder = ladderOf(steps);
  const composed: string[] = [];
  const composeAt = (index: number) => {
    composed.push(steps[index]?.id ?? '');
    return ladder.composeAt(index);
  };
  const outcome = fitSheet({ ...ladder, composeAt, stood }, measure);
  const climbed = fitSheet(ladder, measure);
  assert.deepEqual(composed, tried);
  assert.deepEqual(outcome.warnings, climbed.warnings);
  if (outcome.ok && climbed.ok) {
    assert.equal(outcome.value.rung, climbed.value.rung);
    assert.deepEqual(outcome.value.page, climbed.value.page);
  } else assert.deepEqual(outcome, climbed);
}

test('a bill whose rung is known is set on it alone, and says what a climb says', () => {
  const steps = [
    { id: 'roomy', silent: true, isLuxury: true, blocks: [room(300)] },
    { id: 'normal', silent: true, blocks: [room(260)] },
    { id: 'tight', blocks: [room(250)] },
    { id: 'notices', drops: true, blocks: [room(90), ...notices] },
    { id: 'floor', blocks: [room(10)] },
  ];
  checkStood(steps, 'notices', ['notices']);
  const small = [
    { ...steps[0], id: 'roomy', blocks: [room(40)] },
    { id: 'normal', blocks: [] },
  ];
  checkStood(small, 'roomy', ['roomy']);
});

test('a bill that does not stand on its known rung any more climbs from the first', () => {
  const columns = [aColumn('name', { width: flex(60, 60), always: true }), aColumn('sum')];
  const reduced = aTable(columns, [aRow({ sum: 'a'.repeat(50) })], { shrink: [0.5] });
  const steps = [
    { id: 'roomy', silent: true, isLuxury: true, blocks: [reduced] },
    { id: 'normal', silent: true, blocks: [room(250)] },
    { id: 'tight', blocks: [room(200)] },
  ];
  checkStood(steps, 'normal', ['normal', 'roomy', 'normal', 'tight']);
  checkStood(steps, 'roomy', ['roomy', 'roomy', 'normal', 'tight']);
  checkStood(steps, 'gone', ['roomy', 'normal', 'tight']);
  const none = steps.map((step) => ({ ...step, blocks: [wide] }));
  checkStood(none, 'tight', ['tight', 'roomy', 'normal', 'tight']);
});

function mm(points: number): number {
  return Math.round(ptToMm(points) * 100) / 100;
}
