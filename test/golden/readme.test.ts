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

for (const { file, editions } of catalogue.layouts) {
  describe(`layouts/${file.id}/README.md`, () => {
    const path = `layouts/${file.id}/README.md`;
    const { sections } = readDocument(path);

    test('has the ladder as it is', () => {
      const expected = editions.map((edition) => [
        edition.rung.id,
        ...typeOf(edition, 'table'),
        millimetres(edition.measures.get('rowPad')),
      ]);
      assert.deepEqual(cellsUnder(sections, 'Ladder', 4), expected);
    });

    test('has sizes of type as they are', () => {
      const normal = editions.find(({ rung }) => rung.id === 'normal');
      assert(normal !== undefined);
      const rows = cellsUnder(sections, 'Measures', 3);
      assert(rows.length > 5);
      assert.deepEqual(
        rows,
        rows.map(([style = '']) => [style, ...typeOf(normal, style)]),
      );
    });

    test('has a picture', () => assert(existsSync(join(root, path, '..', 'picture.png'))));
  });
}

test('layouts/_parts/README.md names every partial and nothing else', () => {
  const { sections } = readDocument('layouts/_parts/README.md');
  const titles = ['Partials for a region', 'Partials within them'];
  const named = titles.flatMap((title) => rowsUnder(sections, title));
  const partials = globSync('*.hbs', { cwd: join(root, 'layouts', '_parts') });
  assert.deepEqual(named.toSorted(), partials.map((path) => basename(path, '.hbs')).sort());
});

/** The first cells of every row whose first is in `code style`. */
function cellsUnder(sections: readonly Section[], title: string, count: number): string[][] {
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
