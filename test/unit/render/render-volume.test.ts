// Bills into a volume: which enter, what is said of those that do not, and what they look like.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { rasteriseRgba } from '../../../src/draw/raster.ts';
import { forgetBills } from '../../../src/render/forget.ts';
import { handfulSize } from '../../../src/render/handful.ts';
import { BillVolume } from '../../../src/render/render-volume.ts';
import { readSamples } from '../../../src/server/samples.ts';
import { aBill, aCharge, today } from '../../support/a-bill.ts';
import { rendered, resources } from '../../support/render.ts';
import { readPages } from '../draw/read-pdf.ts';

const samplesDir = join(import.meta.dirname, '../../../samples');

const metadata = { title: 'Шоттар', languageTag: 'kk-KZ', createdOn: today };

function openVolume() {
  const pieces: Uint8Array[] = [];
  const volume = new BillVolume({ today, metadata }, resources, (bytes) => pieces.push(bytes));
  return { volume, pdf: () => Buffer.concat(pieces) };
}

test('a bill is the page that it is alone', async () => {
  const bills = [aBill(), aBill({ charges: [aCharge(), aCharge({ service: { kk: 'Лифт' } })] })];
  const { volume, pdf } = openVolume();
  for (const bill of bills) assert.ok(volume.add(JSON.stringify(bill)).ok);
  volume.finish();
  const pages = (await readPages(pdf())).map(lettersOf);
  for (const [index, bill] of bills.entries()) {
    const outcome = await rendered(bill);
    assert.ok(outcome.ok);
    const { bytes } = outcome.value;
    assert.equal(pages[index], lettersOf((await readPages(bytes))[0] ?? []));
    const one = openVolume();
    one.volume.add(JSON.stringify(bill));
    one.volume.finish();
    const [a, b] = [await rasteriseRgba(one.pdf(), 100), await rasteriseRgba(bytes, 100)];
    assert.equal(a.data.length, b.data.length);
    assert.ok(a.data.every((level, at) => Math.abs(level - (b.data[at] ?? 0)) <= leastTone));
  }
});

/** PDFium draws the letters of a form a 256th lighter or darker here and there. */
const leastTone = 1;

/** In any order: PDFium takes a form for another place in the text than its content alone. */
function lettersOf(lines: readonly string[]): string {
  return [...lines.join('').replaceAll(/\s/g, '')].sort().join('');
}

test('a bill with faults says so and leaves no page', async () => {
  const { volume, pdf } = openVolume();
  const first = volume.add(JSON.stringify(aBill()));
  const crowded = Array.from({ length: 100 }, (_, index) =>
    aCharge({ service: { kk: `Қызмет ${index}` } }),
  );
  const refused = [
    volume.add('{'),
    volume.add(JSON.stringify({ ...aBill(), layout: 'nowhere' })),
    volume.add(JSON.stringify(aBill({ charges: crowded }))),
  ].map((outcome) => (outcome.ok ? [] : outcome.faults.map(({ code }) => code)));
  assert.deepEqual(refused, [['REQUEST_MALFORMED'], ['LAYOUT_UNKNOWN'], ['DOES_NOT_FIT']]);
  const second = volume.add(JSON.stringify(aBill()));
  volume.finish();
  assert.deepEqual(
    [first, second].map((outcome) => outcome.ok && outcome.value.page),
    [1, 2],
  );
  assert.equal((await readPages(pdf())).length, 2);
});

test('an accepted bill names its account, period and layout, and keeps its warnings', () => {
  const { volume } = openVolume();
  const outcome = volume.add(JSON.stringify(aBill({ charges: [aCharge({ quantity: '9.99' })] })));
  assert.ok(outcome.ok);
  const { layout, ...place } = outcome.value;
  assert.deepEqual(place, { page: 1, account: '000123457', period: '2026-10' });
  assert.match(layout, /^almaty-city@\d+$/);
  assert.ok(outcome.warnings.length > 0);
});

test('many at once are the file that they are one by one, whatever is let go', async () => {
  const samples = [...(await readSamples(samplesDir)).values()];
  // Of all layouts in turns, so that no step of a bill comes after the same step of its like.
  const right = [...samples, ...samples, ...samples].map((sample) => JSON.stringify(sample));
  const jsons = right.toSpliced(2, 0, '{').toSpliced(8, 0, '{}');
  const [alone, together] = [openVolume(), openVolume()];
  const one = jsons.map((json) => {
    forgetBills();
    return alone.volume.add(json);
  });
  const all = together.volume.addAll(jsons);
  for (const { volume } of [alone, together]) volume.finish();
  assert.deepEqual(all, one);
  const refused = all.flatMap(({ ok }, index) => (ok ? [] : [index]));
  assert.deepEqual(refused, [2, 8]);
  assert.equal(together.volume.length, jsons.length - 2);
  assert.ok(together.volume.length > 2 * handfulSize);
  assert.deepEqual(together.pdf(), alone.pdf());
});

test('the identifier of a volume follows what stands on its pages', () => {
  const ids = ['Лифт', 'Газ'].map((kk) => {
    const { volume, pdf } = openVolume();
    volume.add(JSON.stringify(aBill({ charges: [aCharge({ service: { kk } })] })));
    volume.finish();
    return /\/ID \[<([0-9a-f]{32})>/.exec(pdf().toString('latin1'))?.[1];
  });
  assert.ok(ids.every((id) => id !== undefined));
  assert.notEqual(ids[0], ids[1]);
});

test('a volume without a page is no file', () => {
  const { volume, pdf } = openVolume();
  volume.add('{');
  volume.finish();
  assert.equal(pdf().length, 0);
});
