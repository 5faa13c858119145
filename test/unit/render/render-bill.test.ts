// The pipeline with the real fonts: outputs, what does not fit, and layouts of other shapes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RenderOutcome } from '../../../src/worker/protocol.ts';
import { aBill, aCharge } from '../../support/a-bill.ts';
import {
  plainFiles,
  plainLabels,
  plainSettings,
  plainTemplate,
  writtenLayouts,
} from '../../support/a-layout.ts';
import { rendered, resourcesOf, textsOf, typeset } from '../../support/render.ts';

test('each output has its type, and what file names need', async () => {
  for (const [output, mediaType, start] of [
    ['pdf', 'application/pdf', '%PDF-1.'],
    ['png', 'image/png', '\x89PNG'],
    ['page', 'application/vnd.tolem.page+json', '{'],
    ['check', 'application/json', ''],
  ] as const) {
    const outcome = await rendered(aBill(), output);
    assert.ok(outcome.ok, JSON.stringify(outcome));
    const { bytes, layout, account, period } = outcome.value;
    assert.equal(outcome.value.mediaType, mediaType);
    assert.ok(Buffer.from(bytes).toString('latin1').startsWith(start), output);
    assert.deepEqual(
      [layout.split('@')[0], account, period],
      ['almaty-city', '000123457', '2026-10'],
    );
  }
});

test('checking makes no bytes', async () => {
  const outcome = await rendered(aBill(), 'check');
  assert.equal(outcome.ok && outcome.value.bytes.length, 0);
});

test('the page model carries the warnings and the rung', async () => {
  const charges = [aCharge({ quantity: '9.99' })];
  const outcome = await rendered({ ...aBill({ charges }) }, 'page');
  assert.ok(outcome.ok);
  const model = JSON.parse(Buffer.from(outcome.value.bytes).toString());
  assert.ok(outcome.warnings.length > 0);
  assert.deepEqual(
    model.warnings.map(({ code }: { code: string }) => code),
    outcome.warnings.map(({ code }) => code),
  );
  assert.equal(typeof model.rung, 'string');
});

test('warnings of the data come before those of fitting, and stay where rendering fails', async () => {
  const charges = Array.from({ length: 100 }, (_, index) =>
    aCharge({ service: { kk: `Қызмет ${index}` }, quantity: '9.99' }),
  );
  const outcome = await rendered(aBill({ charges }), 'check');
  const codes = outcome.warnings.map(({ code }) => code);
  assert.ok(codes.includes('QUANTITY_TARIFF_DIFFERS') && codes.includes('FITTED'));
  assert.ok(codes.lastIndexOf('QUANTITY_TARIFF_DIFFERS') < codes.indexOf('FITTED'));
});

test('a hundred charges do not fit: the fault says what needs how many millimetres', async () => {
  const charges = Array.from({ length: 100 }, (_, index) =>
    aCharge({ service: { kk: `Қызмет ${index}`, ru: `Услуга ${index}` } }),
  );
  const outcome = await rendered(aBill({ charges }), 'check');
  assert.ok(!outcome.ok);
  const [fault, ...others] = outcome.faults;
  assert.deepEqual(others, []);
  assert.equal(fault?.code, 'DOES_NOT_FIT');
  const { block, neededMm, availableMm } = fault.details ?? {};
  assert.equal(block, 'charges');
  assert.ok(Number(neededMm) > Number(availableMm) && Number(availableMm) < 297);
  assert.ok(
    fault.message.includes(`${neededMm} mm`) && fault.message.includes(`${availableMm} mm`),
  );
});

test('what is not JSON and what is no bill are faults of the request', async () => {
  for (const [input, code] of [
    [[], 'BILL_INVALID'],
    [{ layout: 'almaty-city' }, 'BILL_INVALID'],
    [{ ...aBill(), totalDue: '1.00' }, 'BILL_CONTRADICTORY'],
  ] as const) {
    assert.equal(firstCode(await rendered(input)), code);
  }
});

function firstCode(outcome: RenderOutcome): string | undefined {
  return outcome.ok ? undefined : outcome.faults[0]?.code;
}

test('figures, account and serial numbers come in reading order', () => {
  const outcome = typeset(aBill());
  assert.ok(outcome.ok);
  const texts = textsOf(outcome.value.page).map(({ text }) => text);
  const wanted = ['000123457', '676,19', '719,13', '450,00', 'СГВ-15 № 20417733', '25.10.2026'];
  const places = wanted.map((text) => texts.indexOf(text));
  assert.ok(!places.includes(-1), `${wanted[places.indexOf(-1)]} is not on the page`);
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
});

