// Lines of a template → blocks, with a small layout and a small bill around them.

import assert from 'node:assert/strict';
import type { BillInput } from '../../src/bill/schema.ts';
import { composeSheet } from '../../src/compose/compose.ts';
import { viewBill } from '../../src/compose/view.ts';
import type { Fault, Outcome } from '../../src/fault.ts';
import type { LayoutPackage } from '../../src/layout/package.ts';
import type { Block, Sheet } from '../../src/typeset/block.ts';
import type { TextBlock } from '../../src/typeset/leaf-block.ts';
import type { Span } from '../../src/typeset/span.ts';
import { aParsedBill } from './a-bill.ts';
import { aLayout, type PlainLayout, plainLabels } from './a-layout.ts';

/** The plain layout in all languages, with some more names to use. */
export function wideLayout(layout: PlainLayout = {}): LayoutPackage {
  const { settings, labels, ...rest } = layout;
  const named = Object.entries(plainLabels).map(([key, phrase]) => [key, { ...phrase, en: key }]);
  return aLayout({
    ...rest,
    settings: { ...wideSettings, ...settings },
    labels: { ...Object.fromEntries(named), ...labels },
  });
}

const wideSettings = {
  languages: ['kk-ru', 'kk', 'ru', 'en'],
  styles: {
    once: { size: 6, leading: 2, once: true, join: 'inline', tone: 'pale' },
    right: { size: 6, leading: 2, align: 'right', wrap: 'none', role: 'figure' },
  },
};

export function composedWith(layout: LayoutPackage, bill: Partial<BillInput> = {}): Outcome<Sheet> {
  const [edition] = layout.editions;
  assert.ok(edition);
  const viewed = viewBill(aParsedBill(bill), layout.file.settlementCentre);
  assert.deepEqual(viewed.failures, []);
  return composeSheet(viewed, layout, edition);
}

/** Lines of bill.hbs from the second on, inside a page and a region. */
export function templateOf(lines: string): string {
  return `{{#page}}{{#region "body"}}\n${lines}\n{{/region}}{{/page}}`;
}

export function blocksOf(
  lines: string,
  bill: Partial<BillInput> = {},
  layout: PlainLayout = {},
): readonly Block[] {
  const sheet = composedWith(wideLayout({ ...layout, template: templateOf(lines) }), bill);
  assert.ok(sheet.ok, JSON.stringify(sheet));
  return sheet.value.regions[0]?.children ?? [];
}

/** The only block, which is of this kind. */
export function blockOf<K extends Block['kind']>(
  kind: K,
  lines: string,
  bill: Partial<BillInput> = {},
): Extract<Block, { kind: K }> {
  const [block, ...others] = blocksOf(lines, bill);
  assert.deepEqual(others, []);
  assert.ok(isKind(block, kind), `${block?.kind} is no ${kind}`);
  return block;
}

export function isKind<K extends Block['kind']>(
  block: Block | undefined,
  kind: K,
): block is Extract<Block, { kind: K }> {
  return block?.kind === kind;
}

export function faultsOf(
  lines: string,
  bill: Partial<BillInput> = {},
  layout: PlainLayout = {},
): readonly Fault[] {
  const sheet = composedWith(wideLayout({ ...layout, template: templateOf(lines) }), bill);
  return sheet.ok ? [] : sheet.faults;
}

/** The parts of a text as `weight language text`, the spans of one part joined by `|`. */
export function partsIn(block: TextBlock): readonly string[] {
  return block.parts.map((spans) => spans.map(inWords).join('|'));
}

function inWords({ face, lang, text }: Span): string {
  return [face.replace(/^.*-/, ''), lang, text].filter((part) => part !== undefined).join(' ');
}
