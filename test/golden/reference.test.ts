// docs/faults.md and docs/page-model.md against the program: every code and every key, and none
// that is not there.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { billWarningTable } from '../../src/bill/warning.ts';
import { pageModel } from '../../src/draw/page-model.ts';
import { pageModelSchema, pageSchema } from '../../src/draw/page-schema.ts';
import { faultTable } from '../../src/fault.ts';
import { renderTask } from '../../src/render/render-bill.ts';
import { samplePage } from '../unit/draw/sample.ts';
import { listCases, loadProject, root, today, unwrap } from './case.ts';
import { readDocument, rowsUnder, type Section } from './document.ts';

describe('docs/faults.md', () => {
  const { sections } = readDocument('docs/faults.md');
  const text = sections.map((section) => section.text).join('\n');

  for (const [code, { status, retryable }] of Object.entries(faultTable)) {
    test(code, () => {
      const rows = text.split('\n').filter((line) => line.startsWith(`| \`${code}\` |`));
      assert.equal(rows.length, 1);
      assert.ok(rows[0]?.startsWith(`| \`${code}\` | ${status} | ${retryable ? 'yes' : 'no'} |`));
    });
  }

  test('has no fault that is not there', () => {
    const titles = sections
      .map(({ title }) => title)
      .filter((title) => title.startsWith('Faults of'));
    const rows = titles.flatMap((title) => rowsUnder(sections, title));
    assert.deepEqual(rows.toSorted(), Object.keys(faultTable).sort());
  });

  test('has every warning about the data, in the words of the program', () => {
    const table = sections.find(({ title }) => title === 'About the data')?.text ?? '';
    const rows = Array.from(table.matchAll(/^\| `(\w+)` \| (.*) \|$/gm), ([, ...cells]) => cells);
    assert.deepEqual(Object.fromEntries(rows), billWarningTable);
  });
});

const schemaFile = 'docs/page.schema.json';
const models = await readModels();

describe('docs/page-model.md', () => {
  const { sections } = readDocument('docs/page-model.md');
  const items = models.flatMap((model) => model.items);

  test('names the schema', () => {
    const page = sections.find(({ title }) => title === 'The page')?.text ?? '';
    assert.ok(page.includes(`| \`schema\` | \`${pageModelSchema}\` |`));
  });

  test('and its schema take every page, and know every key of it', () => {
    for (const model of models) assert.deepEqual(pageSchema.parse(model), model);
    const published = z.fromJSONSchema(JSON.parse(readFileSync(join(root, schemaFile), 'utf8')));
    for (const model of models) published.parse(model);
    for (const wrong of [{}, { ...models[0], unit: 'mm' }, { ...models[0], items: [{}] }]) {
      assert.equal(published.safeParse(wrong).success, false);
    }
  });

  test('describes the page', () => same(sections, ['The page'], models));

  test('describes every kind of item', () => {
    const kinds = new Set(items.map((item) => item.kind));
    const described = sections.filter(({ title }) => /^[a-z]+$/.test(title));
    assert.deepEqual(new Set(described.map(({ title }) => title)), kinds);
  });
  for (const kind of ['text', 'rect', 'line', 'path', 'image', 'code']) {
    const ofKind = items.filter((item) => item.kind === kind);
    test(`describes ${kind}`, () => same(sections, [kind, 'Every item'], ofKind, optionalKeys));
  }
});

/** Not every kind of item needs to have them in our samples. */
const optionalKeys = ['field', 'label', 'table', 'column', 'form'];

/** The rows of some sections are the keys of some objects; `some` need not be in all kinds. */
function same(
  sections: readonly Section[],
  titles: readonly string[],
  objects: readonly object[],
  some: readonly string[] = [],
): void {
  const rows = titles.flatMap((title) => rowsUnder(sections, title));
  const keys = new Set([...some, ...objects.flatMap((one) => Object.keys(one))]);
  assert.deepEqual(rows.toSorted(), [...keys].sort());
}

interface Model {
  readonly items: readonly { readonly kind: string }[];
}

/** Of real bills, and of a page with one of everything. */
async function readModels(): Promise<readonly Model[]> {
  const resources = await loadProject();
  const context = { layout: 'sample@1', language: 'kk-ru', rung: 'normal', warnings: [] };
  const filled = samplePage.items.map((item) =>
    item.kind === 'path' ? { ...item, shape: { ...item.shape, fill: 0.5 } } : item,
  );
  const texts = [pageModel({ ...samplePage, items: filled }, context)];
  for (const { json } of listCases(resources)) {
    const task = { json, output: 'page', profile: 'print', dpi: 90, today } as const;
    const { bytes } = unwrap(await renderTask(task, resources));
    texts.push(new TextDecoder().decode(bytes));
  }
  return texts.map((text) => JSON.parse(text));
}
