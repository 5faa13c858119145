// Loading fonts and layouts together: what either alone cannot see.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadResources } from '../../../src/render/resources.ts';
import {
  checkFaults,
  plainFiles,
  plainLabels,
  plainSettings,
  writtenLayouts,
} from '../../support/a-layout.ts';
import { fontsDir, resources } from '../../support/render.ts';

async function check(
  files: Readonly<Record<string, unknown>>,
  expected: Parameters<typeof checkFaults>[1],
): Promise<void> {
  const layoutsDir = writtenLayouts({ ...plainFiles, ...files });
  const loaded = await loadResources({ layoutsDir, fontsDir });
  checkFaults(loaded.ok ? [] : loaded.faults, expected);
}

test('the layouts of the checkout load, and the producer names program and version', () => {
  assert.ok(resources.catalogue.layouts.length > 0);
  assert.match(resources.producer, /^tolem \d+\.\d+\.\d+/);
});

test('a label with a letter that no font has stops the start', async () => {
  const labels = { ...plainLabels, due: { kk: 'Төлеуге', ru: 'К 水 оплате' } };
  const settings = plainSettings({ faces: { bold: 'RobotoCondensed-Regular' } });
  const files = { 'plain/labels.json': labels, 'plain/layout.json': settings };
  const loaded = await loadResources({
    layoutsDir: writtenLayouts({ ...plainFiles, ...files }),
    fontsDir,
  });
  assert.ok(!loaded.ok);
  const [fault] = loaded.faults;
  assert.equal(fault?.source, 'plain/labels.json');
  assert.match(fault.message, /"due".*ru.*U\+6C34/);
});

test('a face that fonts.json lacks stops the start', async () => {
  const faces = { bold: 'RobotoCondensed-Black' };
  await check({ 'plain/layout.json': plainSettings({ faces }) }, [
    ['plain/layout.json', /RobotoCondensed-Black/],
  ]);
});

test('two folders with the same revision stop the start', async () => {
  await check(
    {
      'plain@1/layout.json': plainSettings(),
      'plain@1/bill.hbs': plainFiles['plain/bill.hbs'],
      'plain@1/labels.json': plainLabels,
    },
    [['plain@1', /plain@1/]],
  );
});
