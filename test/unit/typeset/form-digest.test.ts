// Forms that say something else have other digests, however little differs.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formDigest } from '../../../src/typeset/form-digest.ts';
import type { Item, TextItem } from '../../../src/typeset/page.ts';

const word: TextItem = {
  ...{ kind: 'text', x: 7.5, y: 8, width: 12, face: 'Roboto', size: 7, gray: 0, text: 'су' },
  ...{ source: 'bill.hbs:1', role: 'text', lang: 'kk-KZ', spoken: undefined },
};

const at = (x: number, y: number): TextItem => ({ ...word, x, y });

test('equal items have equal digests, whatever object they are', () => {
  assert.equal(formDigest(10, [word, at(1, 2)]), formDigest(10, [{ ...word }, at(1, 2)]));
});

test('whatever differs tells two forms apart', () => {
  const others: (readonly [number, readonly Item[]])[] = [
    [10, [word]],
    [11, [word]],
    [10, [word, word]],
    [10, [{ ...word, text: 'cу' }]],
    [10, [{ ...word, face: 'Robot', text: 'осу' }]],
    [10, [{ ...word, lang: undefined }]],
    [10, [{ ...word, x: -7.5 }]],
    [10, [{ ...word, x: 8, y: 7.5 }]],
  ];
  assert.equal(new Set(others.map(([height, items]) => formDigest(height, items))).size, 8);
});

test('no two of many places are the same', () => {
  const digests = new Set<string>();
  const steps = Array.from({ length: 400 }, (_, step) => step / 4);
  for (const x of steps) for (const y of steps) digests.add(formDigest(10, [at(x, y)]));
  assert.equal(digests.size, 160_000);
});
