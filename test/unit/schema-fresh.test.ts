// Whether the published JSON Schemas are those of the code, and whether they say what the loader
// says of a file. What the loader checks beyond shapes is not theirs.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { z } from 'zod';

const root = join(import.meta.dirname, '..', '..');
const layouts = join(root, 'layouts');

describe('published schemas', () => {
  test('are fresh', () => {
    execFileSync(process.execPath, [join(root, 'scripts', 'build-schemas.ts'), '--check']);
  });

  const folders = readdirSync(layouts, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  for (const name of folders) {
    // Blanks to fill in are no settings yet.
    if (name === '_skeleton') continue;
    if (existsSync(join(layouts, name, 'layout.json'))) {
      test(`take ${name}/layout.json`, () => check('layout', readJson(name, 'layout.json'), true));
    }
    if (!existsSync(join(layouts, name, 'labels.json'))) continue;
    test(`take ${name}/labels.json`, () => check('labels', readJson(name, 'labels.json'), true));
  }

  const least = {
    id: 'town',
    revision: 1,
    valid: { from: '2026-01' },
    title: { kk: 'Шот', ru: 'Счёт' },
    languages: ['kk'],
    account: { pattern: '^\\d{5}$', shape: { kk: 'бес цифр', ru: 'пять цифр' } },
  };
  const cases: readonly (readonly [string, object, boolean])[] = [
    ['what base.json does not give', least, true],
    ['a part of a style of base.json', { ...least, styles: { table: { size: 8 } } }, true],
    ['no id', { ...least, id: undefined }, false],
    ['a misspelt key', { ...least, marginn: 3 }, false],
    ['a misspelt key of a style', { ...least, styles: { table: { sise: 8 } } }, false],
    ['a column without a width', { ...least, tables: { t: { columns: [{ id: 'a' }] } } }, false],
    ['a rung that says nothing', { ...least, ladder: [{ id: 'a' }] }, false],
  ];
  for (const [what, file, isRight] of cases) {
    test(`${isRight ? 'take' : 'refuse'} ${what}`, () => check('layout', file, isRight));
  }
  test('refuse a label without Russian', () => check('labels', { due: { kk: 'Сома' } }, false));
});

function check(schema: 'layout' | 'labels', file: object, isRight: boolean): void {
  // As JSON has it: an undefined value is an absent one.
  const json: unknown = JSON.parse(JSON.stringify(file));
  const published = z.fromJSONSchema(JSON.parse(read(`${schema}.schema.json`)));
  const parsed = published.safeParse(json);
  assert.equal(parsed.success, isRight, parsed.error?.message ?? 'it was taken');
}

function readJson(...path: readonly string[]): object {
  return JSON.parse(read(...path));
}

function read(...path: readonly string[]): string {
  return readFileSync(join(layouts, ...path), 'utf8');
}
