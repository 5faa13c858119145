// Examples of docs/layouts.md as layouts: each is wrapped into a template of its own, laid over the
// settings of a real layout, and loaded as any layout is.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseBillJson } from '../../src/bill/parse.ts';
import { vocabulary } from '../../src/compose/vocabulary.ts';
import { wordings } from '../../src/compose/wordings.ts';
import type { Outcome } from '../../src/fault.ts';
import { createCatalogue } from '../../src/layout/catalogue.ts';
import { loadLayouts } from '../../src/layout/load.ts';
import { mergeJson } from '../../src/layout/merge.ts';
import type { Resources } from '../../src/render/resources.ts';
import { type TypesetBill, typesetBill } from '../../src/render/typeset-bill.ts';
import { root, today, unwrap } from './case.ts';
import type { Example } from './document.ts';

/** The layout whose settings, words and sample the examples use. */
const model = 'almaty-city';

/** A layout folder: file name → text. */
export type Files = Readonly<Record<string, string>>;

/** `before` are the settings that the document has shown before the example. */
export function filesOf(example: Example, before: readonly Example[]): Files {
  const settings = [...before, ...(example.kind === 'json' ? [example] : [])].map(({ text }) =>
    JSON.parse(text),
  );
  const own: unknown = JSON.parse(readModel('layout.json'));
  const id = { id: nameOf(example), revision: 1 };
  return {
    'layout.json': JSON.stringify([...settings, id].reduce(mergeJson, own)),
    'bill.hbs':
      example.kind === 'hbs' ? wrapped(example) : wholePage('{{text period style="fact"}}'),
  };
}

export function nameOf({ line }: Example): string {
  return `line-${line}`;
}

/** An example names where it stands; nothing named is a region. Lines are kept, for faults. */
function wrapped({ text, words }: Example): string {
  if (words.has('file')) return text;
  if (words.has('page')) return `{{#page}}${text}{{/page}}`;
  const [list, row, table] = ['each', 'row', 'table'].map((word) => words.get(word));
  let body = words.has('text') ? `{{#text style="fact"}}${text}{{/text}}` : text;
  if (row !== undefined) body = `{{#row}}${body}{{/row}}`;
  if (list !== undefined) body = `{{#each ${list}}}${body}{{/each}}`;
  const name = row ?? table;
  return wholePage(name === undefined ? body : `{{#table "${name}"}}${body}{{/table}}`);
}

function wholePage(body: string): string {
  return `{{#page}}{{#region "example"}}${body}{{/region}}{{/page}}`;
}

/** Loads layouts from folders of their own, beside the shared parts of the project. */
export async function loadFiles(
  layouts: ReadonlyMap<string, Files>,
  resources: Resources,
): Promise<Outcome<Resources>> {
  const folder = mkdtempSync(join(tmpdir(), 'tolem-layouts-'));
  try {
    cpSync(join(root, 'layouts', '_parts'), join(folder, '_parts'), { recursive: true });
    for (const [name, files] of layouts) {
      mkdirSync(join(folder, name));
      for (const [file, text] of Object.entries(files))
        writeFileSync(join(folder, name, file), text);
    }
    const faces = new Set(resources.fonts.faces.keys());
    const loaded = await loadLayouts(folder, { vocabulary, wordings, faces });
    if (!loaded.ok) return loaded;
    const catalogue = unwrap(createCatalogue(loaded.value));
    return { ok: true, value: { ...resources, catalogue }, warnings: [] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The model's typical bill in another layout, in two languages. */
export function typesetTypical(layout: string, resources: Resources): Outcome<TypesetBill> {
  const sample = readFileSync(join(root, 'samples', model, 'typical.json'), 'utf8');
  const json = JSON.stringify({ ...JSON.parse(sample), layout });
  return typesetBill(unwrap(parseBillJson(json, { today })), resources);
}

/** What is printed, in reading order, with every kind of space and hyphen made plain. */
export function printedText({ page }: TypesetBill): string {
  const texts = page.items.flatMap((item) => (item.kind === 'form' ? item.form.items : [item]));
  return plain(texts.map((item) => (item.kind === 'text' ? item.text : '')).join(' '));
}

export function plain(text: string): string {
  return text.replaceAll('\u2011', '-').replace(/\s+/g, ' ').trim();
}

function readModel(file: string): string {
  return readFileSync(join(root, 'layouts', model, file), 'utf8');
}

/** `{{!-- says: … --}}` and the like, below an example. */
export function remarkOf({ text }: Example, word: 'prints' | 'says'): string | undefined {
  const remarks = [...text.matchAll(/^\{\{!-- (\w+): (.*) --\}\}$/gm)];
  assert(remarks.length <= 1, 'one remark an example');
  const [, kind, remark] = remarks[0] ?? [];
  return kind === word ? remark : undefined;
}
