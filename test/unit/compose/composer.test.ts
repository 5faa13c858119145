// Which composers a thread keeps: some, the ones that are asked for often before all others.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { type Composer, composerFor, forgetComposers } from '../../../src/compose/composer.ts';
import type { LayoutPackage } from '../../../src/layout/package.ts';
import { aParsedBill } from '../../support/a-bill.ts';
import { aLayout } from '../../support/a-layout.ts';

const bill = aParsedBill();

/** More settings than a thread keeps. */
const layouts = Array.from({ length: 60 }, () => aLayout());

function ask(layout: LayoutPackage | undefined): Composer {
  const edition = layout?.editions[0];
  assert(layout && edition);
  return composerFor(layout, edition, bill);
}

beforeEach(() => {
  for (let times = 0; times < 8; times += 1) forgetComposers();
});

test('the same setting has the same composer, another language another one', () => {
  const [layout] = layouts;
  const composer = ask(layout);
  assert.equal(ask(layout), composer);
  const edition = layout?.editions[0];
  assert(layout && edition);
  assert.notEqual(composerFor(layout, edition, aParsedBill({ language: 'ru' })), composer);
  assert.equal(ask(layout), composer);
});

test('so many and no more are kept', () => {
  const made = layouts.map((layout) => ask(layout));
  // From the last one back: asking makes those anew that are gone.
  let kept = 0;
  for (const [index, composer] of [...made.entries()].toReversed()) {
    if (ask(layouts[index]) === composer) kept += 1;
  }
  assert.ok(kept > 0 && kept <= 18, `${kept} are kept`);
});

test('settings that come once do not push out those that come again', () => {
  const often = layouts.slice(0, 8);
  const made = often.map((layout) => ask(layout));
  for (const [index, layout] of often.entries()) assert.equal(ask(layout), made[index]);
  for (const layout of layouts.slice(8)) ask(layout);
  // By identity: a new composer says the same as the old one.
  for (const [index, layout] of often.entries()) assert.equal(ask(layout), made[index]);
});

test('half of them are let go of, those asked for least lately', () => {
  const four = layouts.slice(0, 4);
  const made = four.map((layout) => ask(layout));
  for (const layout of four.toReversed()) ask(layout);
  forgetComposers();
  const after = four.slice(0, 2).map((layout) => ask(layout));
  assert.ok(after.every((composer, index) => composer === made[index]));
  assert.notEqual(ask(four[3]), made[3]);
});
