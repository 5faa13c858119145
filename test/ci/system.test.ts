// What only programs outside npm can prove of the demo's files: syntax, fonts, text layer, codes.
// All languages and profiles are conformance.test.ts's. .ci/run installs the programs and fills
// out/ first; without them it fails.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decode } from './decode.ts';
import { mismatches, type Sample, samples, volume } from './sample.ts';
import { run } from './tool.ts';
import { brokenRules } from './vera/verify.ts';

test('the demo rendered every sample', () => {
  assert.deepEqual(mismatches(), []);
  assert.ok(samples.length >= 8, 'there are too few samples');
});

for (const sample of samples) {
  describe(sample.name, () => {
    test('qpdf finds no fault in the syntax', () => {
      assert.match(run('qpdf', ['--check', sample.pdf]), /No syntax or stream encoding errors/u);
    });
    test('one A4 page', () => {
      const facts = run('pdfinfo', [sample.pdf]);
      assert.match(facts, /^Pages: +1$/mu);
      assert.match(facts, /^Page size: .* \(A4\)$/mu);
    });
    test('every font is embedded and maps to Unicode', () => checkFonts(sample));
    test('the text layer gives every figure, in reading order', () => checkText(sample));
    test('two decoders read every code at 200 dpi', () => checkCodes(sample));
  });
}

describe('the volume of all samples', () => {
  test('qpdf finds no fault in the syntax', () => {
    assert.match(run('qpdf', ['--check', volume]), /No syntax or stream encoding errors/u);
  });
  test('has a page for each, with a bookmark and the text of the file alone', () => {
    assert.match(run('pdfinfo', [volume]), new RegExp(`^Pages: +${samples.length}$`, 'mu'));
    const bookmarks = JSON.parse(run('qpdf', ['--json', '--json-key=outlines', volume])).outlines;
    assert.equal(bookmarks.flatMap(({ kids }: { kids: object[] }) => kids).length, samples.length);
    samples.forEach(({ pdf }, index) => {
      const page = `${index + 1}`;
      const text = run('pdftotext', ['-raw', '-f', page, '-l', page, volume, '-']);
      assert.equal(text, run('pdftotext', ['-raw', pdf, '-']));
    });
  });
});

test('veraPDF: the volume is PDF/A-2u', () => {
  assert.deepEqual(brokenRules([{ standard: '2u', file: volume }]), [[]]);
});

/** Columns of pdffonts, from the right: object (two), uni, sub, emb. */
function checkFonts({ pdf }: Sample): void {
  const fonts = run('pdffonts', [pdf]).trimEnd().split('\n').slice(2);
  assert.ok(fonts.length > 0, 'the page has no fonts');
  for (const font of fonts) assert.match(font, /\byes +(?:yes|no) +yes +\d+ +\d+$/u, font);
}

function checkText({ bill, pdf }: Sample): void {
  const text = oneLine(run('pdftotext', ['-raw', '-enc', 'UTF-8', pdf, '-']));
  const serials = (bill.meters ?? []).map(({ serial }) => serial);
  for (const copied of [bill.account.number, ...serials, printedMoney(bill.totalDue)]) {
    assert.ok(text.includes(oneLine(copied)), `${copied} is not in the text layer`);
  }
  let end = 0;
  for (const { due } of inPrintedOrder(bill.charges)) {
    const figure = printedMoney(due);
    const start = text.indexOf(figure, end);
    assert.ok(start >= 0, `${figure} is not after the line above it`);
    end = start + figure.length;
  }
}

async function checkCodes({ bill, pdf, payloads }: Sample): Promise<void> {
  const { zbar, zxing } = await decode(pdf);
  for (const payload of [...payloads, bill.account.number]) {
    assert.ok(zbar.includes(payload), `zbarimg reads ${zbar.join(' | ')}, not ${payload}`);
    assert.ok(zxing.includes(payload), `zxing reads ${zxing.join(' | ')}, not ${payload}`);
  }
}

/** Obligatory lines first, then those paid at will, each in the caller's order. */
function inPrintedOrder(charges: Sample['bill']['charges']) {
  return [
    ...charges.filter(({ optional }) => optional !== true),
    ...charges.filter(({ optional }) => optional === true),
  ];
}

/** `-1234.50` → `−1 234,50`, written out here: src/format must not agree with itself. */
function printedMoney(amount: string | number): string {
  const [whole = '', fraction = ''] = Number(amount).toFixed(2).replace('-', '−').split('.');
  return `${whole.replace(/\B(?=(?:\d{3})+$)/gu, ' ')},${fraction}`;
}

/** No-break spaces and line ends count as spaces. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