/** A layout of its own: other margins, other columns, another table, two rungs. */
const ownLayout = {
  'wide/layout.json': plainSettings({
    id: 'wide',
    page: { margin: { top: 30, right: 25, bottom: 20, left: 40 } },
    styles: { large: { size: 14, leading: 9, face: 'bold' } },
    tables: {
      charges: {
        columns: [
          { id: 'due', label: 'due', align: 'comma', width: { content: true } },
          { id: 'service', label: 'service', width: { flex: true, min: 20, want: 40 } },
        ],
      },
      meters: {
        style: 'large',
        pad: 2,
        columns: [
          { id: 'serial', width: { content: true } },
          { id: 'value', align: 'right', width: { flex: true, min: 20, want: 40 } },
        ],
      },
    },
    ladder: [
      { id: 'large', silent: true, changes: 'nothing', styles: { text: { leading: 40 } } },
      { id: 'small', changes: 'lines are closer' },
    ],
  }),
  'wide/labels.json': plainLabels,
  'wide/bill.hbs': `${plainTemplate.replace(
    '{{/page}}',
    `{{#region "meters" gap=5}}
       {{#table "meters"}}
         {{#each meters}}
           {{#row}}{{cell "serial" serial}}{{cell "value" (figure lastReading.value)}}{{/row}}
         {{/each}}
       {{/table}}
     {{/region}}
   {{/page}}`,
  )}`,
};

test('a layout folder with other geometry and another table renders as it is', async () => {
  const resources = await resourcesOf(writtenLayouts({ ...plainFiles, ...ownLayout }));
  const outcome = typeset(aBill({ layout: 'wide' }), resources);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  const { page, rung, layout } = outcome.value;
  assert.deepEqual([layout.reference, rung], ['wide@1', 'small']);
  assert.deepEqual(
    outcome.warnings.map(({ code }) => code),
    ['FITTED'],
  );
  const mm = (points: number) => (points * 25.4) / 72;
  const texts = textsOf(page);
  for (const { x, width, text } of texts) {
    assert.ok(mm(x) >= 40 - 0.01 && mm(x + width) <= 185 + 0.01, text);
  }
  const leftOf = (wanted: string) => texts.find(({ text }) => text === wanted)?.x ?? 0;
  assert.ok(leftOf('719,13') < leftOf('Суық су'), 'due is the first column');
  const [serial, value] = texts.slice(-2);
  assert.deepEqual([serial?.text, value?.text, value?.size], ['СГВ-15 № 20417733', '684,01', 14]);
});

test('the new layout makes a PDF next to the others, which stay as they were', async () => {
  const alone = await resourcesOf(writtenLayouts(plainFiles));
  const both = await resourcesOf(writtenLayouts({ ...plainFiles, ...ownLayout }));
  const bytesWith = async (layout: string, resources: typeof both) => {
    const outcome = await rendered(aBill({ layout }), 'pdf', resources);
    assert.ok(outcome.ok, JSON.stringify(outcome));
    return outcome.value.bytes;
  };
  assert.ok((await bytesWith('wide', both)).length > 5_000);
  assert.deepEqual(await bytesWith('plain', alone), await bytesWith('plain', both));
});

test('a mistake that only this bill brings to light is told with its line', async () => {
  const template = plainTemplate.replace('account.number', '(either number "a" account.nmae)');
  const folder = writtenLayouts({ ...plainFiles, 'plain/bill.hbs': template });
  const outcome = typeset(aBill({ layout: 'plain' }), await resourcesOf(folder));
  assert.ok(!outcome.ok);
  const [fault] = outcome.faults;
  assert.deepEqual([fault?.code, fault?.source], ['LAYOUT_FAILED', 'plain/bill.hbs:3']);
});

test('a version that no bill has needed so far is told with its line by the page model', async () => {
  const broken = '{{text account.contract.nobody style="text"}}';
  const template = plainTemplate.replace(
    '{{/region}}',
    `{{#choose}}{{gap 1}}${broken}{{/choose}}{{/region}}`,
  );
  const given = await resourcesOf(writtenLayouts({ ...plainFiles, 'plain/bill.hbs': template }));
  const bill = aBill({ layout: 'plain' });
  assert.ok((await rendered(bill, 'pdf', given)).ok);
  const outcome = await rendered(bill, 'page', given);
  const [fault] = outcome.ok ? [] : outcome.faults;
  assert.equal(fault?.code, 'LAYOUT_FAILED');
  assert.match(fault.message, /^plain\/bill\.hbs:\d+: .*nobody/);
});
