// Options of {{#choose}} are composed when they are asked for, and what they then find is told.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BillInput } from '../../../src/bill/schema.ts';
import { composeSheet, settingLate } from '../../../src/compose/compose.ts';
import { viewBill } from '../../../src/compose/view.ts';
import { type Fault, success } from '../../../src/fault.ts';
import type { Block, ChooseBlock, Options } from '../../../src/typeset/block.ts';
import { aParsedBill } from '../../support/a-bill.ts';
import {
  blockOf,
  blocksOf,
  composedWith,
  faultsOf,
  isKind,
  partsIn,
  templateOf,
  wideLayout,
} from '../../support/compose.ts';

/** A mistake of the layout that shows only when it is run. */
const broken = '{{text account.contract.nobody style="text"}}';

function chooseOf(lines: string): ChooseBlock {
  return blockOf('choose', `{{#choose}}${lines}{{/choose}}`);
}

function faultsAt(options: Options, index: number): readonly Fault[] {
  const outcome = settingLate(() => success(options.at(index)));
  return outcome.ok ? [] : outcome.faults;
}

function wordsOf(block: Block | undefined): readonly string[] {
  return isKind(block, 'text') ? partsIn(block) : [];
}

test('a later option is not composed before it is asked for', () => {
  const { options } = chooseOf(`{{gap 1}}${broken}`);
  assert.equal(options.at(0)?.kind, 'gap');
  const [fault] = faultsAt(options, 1);
  assert.equal(fault?.code, 'LAYOUT_FAILED');
  assert.match(fault?.message ?? '', /reads "nobody" of nothing/);
});

test('the first option is composed with the sheet, whichever statement gives it', () => {
  const [fault] = faultsOf(`{{#choose}}{{#if number}}{{gap 1}}{{/if}}${broken}{{/choose}}`);
  assert.equal(fault?.code, 'LAYOUT_FAILED');
});

test('statements that give nothing or several blocks count as they do', () => {
  const partials = { two: '{{gap 2}}{{gap 3}}' };
  const lines = '{{#choose}}{{#if number}}{{gap 1}}{{/if}}{{> two}}{{gap 4}}{{/choose}}';
  const [choose] = blocksOf(lines, {}, { partials });
  assert.ok(isKind(choose, 'choose'));
  const { options } = choose;
  assert.deepEqual(
    [0, 1, 2, 3].map((index) => options.at(index)?.source),
    ['_parts/two.hbs:1', '_parts/two.hbs:1', 'plain/bill.hbs:2', undefined],
  );
});

test('a late option sees the bill of its sheet, whatever was composed since', () => {
  const layout = wideLayout({
    template: templateOf(
      '{{#choose}}{{gap 1}}{{text (payload "{account}") style="text"}}{{/choose}}',
    ),
  });
  const optionsOf = (number: string) => {
    const sheet = composedWith(layout, { account: { ...aParsedBill().account, number } });
    assert.ok(sheet.ok, JSON.stringify(sheet));
    const [choose] = sheet.value.regions[0]?.children ?? [];
    assert.ok(isKind(choose, 'choose'));
    return choose.options;
  };
  const first = optionsOf('11111');
  const second = optionsOf('22222');
  assert.match(wordsOf(first.at(1)).join(), /11111/);
  assert.match(wordsOf(second.at(1)).join(), /22222/);
  assert.equal(first.at(1), first.at(1));
});

test('what a late option finds wrong with the bill is a fault, and the next bill has none', () => {
  const lines = '{{#choose}}{{gap 1}}{{text (payload "{nothing}") style="text"}}{{/choose}}';
  const layout = wideLayout({ template: templateOf(lines) });
  const [edition] = layout.editions;
  assert.ok(edition);
  const viewed = viewBill(aParsedBill(), undefined);
  const sheet = composeSheet(viewed, layout, edition);
  assert.ok(sheet.ok);
  const [choose] = sheet.value.regions[0]?.children ?? [];
  assert.ok(isKind(choose, 'choose'));
  const faults = faultsAt(choose.options, 1);
  assert.equal(faults.length, 1, JSON.stringify(faults));
  assert.equal(faults[0]?.source, 'plain/bill.hbs:2');
  assert.ok(composeSheet(viewed, layout, edition).ok);
});

test('what other bills get as well is whole, and holds on to no bill', () => {
  const constant = '{{#choose}}{{gap 1}}{{gap 2}}{{/choose}}';
  const own = '{{#choose}}{{text n style="text"}}{{gap 2}}{{/choose}}';
  const remembered = `{{#remember n=number}}${own}{{/remember}}`;
  for (const lines of [constant, remembered]) {
    const { options } = blockOf('choose', lines, { number: '1' } satisfies Partial<BillInput>);
    assert.ok(Array.isArray(options), lines);
  }
});
