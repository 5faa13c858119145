// The words of separator sheets: those of the checkout, and broken ones.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { loadSeparatorLabels } from '../../../src/render/separator-labels.ts';
import { layoutsDir, resources } from '../../support/render.ts';

test('every font has their letters', async () => {
  const labels = await loadSeparatorLabels(layoutsDir);
  assert.ok(labels.ok, JSON.stringify(labels));
  for (const { kk, ru } of Object.values(labels.value)) {
    assert.equal(resources.measure.missing('RobotoCondensed-Regular', kk + ru), undefined);
  }
});

describe('broken words are told by their file', () => {
  check('missing', undefined, /^_print\/labels\.json: the file is missing\.$/);
  check('no JSON', '{', /expected object/);
  check('a language short', '{"house": {"kk": "Үй"}}', /house\.ru/);

  function check(name: string, content: string | undefined, message: RegExp): void {
    test(name, async (t) => {
      const folder = mkdtempSync(join(tmpdir(), 'tolem-labels-'));
      t.after(() => rmSync(folder, { recursive: true }));
      mkdirSync(join(folder, '_print'));
      if (content !== undefined) writeFileSync(join(folder, '_print', 'labels.json'), content);
      const labels = await loadSeparatorLabels(folder);
      assert.ok(!labels.ok);
      assert.equal(labels.faults[0]?.code, 'LAYOUT_BROKEN');
      assert.match(labels.faults[0]?.message ?? '', message);
    });
  }
});
