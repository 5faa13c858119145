// The README of every layout against the layout: its ladder and its type sizes, the parts that it
// shares. What it says beside them is for readers.

import assert from 'node:assert/strict';
import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test } from 'node:test';
import type { Edition } from '../../src/layout/edition.ts';
import { ptToMm } from '../../src/typeset/unit.ts';
import { loadProject, root } from './case.ts';
import { readDocument, rowsUnder, type Section } from './document.ts';

const { catalogue } = await loadProject();

/** Its README tells the sizes of what all layouts share. */
const detailed = 'almaty-city';

for (const { file, editions } of catalogue.layouts) {
  const path = `layouts/${file.id}/README.md`;
  const { sections } = readDocument(path);

  describe(path, () => {
    test('shows the layout', () => {
      const text = sections.map((section) => section.text).join('\n');
      const pictures = Array.from(text.matchAll(/\]\(([\w-]+\.png)\)/g), ([, name = '']) => name);
      assert(pictures.includes('picture.png'));
      const missing = pictures.filter((name) => !existsSync(join(root, path, '..', name)));
      assert.deepEqual(missing, []);
    });

    test('has a ladder', () => {
      assert(sections.some(({ title }) => title === 'Ladder'));
    });

    // A README may leave the sizes of shared parts to the README of another layout.
    const rungs = cellsUnder(sections, 'Ladder', 4);
    test('has every rung or none', () => {
      const named = rungs.map(([id]) => id);
      if (named.length > 0)
        assert.deepEqual(
          named,
          editions.map(({ rung }) => rung.id),
        );
    });
    if (file.id === detailed) test('has rungs as they are', () => checkRungs(rungs, editions));
    const sizes = cellsUnder(sections, 'Measures', 3);
    if (file.id === detailed) test('has type as it is', () => checkSizes(sizes, editions));
  });
}

test('layouts/_parts/README.md names every partial and nothing else', () => {
  const { sections } = readDocument('layouts/_parts/README.md');
  const titles = ['Partials for a region', 'Partials within them'];
  const named = titles.flatMap((title) => rowsUnder(sections, title));
  const partials = globSync('*.hbs', { cwd: join(root, 'layouts', '_parts') });
  assert.deepEqual(named.toSorted(), partials.map((path) => basename(path, '.hbs')).sort());
});

function checkRungs(rows: readonly Cells[], editions: readonly Edition[]): void {
  const expected = editions.map((edition) => [
    edition.rung.id,
    ...typeOf(edition, 'table'),
    millimetres(edition.measures.get('rowPad')),
  ]);
  assert.deepEqual(rows, expected);
}

function checkSizes(rows: readonly Cells[], editions: readonly Edition[]): void {
  const normal = editions.find(({ rung }) => rung.id === 'normal');
  assert(normal !== undefined);
  assert.notEqual(rows.length, 0, 'the table of measures is gone');
  const expected = rows.map(([style = '']) => [style, ...typeOf(normal, style)]);
  assert.deepEqual(rows, expected);
}

type Cells = readonly string[];

/** The first cells of every row whose first is in `code style`. */
function cellsUnder(sections: readonly Section[], title: string, count: number): Cells[] {
  const text = sections.find((section) => section.title === title)?.text ?? '';
  return text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').slice(1, count + 1))
    .map((cells) => cells.map((cell) => cell.replaceAll('`', '').trim()));
}

function typeOf({ styles }: Edition, name: string): readonly string[] {
  const style = styles.get(name);
  return [String(style?.size), millimetres(style?.leading)];
}

function millimetres(points = Number.NaN): string {
  return String(Math.round(ptToMm(points) * 100) / 100);
}
