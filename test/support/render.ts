// The real layouts and fonts for tests: bills rendered as a worker does, and pages looked through.
// What a page should hold is the tests' affair.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bill, BillInput } from '../../src/bill/schema.ts';
import type { Outcome } from '../../src/fault.ts';
import { renderTask } from '../../src/render/render-bill.ts';
import { loadResources, type Resources } from '../../src/render/resources.ts';
import { type TypesetBill, typesetBill } from '../../src/render/typeset-bill.ts';
import type { Item, Page, TextItem } from '../../src/typeset/page.ts';
import type { OutputKind, RenderOutcome } from '../../src/worker/protocol.ts';
import { today } from './a-bill.ts';
import { parseBill } from './parse-bill.ts';

const root = join(import.meta.dirname, '../..');
export const layoutsDir = join(root, 'layouts');
export const fontsDir = join(root, 'fonts');

export async function resourcesOf(folder: string): Promise<Resources> {
  const loaded = await loadResources({ layoutsDir: folder, fontsDir });
  assert.ok(loaded.ok, JSON.stringify(loaded));
  return loaded.value;
}

/** Of the checkout. */
export const resources: Resources = await resourcesOf(layoutsDir);

export function parsed(input: BillInput): Bill {
  const outcome = parseBill(input, { today });
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
}

export function typeset(input: BillInput, given = resources): Outcome<TypesetBill> {
  return typesetBill(parsed(input), given);
}

/** The page as an archive has it. */
export function structuredPage(input: BillInput): Page {
  const outcome = typesetBill(parsed(input), resources, { structured: true });
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value.page;
}

export async function rendered(
  input: object,
  output: OutputKind = 'pdf',
  given = resources,
): Promise<RenderOutcome> {
  const json = JSON.stringify(input);
  return renderTask({ json, output, profile: 'print', dpi: 100, today }, given);
}

/** All items where they stand on the page, those of forms too. */
export function itemsOf({ items }: Pick<Page, 'items'>): readonly Item[] {
  return items.flatMap((item) => {
    if (item.kind !== 'form') return [item];
    const { x: dx, y: dy, form } = item;
    return itemsOf(form).map((inner): Item => {
      if (inner.kind !== 'line') return { ...inner, x: inner.x + dx, y: inner.y + dy };
      const { x1, y1, x2, y2 } = inner;
      return { ...inner, x1: x1 + dx, y1: y1 + dy, x2: x2 + dx, y2: y2 + dy };
    });
  });
}

/** Texts that show something, in reading order. */
export function textsOf(page: Page): readonly TextItem[] {
  return itemsOf(page).flatMap((item) =>
    item.kind === 'text' && item.text.trim() !== '' ? [item] : [],
  );
}

/** Points from the left and the top of the page. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Roboto Condensed: capitals are 0.72 em high. What hangs below the baseline is left out. */
export function inkOf({ x, y, width, size }: TextItem): Box {
  return { left: x, top: y - 0.72 * size, right: x + width, bottom: y };
}

/** How far two boxes reach into each other, in the direction in which it is least. */
export function overlapOf(a: Box, b: Box): number {
  return Math.min(
    Math.min(a.right, b.right) - Math.max(a.left, b.left),
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  );
}

/** `file:line` of every template line that holds this text: where to find what it prints. */
export function linesWith(snippet: string): ReadonlySet<string> {
  const lines = templates().flatMap(([file, text]) =>
    text
      .split('\n')
      .flatMap((line, index) => (line.includes(snippet) ? `${file}:${index + 1}` : [])),
  );
  assert.ok(lines.length > 0, `no template holds ${snippet}: name here what does its work now`);
  return new Set(lines);
}

function templates(): readonly (readonly [file: string, text: string])[] {
  return readdirSync(layoutsDir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => [file, readFileSync(join(layoutsDir, file), 'utf8')]);
}
