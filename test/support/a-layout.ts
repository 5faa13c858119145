// A small layout to change one thing of: as files in a temporary folder, or built in memory.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { vocabulary } from '../../src/compose/vocabulary.ts';
import { wordings } from '../../src/compose/wordings.ts';
import type { Fault, Outcome } from '../../src/fault.ts';
import { buildPackage } from '../../src/layout/build.ts';
import { mergeJson } from '../../src/layout/merge.ts';
import type { LayoutPackage } from '../../src/layout/package.ts';

export const given = {
  vocabulary,
  wordings,
  faces: new Set(['RobotoCondensed-Regular', 'RobotoCondensed-Bold']),
};

/** layout.json of the layout `plain`; `changes` are merged into it. */
export function plainSettings(changes: object = {}): unknown {
  return mergeJson(settings, changes);
}

const settings = {
  id: 'plain',
  revision: 1,
  valid: { from: '2020-01' },
  title: { kk: 'Шот', ru: 'Счёт', en: 'Bill' },
  languages: ['kk-ru', 'kk', 'ru'],
  account: { pattern: String.raw`^\d{9}$`, shape: { kk: '9 цифр', ru: '9 цифр', en: '9 digits' } },
  page: {
    width: 210,
    height: 297,
    margin: { top: 10, right: 10, bottom: 10, left: 10 },
    clearance: 1,
  },
  faces: { regular: 'RobotoCondensed-Regular', bold: 'RobotoCondensed-Bold' },
  tones: { ink: 0, pale: 0.9, nil: 0.5, paper: 1 },
  strokes: { hairline: { width: 0.25, tone: 'ink' } },
  separator: ' · ',
  nil: { text: '–', tone: 'nil' },
  styles: {
    text: { size: 8, leading: 3.2, first: 'bold', second: 'regular', alone: 'regular' },
  },
  measures: { rowPad: 1 },
  switches: { brief: false },
  tables: {
    charges: {
      style: 'text',
      pad: 0.5,
      headRule: 'hairline',
      columns: [
        { id: 'service', label: 'service', width: { flex: true, min: 30, want: 60 } },
        { id: 'due', label: 'due', align: 'comma', width: { content: true } },
      ],
    },
  },
  ladder: [{ id: 'normal', silent: true, changes: 'nothing' }],
};

export const plainLabels = {
  service: { kk: 'Қызмет', ru: 'Услуга' },
  due: { kk: 'Төлеуге', ru: 'К оплате' },
  countedTo: { kk: '{date} төлемдер', ru: 'Платежи {date}' },
};

export const plainTemplate = `{{#page}}
  {{#region "charges"}}
    {{text account.number style="text"}}
    {{#table "charges"}}
      {{#each obligatory}}
        {{#row pad="rowPad"}}{{cell "service" service}}{{cell "due" (money due)}}{{/row}}
      {{/each}}
    {{/table}}
  {{/region}}
{{/page}}
`;

export interface PlainLayout {
  /** bill.hbs */
  readonly template?: string;
  /** Merged into layout.json. */
  readonly settings?: object;
  readonly labels?: object;
  /** Name → text. */
  readonly partials?: Readonly<Record<string, string>>;
}

/** In memory; the sources of faults are as of files in `plain/`. */
export function builtLayout(layout: PlainLayout = {}): Outcome<LayoutPackage> {
  const partials = Object.entries(layout.partials ?? {});
  const { template = plainTemplate } = layout;
  const image = { name: 'water', width: 48, height: 48, shapes: [] };
  return buildPackage(
    {
      folder: 'plain',
      base: {},
      settings: plainSettings(layout.settings),
      labels: [plainLabels, layout.labels ?? {}],
      main: { name: 'bill', file: 'plain/bill.hbs', text: template },
      partials: partials.map(([name, text]) => ({ name, file: `_parts/${name}.hbs`, text })),
      images: new Map([['water', image]]),
    },
    given,
  );
}

/** The same where it is right. */
export function aLayout(layout: PlainLayout = {}): LayoutPackage {
  const built = builtLayout(layout);
  assert.ok(built.ok, JSON.stringify(built));
  return built.value;
}

/** Path in the layouts folder → its text, or a value for JSON. */
export type LayoutFiles = Readonly<Record<string, unknown>>;

export const plainFiles: LayoutFiles = {
  'plain/layout.json': plainSettings(),
  'plain/labels.json': plainLabels,
  'plain/bill.hbs': plainTemplate,
};

/** A temporary layouts folder, gone after the tests; a file given as undefined is not written. */
export function writtenLayouts(files: LayoutFiles): string {
  const folder = mkdtempSync(join(tmpdir(), 'tolem-layouts-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    if (content === undefined) continue;
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Each expected fault is its place and a part of its reason; in any order, none besides them. */
export function checkFaults(
  faults: readonly Fault[],
  expected: readonly (readonly [source: string, reason: RegExp])[],
): void {
  const told = faults.map(({ source, message }) => `${source} | ${message}`);
  for (const [source, reason] of expected) {
    const found = faults.some(
      (fault) =>
        fault.code === 'LAYOUT_BROKEN' && fault.source === source && reason.test(fault.message),
    );
    assert.ok(found, `no fault at ${source} says ${reason}:\n${told.join('\n')}`);
  }
  assert.equal(faults.length, expected.length, told.join('\n'));
}
