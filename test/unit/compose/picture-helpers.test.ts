// Images, codes, charts, boxes to write in, rules and gaps.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mmToPt, ptToMm } from '../../../src/typeset/unit.ts';
import { aMeter, aParsedBill } from '../../support/a-bill.ts';
import {
  blockOf,
  blocksOf,
  composedWith,
  faultsOf,
  isKind,
  templateOf,
  wideLayout,
} from '../../support/compose.ts';

const hairline = { width: 0.25, gray: 0 };

test('an image is found by its name, none is set for nothing', () => {
  const { image, height, alt } = blockOf(
    'image',
    '{{image "water" height=6.8 alt=(label "due")}}',
    { language: 'ru' },
  );
  assert.deepEqual([image.name, height, alt], ['water', mmToPt(6.8), 'К оплате']);
  assert.deepEqual(blocksOf('{{image number height=5}}'), []);
});

test('a square code fills its size', () => {
  const { module, symbol, payload, barHeight } = blockOf(
    'code',
    '{{code account.number kind="qr" size=21}}',
  );
  assert.equal(payload, '000123457');
  assert.equal(round(module * symbol.columns), 21);
  assert.equal(barHeight, undefined);
});

test('a square grows up to its limit where modules would get too small', () => {
  const sizeOf = (length: number, limits: string) => {
    const text = 'x'.repeat(length);
    const lines = `{{code "${text}" kind="qr" size=21 ${limits}}}`;
    const { module, symbol } = blockOf('code', lines);
    return { size: round(module * symbol.columns), module: round(module) };
  };
  assert.equal(sizeOf(20, 'maxSize=25 minModule=0.55').size, 21);
  const grown = sizeOf(130, 'maxSize=25 minModule=0.5');
  assert.ok(grown.size > 21 && grown.size < 25 && grown.module === 0.5, JSON.stringify(grown));
  assert.equal(sizeOf(200, 'maxSize=25 minModule=0.55').size, 25);
});

test('a linear code has the module and height it is told', () => {
  const { module, barHeight, symbol } = blockOf(
    'code',
    '{{code account.number kind="code128" module=0.38 height=10.2}}',
  );
  assert.deepEqual([module, barHeight, symbol.rows], [mmToPt(0.38), mmToPt(10.2), 1]);
});

test('no code is made of nothing', () => {
  assert.deepEqual(blocksOf('{{code number kind="qr"}}{{code "" kind="qr"}}'), []);
});

test('a payload that is no text is a mistake of the template', () => {
  for (const payload of ['(money totalDue)', 'totalDue', '(label "due")', 'suppliers']) {
    const [fault] = faultsOf(`{{code ${payload} kind="qr"}}`);
    assert.deepEqual([fault?.code, fault?.source], ['LAYOUT_FAILED', 'plain/bill.hbs:2'], payload);
    assert.match(fault?.message ?? '', /\{\{code\}\}.*payload.*no text/);
  }
});

test('what no symbology can hold is a fault of the bill, with its pointer', () => {
  const [fault] = faultsOf('{{code "шот" kind="code128" pointer="/paymentCodes/0"}}');
  assert.equal(fault?.code, 'CODE_REFUSED');
  assert.equal(fault.pointer, '/paymentCodes/0');
  assert.equal(fault.source, 'plain/bill.hbs:2');
});

test('modules too small for a scanner are a fault, never a code', () => {
  const text = 'x'.repeat(600);
  const [fault] = faultsOf(`{{code "${text}" kind="qr" size=21 pointer="/paymentCodes/1"}}`);
  assert.deepEqual([fault?.code, fault?.pointer], ['CODE_REFUSED', '/paymentCodes/1']);
  assert.match(fault?.message ?? '', /mm/);
  assert.equal(faultsOf('{{code "1" kind="code128" module=0.2}}')[0]?.code, 'CODE_REFUSED');
});

test('all codes that are refused are told at once', () => {
  const lines = '{{code "шот" kind="code128"}}\n{{code "a" kind="interleaved2of5"}}';
  assert.deepEqual(
    faultsOf(lines).map(({ source }) => source),
    ['plain/bill.hbs:2', 'plain/bill.hbs:3'],
  );
});

