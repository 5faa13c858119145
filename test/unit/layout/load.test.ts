// Reading the layouts folder: what is found where, what replaces what, what stops the start.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadLayouts } from '../../../src/layout/load.ts';
import type { LayoutPackage } from '../../../src/layout/package.ts';
import {
  checkFaults,
  given,
  type LayoutFiles,
  plainFiles,
  plainLabels,
  plainSettings,
  plainTemplate,
  writtenLayouts,
} from '../../support/a-layout.ts';

async function loaded(files: LayoutFiles): Promise<readonly LayoutPackage[]> {
  const outcome = await loadLayouts(writtenLayouts(files), given);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
}

async function check(
  files: LayoutFiles,
  expected: Parameters<typeof checkFaults>[1],
): Promise<void> {
  const outcome = await loadLayouts(writtenLayouts({ ...plainFiles, ...files }), given);
  checkFaults(outcome.ok ? [] : outcome.faults, expected);
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8"/></svg>';

test('each folder is a layout but those that begin with an underscore', async () => {
  const second = { ...plainFiles, 'other/layout.json': plainSettings({ id: 'other' }) };
  const parts = { 'other/bill.hbs': plainTemplate, 'other/labels.json': plainLabels };
  const layouts = await loaded({
    ...second,
    ...parts,
    '_parts/notes.txt': '',
    '_next/layout.json': '{',
  });
  assert.deepEqual(
    layouts.map(({ reference }) => reference),
    ['other@1', 'plain@1'],
  );
});

test('a folder may carry the revision in its name', async () => {
  const [layout] = await loaded({
    'plain@3/layout.json': plainSettings({ revision: 3 }),
    'plain@3/labels.json': plainLabels,
    'plain@3/bill.hbs': plainTemplate,
  });
  assert.equal(layout?.reference, 'plain@3');
});

test('settings lie over the shared base, labels over the shared labels', async () => {
  const [layout] = await loaded({
    '_parts/base.json': plainSettings({ measures: { rowPad: 7, gap: 9 }, id: undefined }),
    '_parts/labels.json': { ...plainLabels, due: { kk: 'Ортақ', ru: 'Общее' } },
    'plain/layout.json': {
      ...{ id: 'plain', revision: 1, measures: { rowPad: 2 } },
      valid: { from: '2020-01' },
    },
    'plain/labels.json': { due: { kk: 'Өз', ru: 'Своё' } },
    'plain/bill.hbs': plainTemplate,
  });
  assert.deepEqual(Object.entries(layout?.file.measures ?? {}), [
    ['rowPad', 2],
    ['gap', 9],
  ]);
  assert.deepEqual([...(layout?.labels.keys() ?? [])].sort(), Object.keys(plainLabels).sort());
  assert.deepEqual(layout?.labels.get('due'), { kk: 'Өз', ru: 'Своё' });
});

test('the digest is that of all that a layout is made of', async () => {
  const digestWith = async (files: Readonly<Record<string, unknown>>) => {
    const [layout] = await loaded({ ...plainFiles, ...files });
    return layout?.digest ?? '';
  };
  const plain = await digestWith({});
  assert.match(plain, /^[0-9a-f]{64}$/);
  assert.equal(await digestWith({}), plain);
  assert.equal(await digestWith({ 'plain/README.md': 'words' }), plain);
  const changes = [
    { 'plain/bill.hbs': `${plainTemplate} ` },
    { 'plain/labels.json': { ...plainLabels, due: { kk: 'Өз', ru: 'Своё' } } },
    { '_parts/spare.hbs': '{{gap 1}}' },
  ];
  const digests = new Set([plain]);
  for (const change of changes) digests.add(await digestWith(change));
  assert.equal(digests.size, changes.length + 1);
});

test('images and partials of a layout stand beside the shared ones and replace their namesakes', async () => {
  const [layout] = await loaded({
    ...plainFiles,
    '_parts/images/water.svg': svg,
    '_parts/images/heat.svg': svg,
    'plain/images/water.svg': svg.replaceAll('8', '9'),
    '_parts/row.hbs': '{{row}} is broken',
    'plain/row.hbs': '{{gap 1}}',
    'plain/bill.hbs': '{{#page}}{{#region "a"}}{{> row}}{{/region}}{{/page}}',
  });
  assert.deepEqual(
    [...(layout?.images ?? [])].map(([name, { width }]) => `${name} ${width}`).sort(),
    ['heat 8', 'water 9'],
  );
});

test('a file that is missing or is not JSON is named', async () => {
  await check({ 'plain/bill.hbs': undefined }, [['plain/bill.hbs', /missing/]]);
  await check({ 'plain/layout.json': undefined }, [['plain/layout.json', /missing/]]);
  await check({ 'plain/layout.json': '{"id": }' }, [
    ['plain/layout.json', /JSON/],
    ['plain/layout.json', /missing/],
  ]);
  await check({ '_parts/base.json': '{' }, [['_parts/base.json', /JSON/]]);
});

test('a broken image is named with its line', async () => {
  await check({ 'plain/images/bad.svg': '<svg viewBox="0 0 1 1">\n<text>a</text></svg>' }, [
    ['plain/images/bad.svg:2', /<text>/],
    ['plain/images/bad.svg:2', /Text/],
  ]);
});

test('every fault of every layout is told at once', async () => {
  await check(
    {
      'plain/bill.hbs': '{{#page}}\n{{nope}}{{/page}}',
      'second/layout.json': plainSettings({ id: 'second', revision: 0 }),
      'second/bill.hbs': plainTemplate,
      'third/layout.json': plainSettings({ id: 'third' }),
    },
    [
      ['plain/bill.hbs:2', /nope/],
      ['second/layout.json', /revision/],
      ['third/bill.hbs', /missing/],
    ],
  );
});

test('a folder that is not there or holds no layout is a fault', async () => {
  const nowhere = join(writtenLayouts({}), 'nowhere');
  const outcome = await loadLayouts(nowhere, given);
  checkFaults(outcome.ok ? [] : outcome.faults, [[nowhere, /TOLEM_LAYOUTS_DIR/]]);
  const empty = writtenLayouts({ 'README.md': '' });
  const none = await loadLayouts(empty, given);
  checkFaults(none.ok ? [] : none.faults, [[empty, /no layout/]]);
});
