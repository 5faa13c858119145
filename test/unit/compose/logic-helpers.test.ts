// Conditions of templates.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksOf } from '../../support/compose.ts';

function check(condition: string, expected: boolean, language: 'kk-ru' | 'kk' = 'kk-ru'): void {
  const lines = `{{#if ${condition}}}{{gap 1}}{{/if}}`;
  assert.equal(blocksOf(lines, { language }).length, expected ? 1 : 0, condition);
}

test('equal and greater', () => {
  check('(eq account.premises "flat")', true);
  check('(eq account.premises "house")', false);
  check('(eq totalDue "71913")', false);
  check('(gt totalDue 71912)', true);
  check('(gt totalDue 71913)', false);
});

test('lists count by their length, and empty ones say no', () => {
  check('(gt suppliers 1)', true);
  check('(gt suppliers 2)', false);
  check('(and suppliers meters)', true);
  check('(or notices codes)', false);
  check('(not notices)', true);
});

test('and, or, not, by what is there', () => {
  check('(and number totalDue)', false);
  check('(and totalDue severalSuppliers)', true);
  check('(or number totalDue)', true);
  check('(or number duplicate)', false);
  check('(not number)', true);
  check('(not totalDue)', false);
});

test('one of two values, or nothing', () => {
  check('(eq (either number "a" "b") "b")', true);
  check('(eq (either totalDue "a" "b") "a")', true);
  check('(either number "a")', false);
});

test('languages and switches', () => {
  check('(bilingual)', true);
  check('(bilingual)', false, 'kk');
  check('(switch "brief")', false);
});