const months = ['2026-08', '2026-09', '2026-10'].map((period) => ({ period, quantity: '5.5' }));
const withHistory = {
  meters: [aMeter()],
  consumptionHistory: [{ meter: 'C1', unit: 'm3' as const, months }],
};

test('a chart takes the bars of a meter', () => {
  const chart = blockOf(
    'chart',
    '{{#each meters}}{{#with history}}{{chart bars pitch=3 barWidth=2 height=6 outline="hairline"' +
      ' plain="pale" baseline="hairline" style="text"}}{{/with}}{{/each}}',
    withHistory,
  );
  assert.equal(chart.bars.length, 3);
  assert.deepEqual([chart.pitch, chart.barWidth, chart.height], [3, 2, 6].map(mmToPt));
  assert.deepEqual(chart.fills, { plain: 0.9, current: 0, compared: 1 });
  assert.deepEqual([chart.outline, chart.baseline], [hairline, hairline]);
  assert.equal(chart.text?.leading, mmToPt(3.2));
  assert.deepEqual(blocksOf('{{chart months outline="hairline"}}'), []);
});

test('digits have a box each and a comma in the face of their style', () => {
  const { digits, decimals, boxWidth, leastWidth, comma } = blockOf(
    'digits',
    '{{#each meters}}{{digits digits decimals boxWidth=4.6 boxHeight=6 stroke="hairline"' +
      ' style="right"}}{{/each}}',
  );
  assert.deepEqual([digits, decimals], [5, 2]);
  assert.deepEqual([boxWidth, leastWidth], [mmToPt(4.6), mmToPt(4.6)]);
  assert.deepEqual([comma.text, comma.size], [',', 6]);
});

test('a field has no limit of height and becomes no row unless told', () => {
  const { width, maxHeight, fillBelow, fill } = blockOf(
    'field',
    '{{field width=14 inset=0.6 stroke="hairline" fill="paper"}}',
  );
  assert.deepEqual(
    [width, maxHeight, fillBelow, fill],
    [mmToPt(14), Number.POSITIVE_INFINITY, 0, 1],
  );
});

test('rules and gaps', () => {
  const rule = blockOf('rule', '{{rule stroke="hairline" vertical=true length=7 dash="0 2.6"}}');
  assert.deepEqual(
    [rule.stroke, rule.vertical, rule.length, rule.dash],
    [hairline, true, mmToPt(7), [0, 2.6]],
  );
  assert.deepEqual(blockOf('rule', '{{rule stroke="hairline"}}').dash, []);
  assert.equal(blockOf('gap', '{{gap "rowPad"}}').height, mmToPt(1));
});

function round(points: number): number {
  return Math.round(ptToMm(points) * 1000) / 1000;
}

test('boxes for digits are shared whatever came before: shared blocks may be set as forms', () => {
  const layout = wideLayout({
    template: templateOf(
      '{{#each meters}}{{digits digits decimals boxWidth=4 boxHeight=6 stroke="hairline"' +
        ' style="text"}}{{/each}}',
    ),
  });
  // More kinds than are kept, again and again, so that nothing comes back.
  for (let count = 0; count < 400; count += 1) {
    const meters = [aMeter({ digits: (count % 12) + 1, decimals: Math.floor(count / 12) % 7 })];
    const sheet = composedWith(layout, { meters });
    assert.ok(sheet.ok);
    assert.equal(sheet.value.regions[0]?.children[0]?.shared, true, `bill ${count}`);
  }
});

test('what a picture says is the bill’s own, whatever the one before said', () => {
  for (const payload of ['(payload "{account}")', '"12345"']) {
    const lines = `{{code ${payload} kind="code128" alt=account.number}}`;
    const layout = wideLayout({ template: templateOf(lines) });
    const numbers = ['11111', '22222', '11111'];
    const alts = numbers.map((number) => {
      const sheet = composedWith(layout, { account: { ...aParsedBill().account, number } });
      const [code] = sheet.ok ? (sheet.value.regions[0]?.children ?? []) : [];
      return isKind(code, 'code') ? code.alt : undefined;
    });
    assert.deepEqual(alts, numbers);
  }
});
