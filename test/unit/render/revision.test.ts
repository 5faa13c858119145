// Two revisions of one layout side by side: the billing period decides, a pin overrules it, and
// the revision stands in every output, so that a reprint of an old bill takes its old form.

import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import type { Fault } from '../../../src/fault.ts';
import { findLayout } from '../../../src/layout/catalogue.ts';
import { renderTask } from '../../../src/render/render-bill.ts';
import type { Resources } from '../../../src/render/resources.ts';
import type { OutputKind, RenderOutcome } from '../../../src/worker/protocol.ts';
import { aBill, today } from '../../support/a-bill.ts';
import { type Copies, loadCopies } from '../../support/layout-folder.ts';
import { readObjects } from '../draw/read-pdf.ts';

const second = {
  revision: 2,
  valid: { from: '2027-01' },
  notices: [
    { id: 'new', kind: 'info', priority: 5, text: { kk: 'Жаңа пішін.', ru: 'Новая форма.' } },
  ],
};

const bothRevisions: Copies = { 'almaty-city': {}, 'almaty-city@2': second };

async function load(t: TestContext, copies: Copies = bothRevisions): Promise<Resources> {
  const loaded = await loadCopies(t, 'almaty-city', copies);
  assert(loaded.ok, loaded.ok ? '' : JSON.stringify(loaded.faults));
  return loaded.value;
}

function render(
  resources: Resources,
  given: { readonly layout: string; readonly period: string; readonly output: OutputKind },
): Promise<RenderOutcome> {
  const { layout, period, output } = given;
  const json = JSON.stringify(aBill({ layout, period }));
  return renderTask({ json, output, profile: 'print', dpi: 90, today }, resources);
}

async function textOf(outcome: Promise<RenderOutcome>): Promise<string> {
  const rendered = await outcome;
  assert(rendered.ok, rendered.ok ? '' : JSON.stringify(rendered.faults));
  return Buffer.from(rendered.value.bytes).toString();
}

describe('the period of a bill chooses the revision', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['almaty-city', '2026-12', 'almaty-city@1'],
    ['almaty-city', '2027-01', 'almaty-city@2'],
    ['almaty-city', '2031-05', 'almaty-city@2'],
    ['almaty-city@1', '2031-05', 'almaty-city@1'],
    ['almaty-city@2', '2026-10', 'almaty-city@2'],
  ];
  for (const [wanted, period, expected] of cases) {
    test(`${wanted} in ${period} is ${expected}`, async (t) => {
      const found = findLayout((await load(t)).catalogue, wanted, period);
      assert.equal(found.ok && found.value.reference, expected);
    });
  }
});

test('the newer form is set from its first period on', async (t) => {
  const resources = await load(t);
  const page = (period: string) =>
    textOf(render(resources, { layout: 'almaty-city', period, output: 'page' }));
  const old = await page('2026-10');
  assert.match(old, /^\{"schema":"[^"]+","layout":"almaty-city@1"/);
  assert.doesNotMatch(old, /Жаңа пішін/);
  const pinned = await textOf(
    render(resources, { layout: 'almaty-city@2', period: '2026-10', output: 'page' }),
  );
  assert.match(pinned, /^\{"schema":"[^"]+","layout":"almaty-city@2"/);
  assert.match(pinned, /Жаңа пішін/);
});

test('the revision stands in the Info dictionary and in the XMP of the PDF', async (t) => {
  const resources = await load(t);
  for (const layout of ['almaty-city@1', 'almaty-city@2']) {
    const rendered = await render(resources, { layout, period: '2026-10', output: 'pdf' });
    assert(rendered.ok, rendered.ok ? '' : JSON.stringify(rendered.faults));
    assert.equal(rendered.value.layout, layout);
    const objects = readObjects(rendered.value.bytes);
    const info = objects.find(({ dictionary }) => dictionary.includes('/CreationDate'));
    assert.match(info?.dictionary ?? '', new RegExp(`^/Layout \\(${layout}\\)$`, 'm'));
    const xmp = objects.find(({ dictionary }) => dictionary.includes('/Subtype /XML'));
    assert.match(xmp?.stream.toString() ?? '', new RegExp(`<dc:source>${layout}</dc:source>`));
  }
});

describe('a fault names the revisions there are', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['almaty-city@7', '2026-10', /no such revision\. It has: almaty-city@1, almaty-city@2\./],
    ['almaty-city', '2019-12', /No revision .* valid in 2019-12; pin one of: almaty-city@1/],
    ['almaty-sity', '2026-10', /no such layout\. The nearest are: almaty-city\./],
  ];
  for (const [wanted, period, message] of cases) {
    test(`${wanted} in ${period}`, async (t) => {
      const found = findLayout((await load(t)).catalogue, wanted, period);
      const [fault]: readonly Fault[] = found.ok ? [] : found.faults;
      assert.equal(fault?.code, 'LAYOUT_UNKNOWN');
      assert.match(fault?.message ?? '', message);
    });
  }
});

test('a gap between validities belongs to no revision', async (t) => {
  const { catalogue } = await load(t, {
    'almaty-city@1': { valid: { from: '2020-04', to: '2026-06' } },
    'almaty-city@2': second,
  });
  assert.equal(findLayout(catalogue, 'almaty-city', '2026-06').ok, true);
  assert.equal(findLayout(catalogue, 'almaty-city', '2026-07').ok, false);
});

describe('folders that contradict each other stop the start', () => {
  test('two of one revision', async (t) => {
    const loaded = await loadCopies(t, 'almaty-city', { 'almaty-city': {}, 'almaty-city@1': {} });
    assert.match(loaded.ok ? '' : (loaded.faults[0]?.message ?? ''), /Two folders hold/);
  });

  test('one named after another revision', async (t) => {
    const loaded = await loadCopies(t, 'almaty-city', { 'almaty-city@3': second });
    assert.match(
      loaded.ok ? '' : (loaded.faults[0]?.message ?? ''),
      /^almaty-city@3\/layout\.json: the folder should be named "almaty-city@2"/,
    );
  });
});
