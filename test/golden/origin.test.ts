// Where items come from, over the samples: every pointer leads to a value of the bill, what is
// printed as it was sent says what stands there, and tracing a page changes nothing of it.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseBillJson } from '../../src/bill/parse.ts';
import type { Bill } from '../../src/bill/schema.ts';
import { pageModel } from '../../src/draw/page-model.ts';
import { type PageItem, pageSchema } from '../../src/draw/page-schema.ts';
import { tracePage } from '../../src/render/trace-page.ts';
import { typesetBill } from '../../src/render/typeset-bill.ts';
import { listCases, loadProject, today, unwrap } from './case.ts';

const resources = await loadProject();
const samples = new Set(['typical', 'minimal', 'crowded', 'english', 'debit', 'house-meter']);

describe('origins of', () => {
  for (const { name, sample, json } of listCases(resources)) {
    if (!samples.has(sample)) continue;
    test(name, () => {
      const bill = unwrap(parseBillJson(json, { today }));
      const typeset = unwrap(typesetBill(bill, resources));
      const about = { layout: 'a@1', language: 'ru', rung: typeset.rung, warnings: [] };
      const origins = unwrap(tracePage(bill, typeset, resources));
      const { items, tables } = modelOf(pageModel(typeset.page, { ...about, origins }));
      const plain = modelOf(pageModel(typeset.page, about)).items;
      assert.deepEqual(items.map(withoutOrigin), plain);
      const traced = modelOf(pageModel(origins.page, about)).items;
      assert.deepEqual(traced.filter(isNoGround).map(inkOf), plain.filter(isNoGround).map(inkOf));
      for (const item of items) checkFields(item, bill);
      checkCharges(items, bill);
      for (const { columns } of tables ?? []) assert.ok(columns.length > 1);
    });
  }
});

function modelOf(text: string) {
  return pageSchema.parse(JSON.parse(text));
}

function withoutOrigin({ field, label, table, column, ...item }: PageItem): object {
  return item;
}

/** Grounds of columns take the place of others in a traced page, and grounds are sorted. */
function isNoGround({ kind }: PageItem): boolean {
  return kind !== 'rect';
}

/** Without its source and the form that is named after it, which are a traced one's own. */
function inkOf({ source, form, ...item }: PageItem): string {
  return JSON.stringify(item);
}

function checkFields(item: PageItem, bill: Bill): void {
  const values = (item.field ?? []).map((pointer) => valueAt(bill, pointer));
  for (const value of values) assert.notEqual(value, undefined, JSON.stringify(item));
}

/** The sum of each charge is somewhere, and so is the number of the account, as it was sent. */
function checkCharges(items: readonly PageItem[], bill: Bill): void {
  const fields = new Set(items.flatMap(({ field }) => field ?? []));
  for (const index of bill.charges.keys()) assert.ok(fields.has(`/charges/${index}/due`));
  const printed = items.flatMap((item) =>
    item.kind === 'text' && item.field?.join() === '/account/number' ? [item.text] : [],
  );
  assert.ok(printed.length > 0);
  for (const text of printed) assert.ok(text.includes(bill.account.number), text);
}

function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((at, step) => new Map(Object.entries(at ?? {})).get(step), value);
}
